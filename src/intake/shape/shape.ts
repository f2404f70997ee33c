/**
 * One sheet → figures. Every cell of the body is placed by its column, its row, the section above it and the title:
 *
 *   column (meaning) ┐
 *   row (labels)     ├→ place → reading of the cell → drafts, or a question, or a problem
 *   section, title   ┘
 */

import { parsePeriod } from '../../model/time/period.ts';
import { readPartOfYear, readSaidDay, readSaidPeriod } from '../../model/time/said-period.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { IGNORE } from '../answers.ts';
import { columnKey, yearIn } from '../recognise/meaning.ts';
import type { Place } from '../recognise/place.ts';
import { remembering } from '../remembering.ts';
import { columnLetter, rowNumber } from '../sheet.ts';
import { isShares, takeCell } from './cell.ts';
import { DAY_ORDERS, type Days, daysKey } from './days.ts';
import { signsOf, usualSign } from './decimal.ts';
import { type Draft, draftKey, type Shaped } from './draft.ts';
import { givenFor } from './given.ts';
import { isShifted, oddRows, widthOf } from './ragged.ts';
import { labelsOf } from './row.ts';
import { compareTotals } from './total.ts';
import {
  ask,
  cellText,
  fault,
  figureColumns,
  labelAt,
  type Reading,
  type RowLabels,
  type Work,
} from './work.ts';

/** @param days the order of days in the whole file */
export function shapeSheet(reading: Reading, days: Days | null): Shaped {
  const given = givenFor(reading);
  const year = given.period?.slice(0, 4) ?? yearIn(reading.layout.title) ?? '';
  const signs = signsOf(reading);
  const dayIn = remembering((text: string) => readSaidDay(text, days?.order === 'month'));
  const work: Work = {
    ...{ ...reading, given, year, signs, dayIn, drafts: [], problems: [] },
    ...{ passed: [], left: [], sums: [], totals: [] },
    questions: new Map(),
    keyOf: remembering(nameKey),
    usualSign: remembering((column) => usualSign(reading, column)),
    isShares: remembering((column) => isShares({ ...reading, signs }, column)),
    periodIn: remembering(
      (text) => readSaidPeriod(text) ?? dayIn(text) ?? (year && readPartOfYear(text, year)),
    ),
  };
  const width = widthOf(reading);
  askOfColumns(work);
  if (days && !days.isSure) {
    ask(work, 'days', days.example, null, DAY_ORDERS, daysKey(reading.sheet.file));
  }
  let section: Place = {};
  let sectionText = '';
  let above: RowLabels = { place: {}, texts: [] };
  for (let row = reading.layout.body.first; row <= reading.layout.body.last; row += 1) {
    const labels = labelsOf(work, row, above, section, sectionText);
    if (labels.section) section = labels.section;
    if (labels.sectionText !== undefined) sectionText = labels.sectionText;
    if (!labels.isTotal) above = carried(labels);
    if (labels.isPassed) continue;
    takeRow(work, row, labels, section);
    if (isShifted(work, row, width)) giveUp(work, row);
  }
  for (const row of oddRows(reading, width)) giveUp(work, row);
  if (reading.layout.second !== null) {
    fault(work, 'second-table', reading.layout.second, 0, cellText(work, reading.layout.second, 0));
  }
  if (reading.layout.beside !== null) {
    const { first } = reading.layout.header;
    fault(
      work,
      'second-table',
      first,
      reading.layout.beside,
      cellText(work, first, reading.layout.beside),
    );
  }
  compareTotals(work);
  checkUnits(work);
  const { drafts, problems, passed, left, questions } = work;
  return {
    drafts: withoutTwins(drafts, work),
    problems,
    passed,
    left,
    totals: work.totals.map(({ row, text }) => ({
      ...{ sheet: work.at, row: rowNumber(work.sheet, row), text },
    })),
    questions: [...questions.values()],
  };
}

/** What a row leaves to those below it; a heading holds by itself. */
function carried({ section: _, sectionText: __, isPassed: ___, ...labels }: RowLabels): RowLabels {
  return labels;
}

