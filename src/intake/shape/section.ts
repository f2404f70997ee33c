/** A row without figures: the heading of a section, or a row that nobody has filled in. */
import { readSaidPeriod } from '../../model/time/said-period.ts';
import type { Place } from '../recognise/place.ts';
import type { Role } from '../recognise/role.ts';
import { rowNumber } from '../sheet.ts';
import { cellText, columnsWith, type RowLabels, type Work } from './work.ts';

/** What stands beside a row's label is about the row, and opens no section. */
const BESIDE: readonly Role[] = ['note', 'counted', 'ignored', 'printed', 'locator', 'source'];

const NUMBER = /^([IVX]+|[A-Z]|\d+)\.?$/;

/** A row of words alone: the heading of a section, which may say whose figures follow. */
export function withoutFigures(work: Work, row: number, above: RowLabels): RowLabels {
  if (isUnfilled(work, row)) return { ...unfilled(work, row, above), isPassed: true };
  const all = textsOf(work, row, []).join(' ');
  const texts = textsOf(work, row, BESIDE);
  work.passed.push({ sheet: work.at, row: rowNumber(work.sheet, row), text: all });
  const [first = ''] = texts.map(plain);
  const period = readSaidPeriod(first);
  return {
    ...(period ? { ...above, place: withoutPeriod(above.place) } : above),
    section: sectionIn(work, plain(texts.join(' ')), period),
    sectionText: plain(texts.join(' ')),
    isPassed: true,
  };
}

function sectionIn(work: Work, text: string, period: string | null): Place {
  const unit = work.vocabulary.unit(text);
  const subject = work.vocabulary.subject(text);
  return {
    ...(unit.kind === 'sure' && columnsWith(work, 'unit').length === 0 ? { unit: unit.id } : {}),
    ...(subject.kind === 'sure' && columnsWith(work, 'subject').length === 0
      ? { measure: subject.id }
      : {}),
    ...(period ? { period } : {}),
  };
}

/** Texts of a row but for its number; of those beside its label only where it has no other. */
function textsOf(work: Work, row: number, beside: readonly Role[]): string[] {
  const left = new Set(beside.flatMap((role) => columnsWith(work, role).map(({ at }) => at)));
  const texts = (at: (column: number) => boolean) =>
    (work.sheet.rows[row] ?? [])
      .map((_, column) => (at(column) ? cellText(work, row, column) : ''))
      .filter((text) => text !== '' && !NUMBER.test(text));
  const own = texts((column) => !left.has(column));
  return own.length > 0 ? own : texts(() => true).slice(0, 1);
}

/** "I. Đất đai" without its number. */
function plain(text: string): string {
  return text.replace(/^\s*(?:[IVX]+|[A-Z]|\d+)\s*[.)-]\s*/u, '');
}

function withoutPeriod({ period: _, ...place }: Place): Place {
  return place;
}

const textIn = (work: Work, row: number, role: Role) =>
  columnsWith(work, role)
    .map(({ at }) => cellText(work, row, at))
    .find(Boolean) ?? '';

/**
 * Whether a row names what its figures would be, as its neighbours do: a unit or a period in the column for it, a
 * measure by its id or with its unit of counting. Where parts of it follow ("- trực tuyến") it opens them.
 */
function isUnfilled(work: Work, row: number): boolean {
  const [unit, period, subject] = (['unit', 'period', 'subject'] as const).map((role) =>
    textIn(work, row, role),
  );
  if (unit && work.vocabulary.unit(unit).kind === 'sure') return true;
  if (period && work.periodIn(period)) return true;
  if (!subject || work.vocabulary.subject(subject).kind !== 'sure') return false;
  if (/^[a-z][a-z0-9_]*$/.test(subject)) return true;
  return textIn(work, row, 'counted') !== '' && !PART.test(textIn(work, row + 1, 'subject'));
}

const PART = /^\s*([-+–•]|[a-zđ]\)|trong đó)/iu;

/** What the rows below leave open it says as well: theirs is the unit and the period that were named last. */
function unfilled(work: Work, row: number, above: RowLabels): RowLabels {
  const unit = work.vocabulary.unit(textIn(work, row, 'unit'));
  const period = work.periodIn(textIn(work, row, 'period'));
  const place: Place = {
    ...above.place,
    ...(unit.kind === 'sure' ? { unit: unit.id } : {}),
    ...(period ? { period } : {}),
  };
  return { ...above, place };
}
