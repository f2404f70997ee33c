/** Whose figures a sum over units is made of: what each gives, and why some give nothing. */
import type { Subject } from '../../model/catalogue.ts';
import type { Figure, SumPart } from '../../model/figure.ts';
import { formatCount } from '../../model/writing/number.ts';
import { countsText, figureText, statusText, valueText } from '../../text/figure.ts';
import { unitName } from '../../text/name.ts';
import { sumText } from '../../text/note.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';

interface SumProps {
  readonly subject: Subject;
  readonly figure: Figure;
}

export function Sum({ subject, figure }: SumProps) {
  const { sum } = figure;
  if (!sum) return null;
  const heading = words.place.parts[sum.of];
  const told = [sumText(figure), statusText(figure)].filter(Boolean).join(' · ');
  return (
    <section
      data-unit={figure.unit}
      data-period={figure.period}
      data-indicator={figure.subject}
      data-category={figure.category}
    >
      <h3>{heading}</h3>
      <p>
        <strong {...(figure.value === null ? {} : { 'data-value': figure.value })}>
          {figureText(subject, figure)}
        </strong>{' '}
        {countsText(figure)} {told && <span className="muted">· {told}</span>}
      </p>
      <details open={sum.parts.length <= MOST_OPEN}>
        <summary>{words.place.partCount(sum.parts.length)}</summary>
        <table>
          <caption className="visually-hidden">{heading}</caption>
          <tbody>
            {sum.parts.map((part) => (
              <PartRow key={part.unit} {...{ subject, figure, part }} />
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

/** Units listed without being asked for. */
const MOST_OPEN = 30;

function PartRow({ subject, figure, part }: SumProps & { readonly part: SumPart }) {
  const { data } = useDesk();
  const { unit, left } = part;
  const { period, category } = figure;
  return (
    <tr data-unit={unit}>
      <th scope="row">
        <Link to={{ open: { unit, period, subject: figure.subject, category } }}>
          {unitName(data, unit, period)}
        </Link>
        {part.share !== null && part.share !== 1 && (
          <span className="muted"> × {formatCount(part.share)}</span>
        )}
      </th>
      <td className="number">{left ? '' : partValue(subject, part)}</td>
      <td className="number muted">{left ? words.place.left[left] : partCounts(part)}</td>
    </tr>
  );
}

function partValue(subject: Subject, { value }: SumPart): string {
  return value === null ? '–' : valueText(subject, value);
}

function partCounts({ numerator, denominator }: SumPart): string {
  if (numerator === null || denominator === null) return '';
  return `${formatCount(numerator)}/${formatCount(denominator)}`;
}
