/** "Phân tích chênh lệch": what each part of a whole gives to the difference of its rate, as a waterfall and a table. */
import { formatPeriodChoice, LATEST, parsePeriodChoice } from '../../address/period-choice.ts';
import type { Subject } from '../../model/catalogue.ts';
import { subjectOf } from '../../model/dataset.ts';
import { AGAINST, type Against } from '../../model/statistics/decomposition.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { explainQuestion } from '../../slide/explain/explain.ts';
import { wayName } from '../../text/told/explain.ts';
import { words } from '../../text/words.ts';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Choice, Picker } from '../part/fields.tsx';
import { periodOptions, subjectOptions, unitOptions } from '../part/options.ts';
import { BasisChoice } from '../part/place/choices.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { useSubject } from '../part/subject-controls.tsx';
import { Explanation } from './explanation.tsx';

export function ExplainView() {
  const desk = useDesk();
  const { subject, uses } = useSubject(desk);
  return subject ? <Asked {...{ subject, uses }} /> : <Waiting />;
}

interface AskedProps {
  readonly subject: Subject;
  readonly uses: readonly SubjectUse[] | undefined;
}

function Asked({ subject, uses }: AskedProps) {
  const { data, state } = useDesk();
  const question = explainQuestion(data, state, subject.id);
  const query = useAnswer(question);
  useReady(readinessOf(query));
  const ways = query.data?.ways.map(({ breakdown }) => breakdown) ?? [];
  return (
    <>
      <Controls {...{ subject, uses, ways }} unit={question.unit} />
      {query.isError && <Failed error={query.error} />}
      {query.data && !query.isPlaceholderData ? (
        <Explanation subject={subject} answer={query.data} />
      ) : (
        !query.isError && <Waiting />
      )}
    </>
  );
}

function Controls({
  subject,
  uses,
  unit,
  ways,
}: AskedProps & { readonly unit: string; readonly ways: readonly string[] }) {
  const { data, state, change } = useDesk();
  const use = uses?.find((candidate) => candidate.subject === subject.id);
  const ratios = subjectOptions(data, uses).filter(({ id }) => subjectOf(data, id)?.isRatio);
  const by = [...new Set([...ways, state.breakdown])].filter(Boolean);
  return (
    <div className="controls">
      <Picker
        label={words.control.indicator}
        value={subject.id}
        options={ratios}
        onChange={(id) => change({ indicator: [id], breakdown: '' })}
      />
      <Picker
        label={words.control.unit}
        value={unit}
        options={unitOptions(data)}
        onChange={(id) => change({ unit: [id], breakdown: '' })}
      />
      <Choice
        label={words.control.period}
        value={formatPeriodChoice(state.period)}
        options={periodOptions(data, use)}
        onChange={(id) => change({ period: parsePeriodChoice(id) ?? LATEST })}
      />
      <Choice
        label={words.explaining.against}
        value={state.against}
        options={AGAINST.map((id) => ({ id, name: words.explaining.bases[id] }))}
        onChange={(id) => change({ against: id as Against, breakdown: '' })}
      />
      <Choice
        label={words.explaining.by}
        value={state.breakdown}
        options={[
          { id: '', name: words.explaining.first },
          ...by.map((id) => ({ id, name: wayName(data, id) })),
        ]}
        onChange={(breakdown) => change({ breakdown })}
      />
      <BasisChoice />
    </div>
  );
}
