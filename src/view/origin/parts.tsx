/** The sections of the origin panel. */
import { explaining } from '../../address/explaining.ts';
import { LATEST } from '../../address/period-choice.ts';
import type { Subject } from '../../model/catalogue.ts';
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { AGAINST } from '../../model/statistics/decomposition.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { OriginAnswer, OriginPart } from '../../question/origin.ts';
import { countsText, figureText, reportedText, statusText } from '../../text/figure.ts';
import { breakdownName, partName, periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { FigureButton, Marks } from '../part/marks.tsx';
import { StatementTable } from '../part/statement/table.tsx';

export function Headline({
  data,
  subject,
  figure,
}: {
  data: Dataset;
  subject: Subject;
  figure: Figure;
}) {
  const counts = countsText(figure);
  return (
    <div
      data-unit={figure.unit}
      data-period={figure.period}
      data-indicator={figure.subject}
      data-category={figure.category}
    >
      <p className="big-number" {...(figure.value === null ? {} : { 'data-value': figure.value })}>
        {figureText(subject, figure)}
        {!subject.isRatio && subject.unitLabel && figure.value !== null && (
          <span className="muted small"> {subject.unitLabel}</span>
        )}
      </p>
      <p>{partName(data, figure)}</p>
      {counts && (
        <p>
          {counts} · {formulaText(data, subject)}
        </p>
      )}
      {figure.reported !== null && (
        <p>
          {words.origin.reported}: <strong>{reportedText(subject, figure)}</strong>
        </p>
      )}
      <p className="muted">{statusText(figure)}</p>
      <Marks flags={figure.flags} />
    </div>
  );
}

/** "hồ sơ trực tuyến ÷ hồ sơ tiếp nhận" from the measures' names. */
function formulaText(data: Dataset, subject: Subject): string {
  const side = (operands: Subject['numerator']) =>
    operands
      .map(({ measure, sign, optional }, at) => {
        const name = subjectOf(data, measure)?.name ?? measure;
        const mark = at === 0 && sign > 0 ? '' : sign > 0 ? ' + ' : ' − ';
        return `${mark}${name}${optional ? ` (${words.origin.optional})` : ''}`;
      })
      .join('');
  return `${side(subject.numerator)} ÷ ${side(subject.denominator)}`;
}

export function Part({ data, part, period }: { data: Dataset; part: OriginPart; period: string }) {
  const name = subjectOf(data, part.measure)?.name ?? part.measure;
  const stale =
    part.period && part.period !== period ? words.origin.stale(periodName(data, part.period)) : '';
  const remarks = [
    part.sign < 0 ? '−' : '',
    part.kind ? words.kind[part.kind as Figure['kind']] : '',
    stale,
  ];
  return (
    <div>
      <p>
        <span className="muted">{words.origin.role[part.role]}: </span>
        {name}
        {part.value !== null && part.role !== 'reported' && (
          <strong> {formatCount(part.value)}</strong>
        )}
        <span className="muted"> {remarks.filter(Boolean).join(' · ')}</span>
      </p>
      {part.terms.length > 0 && (
        <p className="formula small muted">{termsText(data, part, period)}</p>
      )}
      {part.statements.length > 0 ? (
        <StatementTable statements={part.statements} caption={name} named={part.derived} />
      ) : (
        <p className="muted small">
          {words.origin.noStatement}
          {part.optional && ` (${words.origin.optional})`}
        </p>
      )}
    </div>
  );
}

/** "6 tháng đầu năm 2023 − Quý I/2023", or the categories that were added up. */
function termsText(data: Dataset, part: OriginPart, period: string): string {
  const terms = part.terms.map((term, at) => {
    const name = [
      term.measure === part.measure ? '' : (subjectOf(data, term.measure)?.name ?? term.measure),
      term.category ? categoryName(data, term.breakdown, term.category) : '',
      term.period === period && (term.category || term.measure !== part.measure)
        ? ''
        : periodName(data, term.period),
    ].filter(Boolean);
    const value = term.value === null ? '' : ` (${formatCount(term.value)})`;
    const mark = at === 0 && term.sign > 0 ? '' : term.sign > 0 ? ' + ' : ' − ';
    return `${mark}${name.join(', ')}${value}`;
  });
  return `${words.origin.derivedOver} ${terms.join('')}`;
}

/** The same subject in shorter and longer periods, and a year before: drill-down by time. */
export function OverTime({
  subject,
  answer,
}: {
  readonly subject: Subject;
  readonly answer: OriginAnswer;
}) {
  const { data, change, state } = useDesk();
  const lists: [string, readonly Figure[]][] = [
    [words.origin.inside, answer.inside],
    [words.origin.around, answer.around],
    [words.origin.before, answer.before ? [answer.before] : []],
  ];
  return lists
    .filter(([, figures]) => figures.length > 0)
    .map(([heading, figures]) => (
      <section key={heading}>
        <h3>{heading}</h3>
        <ul className="over-time">
          {figures.map((figure) => (
            <li key={`${figure.period}~${figure.body}`}>
              <span className="muted">
                {[periodName(data, figure.period), partName(data, figure)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>{' '}
              <FigureButton
                {...{ subject, figure }}
                onOpen={() => change({ open: figure, breakdown: state.breakdown })}
              />
            </li>
          ))}
        </ul>
      </section>
    ));
}

export function Categories({
  figures,
  subject,
}: {
  readonly figures: readonly Figure[];
  readonly subject: Subject;
}) {
  const { data, change } = useDesk();
  return [...groupBy(figures, (figure) => figure.breakdown)].map(([breakdown, members]) => (
    <section key={breakdown}>
      <h3>{words.origin.breakdown(breakdownName(data, breakdown))}</h3>
      <table>
        <caption className="visually-hidden">
          {words.origin.breakdown(breakdownName(data, breakdown))}
        </caption>
        <tbody>
          {members.map((figure) => (
            <tr
              key={[figure.category, figure.body, figure.kind].join('~')}
              data-unit={figure.unit}
              data-period={figure.period}
              data-indicator={figure.subject}
              data-category={figure.category}
            >
              <th scope="row">{partName(data, figure)}</th>
              <td
                className="number"
                {...(figure.value === null ? {} : { 'data-value': figure.value })}
              >
                <FigureButton
                  {...{ subject, figure }}
                  onOpen={() => change({ open: figure, breakdown })}
                />
                {figure.kind && <span className="small muted"> {words.kind[figure.kind]}</span>}
              </td>
              <td className="number muted">{countsText(figure)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  ));
}

interface FurtherProps {
  readonly data: Dataset;
  readonly subject: Subject;
  readonly unit: string;
  readonly period: string;
}

/** Up and down the tree with the same subject, and across to the other screens. */
export function Further({ data, subject, unit, period }: FurtherProps) {
  const when = data.periods.get(period);
  const parent = data.units.at(unit, when).parent;
  const children = data.units.children(unit, when);
  const indicator = [subject.id];
  return (
    <section>
      {subject.definition && (
        <p className="small muted">
          {words.origin.definition}: {subject.definition}
        </p>
      )}
      {subject.basis && (
        <p className="small muted">
          {words.origin.basis}: {subject.basis}
        </p>
      )}
      <ul>
        {parent && (
          <li>
            <Link to={{ open: { unit: parent, period, subject: subject.id, category: '' } }}>
              {words.origin.above}: {unitName(data, parent, period)}
            </Link>
          </li>
        )}
        {children.length > 0 && (
          <li>
            <Link
              to={{ view: 'compare', indicator, under: unit, unit: [], period: LATEST, open: null }}
            >
              {words.origin.below}
            </Link>
          </li>
        )}
        <li>
          <Link to={{ view: 'compare', indicator, unit: [], open: null }}>
            {words.origin.compare}
          </Link>
        </li>
        <li>
          <Link to={{ view: 'trend', indicator, unit: [unit], open: null }}>
            {words.origin.trend}
          </Link>
        </li>
        {isCounted(subject) &&
          AGAINST.map((against) => (
            <li key={against}>
              <Link to={explaining(subject.id, unit, period, against)}>
                {words.explaining.links[against]}
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

/** A rate of counts can be taken apart. */
function isCounted({ isRatio, numerator }: Subject): boolean {
  return isRatio && numerator.length > 0;
}
