/** How a unit stands, in one sentence. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { reaches } from '../../model/statistics/reference.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { words } from '../words.ts';

/** Against its group, its targets, unless these are told apart, and the year before. */
export function storyText(
  data: Dataset,
  { rows, reasons, judged }: StandingAnswer,
  withTargets = true,
): string {
  const of = (kind: string) => reasons.filter((reason) => reason.kind === kind).length;
  const met = rows.flatMap(({ figure, target }) => {
    const subject = subjectOf(data, figure.subject);
    return (subject && reaches(subject, figure, target)) ?? [];
  });
  const missed = met.filter((one) => !one).length;
  const parts = [
    judged > 0 ? words.standing.story(of('level'), judged) : words.standing.alone,
    withTargets && met.length > 0 ? words.standing.missed(missed, met.length) : '',
    of('change') > 0 ? words.standing.worse(of('change')) : '',
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}
