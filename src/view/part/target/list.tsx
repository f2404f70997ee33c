/** Every target of a result, each apart: whose it is, how it stands, how many cases are wanting, which pace it takes. */
import { OutlookSign } from '../../../chart/mark.tsx';
import type { Subject } from '../../../model/catalogue.ts';
import type { TargetRow } from '../../../question/standing.ts';
import { upperFirst } from '../../../text/letter-case.ts';
import { heldIn, paceText, shortText, targetName } from '../../../text/told/target.ts';
import { words } from '../../../text/words.ts';
import { useDesk } from '../desk.ts';

export function TargetList({
  subject,
  row,
}: {
  readonly subject: Subject;
  readonly row: TargetRow;
}) {
  const { data } = useDesk();
  const held = heldIn(data, subject, row);
  if (held.length === 0) return null;
  return (
    <ul className="target-list">
      {held.map(({ target, outlook }) => {
        const facts = [
          shortText(data, subject, row.figure, target),
          outlook === 'reached' ? '' : paceText(data, subject, row, target),
        ];
        return (
          <li key={`${target.kind}~${target.unit}`} data-outlook={outlook}>
            {upperFirst(words.kind[target.kind])}{' '}
            <strong>{targetName(data, subject, row, target)}</strong>:{' '}
            <OutlookSign tone={outlook} />{' '}
            {[words.targets.outlook[outlook], ...facts].filter(Boolean).join('; ')}
          </li>
        );
      })}
    </ul>
  );
}
