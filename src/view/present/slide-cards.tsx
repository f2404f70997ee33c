/** A few units beside each other, each with a few numbers in large type: on paper and on screens. */
import type { CardsSlide } from '../../slide/slide.ts';

export function SlideCards({
  slide: { cards, heading },
  isFar = false,
}: {
  readonly slide: CardsSlide;
  /** Read from afar: short names. */
  readonly isFar?: boolean;
}) {
  return (
    <ul className="slide-cards" aria-label={heading}>
      {cards.map(({ name, under, items }) => (
        <li key={name}>
          <h3>{name}</h3>
          {under && <p className="muted">{under}</p>}
          <dl>
            {items.map(({ value, label, short = label, remark, tone }) => (
              <div key={`${label} ${value}`}>
                <dt>{isFar ? short : label}</dt>
                <dd className={tone ?? ''}>{value}</dd>
                <dd>
                  <Clauses text={remark} />
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

/** Lines break between clauses, where there is room for one. */
function Clauses({ text }: { readonly text: string }) {
  const clauses = text.split('; ');
  return clauses.map((clause, at) => (
    <span key={clause} className="clause">
      {clause}
      {at < clauses.length - 1 && '; '}
    </span>
  ));
}
