/** The card of an explanation: the sentence, the waterfall, the table, and what could not be taken apart. */
import { useMemo } from 'react';
import type { Mark } from '../../chart/marking.ts';
import { Waterfall, type WaterfallStep } from '../../chart/plot/waterfall.tsx';
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import { formatRef } from '../../model/figure-ref.ts';
import type { ExplainAnswer } from '../../question/explain.ts';
import { type OpenStep, waterfallOf } from '../../slide/explain/steps.ts';
import { countsText, figureText, valueText } from '../../text/figure.ts';
import { figureLabel } from '../../text/name.ts';
import { contributionFields } from '../../text/told/contributions.ts';
import {
  explainFaults,
  explainHeading,
  explainSentence,
  partLabel,
  rebuiltNotes,
} from '../../text/told/explain.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { columnsOf } from '../card/figure-table.tsx';
import { Strip, type Told } from '../card/strip.tsx';
import { useDesk } from '../part/desk.ts';
import { useWidth } from '../part/room/width.ts';
import { PartsTable } from './parts-table.tsx';

interface ExplanationProps {
  readonly subject: Subject;
  readonly answer: ExplainAnswer;
}

export function Explanation({ subject, answer }: ExplanationProps) {
  const { data, state } = useDesk();
  const { against } = state;
  const faults = explainFaults(data, answer);
  const fields = contributionFields(subject, answer);
  return (
    <Card
      title={explainHeading(data, subject, answer, against) || words.view.explain}
      address={{ indicator: [subject.id], unit: state.unit }}
      sentence={explainSentence(data, subject, answer, against)}
      figures={answer.figures}
      fields={answer.parts.length > 0 ? fields : []}
      more={answer.parts.length > 0 ? columnsOf(data, fields) : undefined}
      notes={words.explaining.notes.map((note) => <p key={note}>{note}</p>)}
    >
      <Drawing {...{ subject, answer }} />
      {answer.parts.length > 0 && <PartsTable {...{ subject, answer }} />}
      {rebuiltNotes(data, answer).map((note) => (
        <p key={note} className="small muted">
          {note}
        </p>
      ))}
      {faults.map((fault) => (
        <p key={fault} className="small muted" data-fault>
          {fault}
        </p>
      ))}
    </Card>
  );
}

function Drawing({ subject, answer }: ExplanationProps) {
  const { data, state, change } = useDesk();
  const { against } = state;
  const [ref, width] = useWidth();
  const drawn = useMemo(
    () => waterfallOf(data, subject, answer, against),
    [data, subject, answer, against],
  );
  if (!drawn) return null;
  const open = (figure: Figure) => change({ open: figure, breakdown: figure.breakdown });
  const steps = drawn.steps.map(
    (step): WaterfallStep => ({
      ...step,
      open: step.figure && opening(step.figure, step),
    }),
  );
  const [least = 0] = drawn.ticks;
  return (
    <div ref={ref}>
      <Strip tell={(mark) => toldOf(drawn.steps, mark)} />
      <Waterfall
        {...{ steps, width }}
        ticks={drawn.ticks}
        tick={(value) => valueText(subject, value, value % 1 === 0 ? 0 : 1)}
      />
      {least > 0 && (
        <p className="small muted">{words.explaining.cutAxis(valueText(subject, least, 0))}</p>
      )}
    </div>
  );

  function opening(figure: Figure, { text }: OpenStep): WaterfallStep['open'] {
    return {
      label: `${figureLabel(data, subject, figure)}, ${text}`,
      unit: figure.unit,
      ref: formatRef(figure),
      value: figure.value,
      onOpen: () => open(figure),
    };
  }

  function toldOf(steps: readonly OpenStep[], { open: ref }: Mark): Told | null {
    const step = steps.find(({ figure }) => figure && formatRef(figure) === ref);
    if (!step?.figure) return null;
    const { figure } = step;
    const name = step.tone === 'end' ? step.name : partLabel(data, answer, step.key);
    const facts = [step.text, figureText(subject, figure), countsText(figure)];
    return { name, value: figure.value, facts: [...new Set(facts)].filter(Boolean) };
  }
}
