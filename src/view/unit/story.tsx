/** The unit's story: how it stands in one sentence, and what calls for attention. */
import { byMatter } from '../../model/visit/ranking.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { storyText } from '../../text/told/story.ts';
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
  return (
    <p className="sentence">
      {storyText(data, answer)}
      {!checked && ` ${words.checks.running}`}
    </p>
  );
}
