/** A group as changes since a base: who moved and how far, and apart those of whom that cannot be told. */
import { VerdictSign, Way } from '../../../chart/mark.tsx';
import type { Figure } from '../../../model/figure.ts';
import type { Change, NoChange } from '../../../model/statistics/change.ts';
import { pairTicks } from '../../../model/statistics/scale.ts';
import type { CompareGroup, CompareRow } from '../../../question/compare.ts';
import { periodName } from '../../../text/name.ts';
import { baseName, changesIn, changeWords } from '../../../text/told/change.ts';
import { words } from '../../../text/words.ts';
import { Absent } from '../group-line.tsx';
import type { DrawnGroup } from '../group-props.ts';
import { changeRow, sharedReferences } from '../row.ts';
import { BarBlocks } from './bars.tsx';

interface ChangeProps extends DrawnGroup {
  readonly rows: readonly CompareRow[];
  readonly changes: ReadonlyMap<Figure, Change>;
}

export function GroupChange(props: ChangeProps) {
  const { desk, subject, group, standings, rows, changes, chosen, onChoose } = props;
  const shared = sharedReferences(rows);
  const bars = rows.flatMap((row) => {
    const [change, standing] = [changes.get(row.figure), standings.get(row.figure)];
    if (!standing || !change || change.by === null) return [];
    return [changeRow(desk, row, { subject, group, standing, shared, change })];
  });
  const ends = bars.flatMap(({ value, before }) => [value, before]).filter((v) => v != null);
  const ticks = pairTicks(subject, ends);
  const domain = [ticks[0] ?? 0, ticks.at(-1) ?? 1] as const;
  const base = baseName(desk.data, group, desk.state.base);
  const { change } = words.comparing;
  if (base === '') return <p className="muted">{change.noPeriod}</p>;
  return (
    <>
      {bars.length === 0 ? (
        <p className="muted">{change.none(base)}</p>
      ) : (
        <BarBlocks {...{ subject, domain, ticks, bars, chosen, onChoose }} line={null} />
      )}
      <Apart {...{ rows, changes, base }} />
    </>
  );
}

/** Units without a value at the base, or without one that is like it: named, never drawn from zero. */
function Apart({
  rows,
  changes,
  base,
}: Pick<ChangeProps, 'rows' | 'changes'> & { readonly base: string }) {
  const { change } = words.comparing;
  const say: Record<NoChange, string> = {
    base: change.noBase(base),
    unlike: change.notAlike(base),
    value: change.noValue,
  };
  return (Object.keys(say) as NoChange[]).map((reason) => (
    <Absent
      key={reason}
      rows={rows.filter(({ figure }) => changes.get(figure)?.reason === reason)}
      say={() => say[reason]}
      to={(unit) => ({ view: 'trend', unit: [unit] })}
    />
  ));
}

/** The two dots, and the signs that occur. */
export function ChangeLegend({
  desk: { data, state },
  subject,
  groups,
}: Pick<DrawnGroup, 'desk' | 'subject'> & { readonly groups: readonly CompareGroup[] }) {
  const { legend } = words.comparing.change;
  const changes = [...changesIn(data, subject, groups).values()].filter(({ by }) => by !== null);
  const tones = new Set(changes.map((change) => changeWords(change)?.tone));
  const [group] = groups;
  if (!group || changes.length === 0) return null;
  const from = legend.base(baseName(data, group, state.base));
  return (
    <ul className="legend" aria-label={words.chart.legend}>
      <li>
        <svg width={34} height={16} aria-hidden="true">
          <Way from={6} to={28} y={8} tone="similar" />
        </svg>
        {words.comparing.change.pair(from, legend.now(periodName(data, group.period)))}
      </li>
      {SIGNS.filter(([tone]) => tones.has(tone)).map(([tone, meaning]) => (
        <li key={tone}>
          <svg width={16} height={16} aria-hidden="true">
            <VerdictSign x={8} y={8} tone={tone} />
          </svg>
          {legend[meaning]}
        </li>
      ))}
    </ul>
  );
}

const SIGNS = [
  ['worse', 'worse'],
  ['better', 'better'],
  ['rise', 'higher'],
  ['fall', 'lower'],
  ['similar', 'similar'],
  ['few', 'few'],
] as const;
