/** Explains only the signs that the chart above uses. */
import { Diamond, FlagIcon, Ring, TargetTick } from '../../chart/mark.tsx';
import { theme } from '../../chart/theme.ts';
import { type Figure, flagTone, isWeak, showsReported } from '../../model/figure.ts';
import { words } from '../../text/words.ts';

export function Legend({
  figures,
  beside,
  references,
  hasGroup,
}: {
  readonly figures: readonly Figure[];
  /** Of a chosen level: what units report themselves beside a sum, or the sum beside it. */
  readonly beside: readonly Figure[];
  readonly references: readonly Figure[];
  readonly hasGroup: boolean;
}) {
  const has = (kind: Figure['kind']) => references.some((figure) => figure.kind === kind);
  const differs = figures.some(showsReported);
  const weak = figures.some((figure) => figure.value !== null && isWeak(figure));
  const items = [
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
