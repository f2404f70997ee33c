/** A row's labels → what its figures are about; headings of sections and totals are passed over, and listed. */
import { ABSENT_STATUSES, KINDS, type Kind } from '../../model/observation.ts';
import { readPartOfYear } from '../../model/time/said-period.ts';
import type { Place } from '../recognise/place.ts';
import type { Role } from '../recognise/role.ts';
import { fittingTopic } from '../recognise/topic.ts';
import type { Match } from '../recognise/vocabulary.ts';
import { cellKey } from '../sheet.ts';
import type { QuestionKind } from './draft.ts';
import { withoutFigures } from './section.ts';
import { passTotal, TAKEN, totalIn, totalKey } from './total.ts';
import {
  ask,
  cellText,
  columnsWith,
  fault,
  figureColumns,
  type RowLabels,
  type Work,
} from './work.ts';

export function labelsOf(
  work: Work,
  row: number,
  above: RowLabels,
  section: Place,
  sectionText: string,
): RowLabels {
  const text = (role: Role) =>
    columnsWith(work, role)
      .map(({ at }) => cellText(work, row, at))
      .find(Boolean) ?? '';
  const saysWhyNone = ABSENT_STATUSES.some((status) => status === text('status'));
  const hasFigures = figureColumns(work).some(
    ({ at }) =>
      cellText(work, row, at) !== '' || work.sheet.errors.has(cellKey(row, at)) || saysWhyNone,
  );
  const [unitText, subjectText, periodText] = [text('unit'), text('subject'), text('period')];
  const texts = [unitText, subjectText, periodText, text('category'), text('order')].filter(
    Boolean,
  );
  const allTexts = (work.sheet.rows[row] ?? [])
    .map((_, at) => cellText(work, row, at))
    .filter(Boolean);
  if (allTexts.length === 0) return { ...above, isPassed: true };
  if (!hasFigures) return withoutFigures(work, row, above);
  const total = totalIn(
    work,
    {
      ...{ unit: unitText, subject: subjectText, category: text('category') },
      ...{ labels: texts, all: allTexts },
    },
    above,
  );
  if (total.kind === 'sum') return passTotal(work, row, total.label);
  const place: { -readonly [K in keyof Place]: Place[K] } = { ...section };
  if (columnsWith(work, 'unit').length > 0) {
    const named = unitText || (isRestored(work, total.label, subjectText) ? total.label : '');
    if (named === '') place.unit = above.place.unit ?? '';
    else place.unit = unitOf(work, named, row);
  }
  const period = periodOf(work, row, periodText, text('year'), text('part'));
  if (period !== null) place.period = period;
  else if (above.place.period && columnsWith(work, 'period').length > 0 && periodText === '')
    place.period = above.place.period;
  if (columnsWith(work, 'subject').length > 0) {
    const own =
      subjectText === ''
        ? (above.place.measure ?? '')
        : subjectOf(work, subjectText, row, sectionText);
    place.measure = own;
  }
  if (total.kind === 'own') ownTotal(work, row, total.label);
  else categoryOf(work, row, place, text('breakdown'), text('category'));
  const kind = kindOf(text('kind'));
  if (kind !== null) place.kind = kind;
  const asOf = text('as_of');
  if (asOf !== '' && work.dayIn(asOf) === null) {
    fault(work, 'bad-day', row, columnsWith(work, 'as_of')[0]?.at ?? 0, asOf);
  }
  const roles: Role[] = ['body', 'status', 'bound', 'as_of', 'locator', 'printed', 'note'];
  const own = Object.fromEntries(roles.map((role) => [role, text(role)]));
  return { place, texts, own };
}

function kindOf(text: string): Kind | null {
  return text === '' ? null : (KINDS.find((kind) => kind === text) ?? null);
}

/** A row that was taken for a total and is none: its label names the unit, where no other column does. */
function isRestored(work: Work, label: string, subject: string): boolean {
  return label !== '' && label !== subject && work.answers[totalKey(label)] === TAKEN;
}

/** The unit's own figures, of no category. */
function ownTotal(work: Work, row: number, label: string): void {
  work.totals.push({ row, text: label });
}

/** The unit of a row; '' while a person has not said which, null where the row is left out. */
function unitOf(work: Work, text: string, row: number): string {
  const answer = work.answers[`name ${work.keyOf(text)}`];
  if (answer) return answer;
  return settle(work, 'name', work.keyOf(text), text, row, work.vocabulary.unit(text));
}

function subjectOf(work: Work, text: string, row: number, sectionText: string): string {
  const whole = sectionText === '' ? text : `${sectionText} › ${text}`;
  const answer = work.answers[`subject ${whole}`];
  if (answer) return answer;
  const match = work.vocabulary.subject(text);
  const isShort = match.kind === 'doubtful' && match.exact;
  const about = sectionText === '' ? work.layout.title.join(' ') : sectionText;
  const measure = isShort
    ? fittingTopic(
        match.ids,
        work.vocabulary.topics(about),
        work.vocabulary,
        work.vocabulary.named(text),
      )
    : null;
  if (measure) return measure;
  const key = isShort ? whole : text;
  return settle(work, 'subject', key, key, row, match);
}

function settle(
  work: Work,
  kind: QuestionKind,
  key: string,
  text: string,
  row: number,
  match: Match,
): string {
  if (match.kind === 'sure') return match.id;
  ask(work, kind, key, row, match.kind === 'doubtful' ? match.ids : []);
  const asked = work.questions.get(`${kind} ${key}`);
  if (asked && asked.text === key && key !== text)
    work.questions.set(asked.key, { ...asked, text });
  return '';
}

function periodOf(
  work: Work,
  row: number,
  text: string,
  year: string,
  part: string,
): string | null {
  const ownYear = /(19|20)\d{2}/.exec(year)?.[0] ?? work.year;
  if (text !== '') {
    const said = work.periodIn(text) || (ownYear ? readPartOfYear(text, ownYear) : null);
    if (said === null)
      fault(work, 'bad-period', row, columnsWith(work, 'period')[0]?.at ?? 0, text);
    return said ?? '';
  }
  if (part !== '' && ownYear) {
    const heading = columnsWith(work, 'part')[0]?.labels[0] ?? '';
    const word = /\p{L}/u.test(part) && !/^[IVX]+$/i.test(part) ? part : `${heading} ${part}`;
    const said = readPartOfYear(word, ownYear);
    if (said === null) fault(work, 'bad-period', row, columnsWith(work, 'part')[0]?.at ?? 0, part);
    return said ?? '';
  }
  return year !== '' && ownYear ? ownYear : null;
}

function categoryOf(
  work: Work,
  row: number,
  place: { breakdown?: string; category?: string; measure?: string },
  breakdown: string,
  text: string,
): void {
  if (text === '' && breakdown === '') return;
  if (breakdown !== '' || /^[a-z][a-z0-9_*]*$/.test(text)) {
    const known =
      work.vocabulary.data.categories.find(({ category }) => category === text)?.breakdown ?? '';
    place.breakdown = breakdown || known;
    place.category = text;
    if (place.breakdown && place.category) return;
  }
  const found = work.vocabulary.category(text, place.measure ?? '');
  if (found) Object.assign(place, found);
  else
    fault(work, 'bad-category', row, columnsWith(work, 'category')[0]?.at ?? 0, text || breakdown);
}
