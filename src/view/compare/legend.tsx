/** Explains only the signs that the chart above uses. */
import { Diamond, FlagIcon, Ring, TargetTick, VerdictSign, Whisker } from '../../chart/mark.tsx';
import { theme } from '../../chart/theme.ts';
import { type Figure, flagTone, isWeak, showsReported } from '../../model/figure.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';

export function Legend({
  figures,
  beside,
  references,
  standings,
  hasGroup,
}: {
  readonly standings: ReadonlyMap<Figure, Standing>;
  readonly figures: readonly Figure[];
  /** Of a chosen level: what units report themselves beside a sum, or the sum beside it. */
  readonly beside: readonly Figure[];
  readonly references: readonly Figure[];
  readonly hasGroup: boolean;
}) {
  const has = (kind: Figure['kind']) => references.some((figure) => figure.kind === kind);
  const differs = figures.some(showsReported);
  const weak = figures.some((figure) => figure.value !== null && isWeak(figure));
  const told = figures.flatMap((figure) => standings.get(figure) ?? []);
  const { state } = useDesk();
  const isMap = state.chart === 'map';
  const isBars = state.chart !== 'funnel' && !isMap;
  const isSigned = isBars || isMap;
  const whiskers = isBars && state.intervals && told.some(({ interval }) => interval !== null);
  const means = (meaning: string) =>
    isSigned && told.some((standing) => standing.meaning === meaning);
  const marks = [
    differs && { sign: <Diamond x={8} y={8} />, text: words.chart.legendReported },
    beside.length > 0 && {
      sign: <Diamond x={8} y={8} />,
      text: words.place.legendBeside(beside.some((figure) => figure.sum)),
    },
    weak && {
      sign: <rect y={3} width={16} height={10} rx={2} fill={theme.weak} />,
      text: words.chart.legendWeak,
    },
    has('target') && {
      sign: <TargetTick x={8} y={8} height={14} />,
      text: words.chart.legendTarget,
    },
    has('norm') && {
      sign: <TargetTick x={8} y={8} height={14} norm />,
      text: words.chart.legendNorm,
    },
    has('registered') && { sign: <Ring x={8} y={8} />, text: words.chart.legendRegistered },
    hasGroup && {
      sign: <path d="M8 1V15" stroke={theme.muted} strokeDasharray="4 3" strokeWidth={1.5} />,
      text: words.chart.legendGroup,
    },
  ];
  const items = [
    means('worse') && {
      sign: <VerdictSign x={8} y={8} tone="worse" />,
      text: words.comparing.legend.worse,
    },
    means('better') && {
      sign: <VerdictSign x={8} y={8} tone="better" />,
      text: words.comparing.legend.better,
    },
    isSigned &&
      told.some(({ verdict }) => verdict === 'similar') && {
        sign: <VerdictSign x={8} y={8} tone="similar" />,
        text: words.comparing.legend.similar,
      },
    whiskers && {
      sign: <Whisker from={1} to={15} y={8} />,
      text: words.comparing.legend.interval,
    },
    ...(isMap
      ? [
          {
            sign: <path d="M0 11H16" stroke={theme.accent} strokeWidth={3} />,
            text: words.column.value,
          },
        ]
      : marks),
  ].filter((item) => item !== false);
  const flagged = figures.some((figure) => flagTone(figure) === 'error');
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