/** A unit that was merged away cannot have reported: said of its first figure. */
function checkUnits(work: Work): void {
  const { units } = work.vocabulary.data;
  const seen = new Set<string>();
  for (const { unit, period, row, column } of work.drafts) {
    if (seen.has(`${unit} ${period}`) || !units.has(unit)) continue;
    seen.add(`${unit} ${period}`);
    const span = parsePeriod(period);
    if (units.existed(unit, span)) continue;
    fault(
      work,
      'unit-not-then',
      row,
      column,
      units.at(unit, span).name,
      formatPeriod(span),
      'note',
    );
  }
}

/** Columns whose headings nobody could place. */
function askOfColumns(work: Work): void {
  for (const meaning of work.meanings.values()) {
    if (meaning.kind === 'unknown') {
      ask(work, 'column', meaning.text, null, meaning.ids, columnKey(meaning.text, work));
    }
  }
}

/** A row of which no figure can be trusted: one problem for all of it. */
function giveUp(work: Work, row: number): void {
  remove(work.drafts, (draft) => draft.row === row);
  remove(work.problems, (problem) => problem.row === row);
  fault(work, 'ragged-row', row, 0, cellText(work, row, 0));
}

function remove<T>(list: T[], isGone: (item: T) => boolean): void {
  const rest = list.filter((item) => !isGone(item));
  list.splice(0, list.length, ...rest);
}

function takeRow(work: Work, row: number, labels: RowLabels, section: Place): void {
  for (const { at } of figureColumns(work)) {
    const meaning = work.meanings.get(at);
    const own = meaning?.kind === 'figures' || meaning?.kind === 'unknown' ? meaning.place : {};
    if (meaning?.kind === 'unknown') continue;
    const place: Place = { ...work.given, ...section, ...labels.place, ...own };
    if ([place.unit, place.measure].includes(IGNORE)) {
      leaveOut(work, row);
      continue;
    }
    takeCell(work, row, at, place, labels.own ?? {});
  }
}

/** Once, however many figures it has. */
function leaveOut(work: Work, row: number): void {
  const line = rowNumber(work.sheet, row);
  if (work.left.at(-1)?.row === line) return;
  const texts = (work.sheet.rows[row] ?? []).map((_, at) => cellText(work, row, at));
  work.left.push({ sheet: work.at, row: line, text: texts.filter(Boolean).join(' | ') });
}

/** "Trước hạn" and "Đúng hạn" side by side are two parts of what was done on time. */
function isEarly(a: Draft, b: Draft, work: Work): boolean {
  const labels = [labelAt(work, a.column), labelAt(work, b.column)];
  const isPart = (label: string, word: RegExp) => word.test(label.split(' › ').at(-1) ?? '');
  return (
    a.row === b.row &&
    labels.some((label) => isPart(label, /^(số )?(hồ sơ )?(giải quyết )?trước hạn$/iu)) &&
    labels.some((label) => isPart(label, /^(số )?(hồ sơ )?(giải quyết )?đúng hạn$/iu))
  );
}

function summed(a: Draft, b: Draft): Draft {
  if (a.value === null || b.value === null) return a.value === null ? b : a;
  const printed = [a.printed || a.value, b.printed || b.value].join(' + ');
  return { ...a, value: a.value + b.value, printed, locator: `${a.locator}, ${b.locator}` };
}

/** One figure told twice is one; told differently, it is said of the later cell. */
function withoutTwins(drafts: readonly Draft[], work: Work): Draft[] {
  const first = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = draftKey(draft);
    const known = first.get(key);
    if (!known) first.set(key, draft);
    else if (isEarly(known, draft, work)) first.set(key, summed(known, draft));
    else if (known.value !== draft.value || known.status !== draft.status) {
      fault(
        work,
        'contradiction',
        draft.row,
        draft.column,
        cellText(work, draft.row, draft.column),
        `${columnLetter(known.column)}${rowNumber(work.sheet, known.row)}`,
      );
    }
  }
  return [...first.values()];
}
