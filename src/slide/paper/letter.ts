/** The note to a unit as values, whatever shows it: what it is asked to check and confirm, one row a matter. */

import { issuesQuestion } from '../../address/scope.ts';
import type { UrlState } from '../../address/url.ts';
import { categoryName, type Dataset, subjectOf } from '../../model/dataset.ts';
import type { Issue } from '../../model/issue.ts';
import type { Statement } from '../../model/statement.ts';
import type { IssuesAnswer, IssuesQuestion } from '../../question/issues.ts';
import { statementValue } from '../../text/figure.ts';
import { aboutName, codeName, disagreementText } from '../../text/issue.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { documentName, placeText } from '../../text/source.ts';
import { words } from '../../text/words.ts';
import { type Matter, mattersOf, remarksOf, statementsOf } from './matter.ts';

export interface Letter {
  readonly to: string;
  /** Names of the documents that it is about, in the middle of a sentence. */
  readonly documents: string;
  readonly synthetic: string;
  readonly rows: readonly LetterRow[];
  /** Matters of the list that are not on it. */
  readonly left: number;
}
export interface LetterRow {
  /** Of the first issue, the most telling. */
  readonly issue: string;
  readonly code: string;
  readonly what: string;
  /** Document, section, period. */
  readonly place: string;
  /** What documents state, each with what it is about as far as `what` has not said it. */
  readonly stated: readonly { readonly name: string; readonly value: string }[];
  readonly wrong: readonly string[];
}

const MOST = 500;
const MOST_STATEMENTS = 12;
/** Documents named in a sentence. */
const MOST_DOCUMENTS = 4;
/** A name that was misread in reading the document is nothing that its unit could mend. */
const OURS = 'UNIT_NAME_OCR';

/** The list that a note is opened from; without what is only good to know, unless that was asked for. */
export function letterQuestion(desk: {
  readonly data: Dataset;
  readonly state: UrlState;
}): IssuesQuestion {
  const { severities, codes, ...question } = issuesQuestion(desk, MOST);
  const all = severities.length > 0 || codes.length > 0;
  return { ...question, codes, severities: all ? severities : ['error', 'warning'] };
}

/** The note of an answer to its question. @param isSettled what nobody needs to look at any more */
export function letterOf(
  data: Dataset,
  unit: string,
  answer: IssuesAnswer,
  isSettled: (issue: Issue) => boolean,
): Letter {
  const issues = answer.issues.filter((issue) => !isSettled(issue) && issue.code !== OURS);
  const sources = new Set(issues.flatMap(({ source }) => source.split('|').filter(Boolean)));
  return {
    to: unitName(data, unit),
    documents: documentsText(data, sources),
    synthetic: data.synthetic ? words.app.syntheticNote : '',
    rows: mattersOf({ issues, matters: answer.matters }).flatMap((matter) =>
      rowOf(data, matter, sources.size > 1),
    ),
    left: answer.total - answer.issues.length,
  };
}

/** @param isNamed rows say which document; of one document the note says it once */
function rowOf(data: Dataset, matter: Matter, isNamed: boolean): LetterRow[] {
  const [issue] = matter;
  if (!issue) return [];
  const statements = statementsOf(matter);
  const stated = statements.slice(0, MOST_STATEMENTS).map((statement) => ({
    name: nameIn(data, issue, statement),
    value: statement.printed || statementValue(data, statement),
  }));
  const left = statements.length - stated.length;
  const more = left > 0 ? [{ name: '', value: words.paper.moreStatements(left) }] : [];
  return [
    {
      issue: issue.id,
      code: issue.code,
      what: subjectText(data, issue),
      place: placeText(data, issue, isNamed),
      stated: [...stated, ...more],
      wrong: remarksOf(matter).map((told) => wrongText(data, issue, told)),
    },
  ];
}

/** A trace about other figures says which. */
function wrongText(data: Dataset, issue: Issue, told: Matter): string {
  const [trace] = told;
  if (!trace) return '';
  const text = disagreementText(data, trace) || `${upperFirst(codeName(trace.code))}.`;
  const isKnown = trace.about === 'finding' || trace.subject === issue.subject;
  if (told.length === 1 && isKnown) return text;
  return `${told.map((one) => subjectText(data, one)).join(', ')}: ${text}`;
}

/** What a statement is about, as far as the issue has not said it. */
function nameIn(data: Dataset, issue: Issue, statement: Statement): string {
  const { measure, breakdown, category } = statement;
  const name = measure === issue.subject ? '' : (subjectOf(data, measure)?.name ?? measure);
  const part =
    category && category !== issue.category ? categoryName(data, breakdown, category) : '';
  return [name, part].filter(Boolean).join(': ');
}

function subjectText(data: Dataset, issue: Issue): string {
  return aboutName(data, issue) || upperFirst(codeName(issue.code));
}

function documentsText(data: Dataset, sources: ReadonlySet<string>): string {
  const names = [...sources].map((id) => documentName(data, id));
  return names.length > 0 && names.length <= MOST_DOCUMENTS
    ? words.letter.documents(names.join('; '))
    : words.letter.someDocuments;
}
