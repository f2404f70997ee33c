/** Units × indicators with a target: reached, near, hard; every target apart, each cell a way to its chart. */
import { OutlookSign } from '../../chart/mark.tsx';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { commonPeriod } from '../../model/statistics/shown.ts';
import { OUTLOOKS } from '../../model/target/outlook.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText } from '../../text/figure.ts';
import { periodName, unitName } from '../../text/name.ts';
import {
  type Held,
  heldIn,
  ownerText,
  paceText,
  shortText,
  targetsSummary,
} from '../../text/told/target.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { UnitLink } from '../part/place/unit-link.tsx';

interface TargetsProps {
  readonly units: readonly string[];
  readonly rows: readonly TargetRow[];
}

export function TargetsTable({ units, rows }: TargetsProps) {
  const { data } = useDesk();
  const known = rows.filter(({ figure }) => units.includes(figure.unit));
  const subjects = [...new Set(known.map(({ figure }) => figure.subject))];
  const held = known.flatMap((row) => heldOf(data, row));
  if (held.length === 0) return <p className="muted">{words.targets.none}</p>;
  return (
    <>
      <div className="scroll-x">
        <table className="overview targets">
          <caption>
            {words.targets.caption}
            <span className="small muted"> · {targetsSummary(held)}</span>
          </caption>
          <Head {...{ subjects }} rows={known} />
          <tbody>
            {units
              .filter((unit) => known.some(({ figure }) => figure.unit === unit))
              .map((unit) => (
                <UnitRow
                  key={unit}
                  {...{ unit, subjects }}
                  rows={known.filter(({ figure }) => figure.unit === unit)}
                />
              ))}
          </tbody>
        </table>
      </div>
      <TargetsLegend held={held} />
    </>
  );
}

function Head({ subjects, rows }: { subjects: readonly string[]; rows: readonly TargetRow[] }) {
  const { data } = useDesk();
  const figures = rows.map(({ figure }) => figure);
  return (
    <thead>
      <tr>
        <th scope="col">{words.overview.unit}</th>
        <th scope="col">{words.targets.column}</th>
        {subjects.map((id) => (
          <th key={id} scope="col">
            <Link to={{ view: 'compare', indicator: [id], order: 'target' }}>
              {subjectOf(data, id)?.shortName ?? id}
            </Link>
            <div className="muted">{periodName(data, commonPeriod(figures, id))}</div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface UnitRowProps {
  readonly unit: string;
  readonly subjects: readonly string[];
  readonly rows: readonly TargetRow[];
}

function UnitRow({ unit, subjects, rows }: UnitRowProps) {
  const { data } = useDesk();
  const all = rows.flatMap((row) => heldOf(data, row));
  const reached = all.filter(({ outlook }) => outlook === 'reached').length;
  return (
    <tr data-unit={unit}>
      <th scope="row">
        <UnitLink unit={unit} />
      </th>
      <td className="nowrap">{words.targets.count(reached, all.length)}</td>
      {subjects.map((id) => (
        <Cell key={id} subject={id} rows={rows.filter(({ figure }) => figure.subject === id)} />
      ))}
    </tr>
  );
}

function Cell({
  subject,
  rows,
}: {
  readonly subject: string;
  readonly rows: readonly TargetRow[];
}) {
  const { data } = useDesk();
  const entries = rows.flatMap((row) => heldOf(data, row).map((held) => ({ row, held })));
  if (entries.length === 0) {
    return (
      <td className="absence" data-indicator={subject}>
        <span aria-hidden="true">{words.glyph.NOT_APPLICABLE}</span>
        <span className="visually-hidden">{words.targets.noTarget}</span>
      </td>
    );
  }
  return (
    <td data-indicator={subject} data-period={rows[0]?.figure.period}>
      {entries.map(({ row, held }) => (
        <Entry
          key={`${row.figure.body}~${held.target.kind}~${held.target.unit}`}
          {...{ row, held }}
          isOnly={entries.length === 1}
        />
      ))}
    </td>
  );
}

/** Sign and word; of several targets whose it is. */
function Entry({
  row: { figure, ...row },
  held: { target, outlook },
  isOnly,
}: {
  readonly row: TargetRow;
  readonly held: Held;
  readonly isOnly: boolean;
}) {
  const { data } = useDesk();
  const subject = subjectOf(data, figure.subject);
  if (!subject) return null;
  const said = [
    `${unitName(data, figure.unit)}, ${subject.shortName}: ${figureText(subject, figure)}`,
    `${words.kind[target.kind]} ${figureText(subject, target)} (${ownerText(data, figure, target)})`,
    words.targets.outlook[outlook],
    shortText(data, subject, figure, target),
    outlook === 'reached' ? '' : paceText(data, subject, { figure, ...row }, target),
  ].filter(Boolean);
  return (
    <div className="target-entry" data-outlook={outlook} title={said.join('; ')}>
      <Link
        to={{ view: 'trend', indicator: [subject.id], unit: [figure.unit], open: null }}
        label={said.join('; ')}
      >
        <OutlookSign tone={outlook} /> {words.targets.outlook[outlook]}
      </Link>
      {!isOnly && (
        <div className="small muted">
          {words.targets.by(figureText(subject, target), ownerText(data, figure, target))}
        </div>
      )}
    </div>
  );
}

/** The signs that occur, and the rule behind each. */
function TargetsLegend({ held }: { readonly held: readonly Held[] }) {
  const { outlook: names, rules } = words.targets;
  const used = OUTLOOKS.filter((outlook) => held.some((item) => item.outlook === outlook));
  const told = [...new Set(used.map((outlook) => rules[outlook === 'open' ? 'few' : outlook]))];
  return (
    <>
      <ul className="legend" aria-label={words.chart.legend}>
        {used.map((outlook) => (
          <li key={outlook}>
            <OutlookSign tone={outlook} /> {names[outlook]}
          </li>
        ))}
      </ul>
      {told.map((rule) => (
        <p key={rule} className="small muted target-rule">
          {rule}
        </p>
      ))}
    </>
  );
}

function heldOf(data: Dataset, row: TargetRow): Held[] {
  const subject = subjectOf(data, row.figure.subject);
  return subject ? heldIn(data, subject, row) : [];
}
