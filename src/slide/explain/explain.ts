/** Why a rate differs, on one slide: a waterfall from one rate to the other. */

import { firstReporting } from '../../address/defaults.ts';
import { chosenCode } from '../../address/period-choice.ts';
import type { UrlState } from '../../address/url.ts';
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { ExplainQuestion } from '../../question/explain.ts';
import { valueText } from '../../text/figure.ts';
import { contributionFields } from '../../text/told/contributions.ts';
import {
  explainFaults,
  explainFinding,
  explainHeading,
  explainSentence,
  rebuiltNotes,
} from '../../text/told/explain.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { footnotesOf } from '../notes.ts';
import type { Slide } from '../slide.ts';
import { textsOf } from '../texts.ts';
import { partsTable, waterfallOf } from './steps.ts';

/** The question of the screen. */
export function explainQuestion(
  data: Dataset,
  { unit, period, against, breakdown, basis }: UrlState,
  subject: string,
): ExplainQuestion {
  return {
    ...{ ask: 'explain', subject, against, breakdown },
    unit: unit[0] ?? firstReporting(data),
    period: chosenCode(period),
    ...(basis === 'now' ? { basis } : {}),
  };
}

export async function explainSlides(desk: SlideDesk, subject: Subject): Promise<Slide[]> {
  const { data, state } = desk;
  const answer = await desk.ask(explainQuestion(data, state, subject.id));
  const drawn = waterfallOf(data, subject, answer, state.against);
  const { figure, base } = answer;
  if (!drawn || !figure || !base) return [];
  const heading = explainHeading(data, subject, answer, state.against);
  const texts = textsOf(desk, heading, answer.figures, { indicator: [subject.id] });
  const [least = 0] = drawn.ticks;
  return [
    {
      type: 'steps',
      ...texts,
      fields: contributionFields(subject, answer),
      title: explainFinding(data, subject, answer) || heading,
      sentence: explainSentence(data, subject, answer, state.against),
      footnotes: [
        ...(least > 0 ? [words.explaining.cutAxis(valueText(subject, least, 0))] : []),
        ...rebuiltNotes(data, answer),
        ...explainFaults(data, answer),
        ...footnotesOf(data, [figure]),
      ],
      steps: drawn.steps.map(({ name, from, to, text, tone }) => ({ name, from, to, text, tone })),
      ticks: drawn.ticks,
      percent: subject.isRatio && subject.scale === 100,
      decimals: subject.decimals,
      table: partsTable(data, subject, answer, state.against),
    },
  ];
}
