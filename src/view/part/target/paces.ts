/** What the rest of the year must bring for the targets of a group's rows. */
import type { Subject } from '../../../model/catalogue.ts';
import type { Figure } from '../../../model/figure.ts';
import { yearSoFar } from '../../../model/target/pace.ts';
import type { CompareGroup } from '../../../question/compare.ts';
import { paceText } from '../../../text/told/target.ts';
import { type Desk, useAnswer } from '../desk.ts';

/** Of more units the past is not read (query/standing/targets.ts). */
const MOST_ROWS = 80;

/** Asked only where a target can have a pace: of one year that is not over. */
export function usePaces(
  { data, state }: Desk,
  subject: Subject,
  { rows, period }: CompareGroup,
): (figure: Figure) => string[] {
  const when = data.periods.get(period);
  const isTargeted = rows.some(({ references }) => references.some((f) => f.kind === 'target'));
  const isWithin = when !== undefined && yearSoFar(when) !== null;
  const isAsked = isTargeted && isWithin && !state.level && rows.length <= MOST_ROWS;
  const { data: answer } = useAnswer(
    {
      ask: 'targets',
      units: rows.map(({ figure }) => figure.unit),
      subjects: [subject.id],
      period: { type: 'one', code: period },
      grain: 'any',
    },
    isAsked,
  );
  return (figure) => {
    const row = (isAsked ? answer : undefined)?.rows.find(
      (one) =>
        one.figure.unit === figure.unit &&
        one.figure.period === figure.period &&
        one.figure.body === figure.body &&
        figure.category === '',
    );
    const target = row?.targets.find(({ kind }) => kind === 'target');
    return row && target ? [paceText(data, subject, row, target)].filter(Boolean) : [];
  };
}
