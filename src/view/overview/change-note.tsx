/** Under a result: its change on a year earlier, with a sign and a word where it is beyond chance. */
import { VerdictSign } from '../../chart/mark.tsx';
import type { Subject } from '../../model/catalogue.ts';
import type { Change } from '../../model/statistics/change.ts';
import { changeText } from '../../text/figure.ts';
import { changeWords } from '../../text/told/change.ts';
import { words } from '../../text/words.ts';

export function ChangeNote({
  subject,
  change,
}: {
  readonly subject: Subject;
  readonly change: Change | undefined;
}) {
  if (!change || change.by === null) return null;
  const found = isClear(change) ? changeWords(change) : null;
  return (
    <div className="small muted nowrap" data-change={change.verdict ?? ''}>
      {changeText(subject, change.by)}
      {found && (
        <>
          {' '}
          <Sign tone={found.tone} />
          <span aria-hidden="true"> {words.comparing.change.beyond}</span>
          <span className="visually-hidden">{found.text}</span>
        </>
      )}
    </div>
  );
}

/** What the signs of the table mean; nothing where no change is beyond chance. */
export function ChangeNoteLegend({ changes }: { readonly changes: Iterable<Change> }) {
  const clear = [...changes].filter(isClear);
  if (clear.length === 0) return null;
  const { change } = words.comparing;
  const has = (meaning: string) => clear.some((one) => one.meaning === meaning);
  return (
    <p className="small muted change-legend">
      {change.cells}
      {has('worse') && (
        <span>
          <Sign tone="worse" /> {change.cellWorse}
        </span>
      )}
      {has('better') && (
        <span>
          <Sign tone="better" /> {change.cellBetter}
        </span>
      )}
    </p>
  );
}

function isClear({ by, verdict }: Change): boolean {
  return by !== null && verdict !== null && verdict !== 'similar';
}

function Sign({ tone }: { readonly tone: NonNullable<ReturnType<typeof changeWords>>['tone'] }) {
  return (
    <svg width={12} height={12} aria-hidden="true" className="change-sign">
      <VerdictSign x={6} y={6} tone={tone} />
    </svg>
  );
}
