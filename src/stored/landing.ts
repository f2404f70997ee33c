/** What is asked first: the questions of links without a choice, for every indicator and unit. */
import { firstReporting } from '../address/defaults.ts';
import { overviewQuestion, scopeOf, visitsQuestion } from '../address/scope.ts';
import { DEFAULTS } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Question } from '../question/ask.ts';
import type { SubjectUse } from '../question/subjects.ts';

/** Of the overview and who needs a visit, of comparison and trend of every subject in use, and of the profiles of units that report. */
export function landingQuestions(data: Dataset, uses: readonly SubjectUse[]): Question[] {
  const scope = scopeOf(data, DEFAULTS);
  const { peers, tolerance, body } = DEFAULTS;
  const reporting = new Set(
    [...data.sources.values()].map(({ unit }) => unit).filter((unit) => data.units.has(unit)),
  );
  const units = new Set([firstReporting(data), ...reporting]);
  return [
    { ask: 'subjects' },
    overviewQuestion({ data, state: DEFAULTS }),
    visitsQuestion({ data, state: DEFAULTS }, []),
    ...uses.flatMap(({ subject }): Question[] => [
      { ask: 'compare', subject, peers, tolerance, ...scope },
      { ask: 'trend', subject, ...scope },
    ]),
    ...[...units].flatMap((unit): Question[] => [
      { ask: 'profile', unit, body },
      { ask: 'standing', unit, without: [] },
    ]),
  ];
}
