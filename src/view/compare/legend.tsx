/** Explains only the signs that the chart above uses. */
import type { ReactNode } from 'react';
import { Diamond, FlagIcon, Ring, TargetTick, VerdictSign, Whisker } from '../../chart/mark.tsx';
import { theme } from '../../chart/theme.ts';
import { type Figure, flagTone, isWeak, showsReported } from '../../model/figure.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';

interface LegendProps {
  readonly standings: ReadonlyMap<Figure, Standing>;
  readonly figures: readonly Figure[];
  /** Of a chosen level: what units report themselves beside a sum, or the sum beside it. */
  readonly beside: readonly Figure[];
  readonly references: readonly Figure[];
  readonly hasGroup: boolean;
}

interface Item {
  readonly sign: ReactNode;
  readonly text: string;
}

type MaybeItem = Item | false;

export function Legend(props: LegendProps) {
  const { state } = useDesk();
  const isMap = state.chart === 'map';
  const isBars = state.chart !== 'funnel' && !isMap;
  const told = props.figures.flatMap((figure) => props.standings.get(figure) ?? []);
  const items = [
    ...(isBars || isMap ? verdictItems(told) : []),
    isBars && state.intervals && told.some(({ interval }) => interval !== null) && whisker(),
    ...(isMap ? [value()] : markItems(props)),
  ].filter((item) => item !== false);
  const flagged = props.figures.some((figure) => flagTone(figure) === 'error');
  if (items.length === 0 && !flagged) return null;
  return (
    <ul className="legend" aria-label={words.chart.legend}>
      {items.map((item) => (
        <li key={item.text}>
          <svg width={16} height={16} aria-hidden="true">
            {item.sign}
          </svg>
          {item.text}
        </li>
      ))}
      {flagged && (
        <li>
          <FlagIcon tone="error" /> {words.chart.legendFlag}
        </li>
      )}
    </ul>
  );
}

function verdictItems(told: readonly Standing[]): MaybeItem[] {
  const { worse, better, similar } = words.comparing.legend;
  const means = (meaning: string) => told.some((standing) => standing.meaning === meaning);
  return [
    means('worse') && { sign: <VerdictSign x={8} y={8} tone="worse" />, text: worse },
    means('better') && { sign: <VerdictSign x={8} y={8} tone="better" />, text: better },
    told.some(({ verdict }) => verdict === 'similar') && {
      sign: <VerdictSign x={8} y={8} tone="similar" />,
      text: similar,
    },
  ];
}

const whisker = (): Item => ({
  sign: <Whisker from={1} to={15} y={8} />,
  text: words.comparing.legend.interval,
});

const value = (): Item => ({
  sign: <path d="M0 11H16" stroke={theme.accent} strokeWidth={3} />,
  text: words.column.value,
});

/** What stands on and beside bars. */
function markItems({ figures, beside, references, hasGroup }: LegendProps): MaybeItem[] {
  const has = (kind: Figure['kind']) => references.some((figure) => figure.kind === kind);
  const diamond = <Diamond x={8} y={8} />;
  const { chart } = words;
  return [
    figures.some(showsReported) && { sign: diamond, text: chart.legendReported },
    beside.length > 0 && {
      sign: diamond,
      text: words.place.legendBeside(beside.some((figure) => figure.sum)),
    },
    figures.some((figure) => figure.value !== null && isWeak(figure)) && {
      sign: <rect y={3} width={16} height={10} rx={2} fill={theme.weak} />,
      text: chart.legendWeak,
    },
    has('target') && { sign: <TargetTick x={8} y={8} height={14} />, text: chart.legendTarget },
    has('norm') && { sign: <TargetTick x={8} y={8} height={14} norm />, text: chart.legendNorm },
    has('registered') && { sign: <Ring x={8} y={8} />, text: chart.legendRegistered },
    hasGroup && {
      sign: <path d="M8 1V15" stroke={theme.muted} strokeDasharray="4 3" strokeWidth={1.5} />,
      text: chart.legendGroup,
    },
  ];
}
