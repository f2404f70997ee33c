/** The unit's story: how it stands in one sentence, and what calls for attention. */
import { subjectOf } from '../../model/dataset.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { byMatter } from '../../model/visit/reason.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { words } from '../../text/words.ts';
import { useDesk } from '../part/desk.ts';
import { Reasons } from '../part/visit/reasons.tsx';

const MOST_ALARMS = 5;

export function UnitStory({ answer }: { readonly answer: StandingAnswer }) {
  const matters = byMatter(answer.reasons).slice(0, MOST_ALARMS);
  return (
    <div className="story">
      <StorySentence answer={answer} />
      {matters.length > 0 && (
        <section>
          <h2 className="visually-hidden">{words.standing.alarms}</h2>
          <Reasons matters={matters} />
        </section>
      )}
    </div>
  );
}

function StorySentence({ answer }: { readonly answer: StandingAnswer }) {
  const { data, checked } = useDesk();
  const { rows, reasons, judged } = answer;
  const of = (kind: string) => reasons.filter((reason) => reason.kind === kind).length;
  const met = rows.flatMap(({ figure, target }) => {
    const subject = subjectOf(data, figure.subject);
    return (subject && reaches(subject, figure, target)) ?? [];
  });
  const missed = met.filter((one) => !one).length;
  const parts = [
    judged > 0 ? words.standing.story(of('level'), judged) : words.standing.alone,
    met.length > 0 ? words.standing.missed(missed, met.length) : '',
    of('change') > 0 ? words.standing.worse(of('change')) : '',
  ];
  return (
    <p className="sentence">
      {parts.filter(Boolean).join('; ')}.{!checked && ` ${words.checks.running}`}
    </p>
  );
}
