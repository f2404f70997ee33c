/** Issues that are traces of one slip, as the worklist and the note to a unit show them. */
import { groupBy } from '../../model/group.ts';
import type { Issue } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import type { IssuesAnswer } from '../../question/issues.ts';

/** The most telling first; never empty. */
export type Matter = readonly Issue[];

/** The matters of an answer, of those issues that are shown. */
export function mattersOf({ issues, matters }: Pick<IssuesAnswer, 'issues' | 'matters'>): Matter[] {
  const byId = new Map(issues.map((issue) => [issue.id, issue]));
  return matters
    .map((ids) => ids.flatMap((id) => byId.get(id) ?? []))
    .filter((matter) => matter.length > 0);
}

/** Issues by what is said of them: one remark of a reader about several figures is told once. */
export function remarksOf(matter: Matter): Matter[] {
  return [...groupBy(matter, remarkKey).values()];
}

function remarkKey({ id, code, about, note, source, locator, period }: Issue): string {
  return about === 'finding' && note ? [code, note, source, locator, period].join('~') : id;
}

/** Every statement that takes part, once. */
export function statementsOf(matter: Matter): Statement[] {
  const all = matter.flatMap((issue) => issue.statements);
  return [...new Map(all.map((statement) => [statement.row, statement])).values()];
}
