/** A few units beside each other, each with a few numbers in large type: on paper and on screens. */
import type { CardsSlide } from '../../slide/slide.ts';

export function SlideCards({ slide: { cards, heading } }: { readonly slide: CardsSlide }) {
  return (
    <ul className="slide-cards" aria-label={heading}>
      {cards.map(({ name, under, items }) => (
        <li key={name}>
          <h3>{name}</h3>
          {under && <p className="muted">{under}</p>}
          <dl>
            {items.map(({ value, label, remark, tone }) => (
              <div key={`${label} ${value}`}>
                <dt>{label}</dt>
                <dd className={tone ?? ''}>{value}</dd>
                <dd>{remark}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
