/** A cell → figures: read by the decimal sign of its column, scaled, split where it is a pair. */
import type { CellProblemCode } from '../../model/intake/cell-problem.ts';
import { ABSENT_STATUSES, BOUNDS, STATUSES, type Status } from '../../model/observation.ts';
import { decimalsOf, formatNumber } from '../../model/writing/number.ts';
import {
  type DecimalSign,
  readSaidNumber,
  type SaidNumber,
  signIn,
} from '../../model/writing/said-number.ts';
import type { Place } from '../recognise/place.ts';
import type { Role } from '../recognise/role.ts';
import { type CellValue, cellKey, columnLetter, rowNumber, sheetTitle, textOf } from '../sheet.ts';
import { isMeasured, rateIn } from './counted.ts';
import { figuresOf, type Part } from './figures.ts';
import { periodsSaid } from './given.ts';
import { factorIn } from './scale.ts';
import { ask, cellText, columnsWith, fault, labelAt, type Work } from './work.ts';

/** The figures of one cell as drafts; what stands in the way becomes a question or a problem. */
export function takeCell(
  work: Work,
  row: number,
  at: number,
  place: Place,
  own: Partial<Record<Role, string>>,
): void {
  const value = work.fixes.get(cellKey(row, at)) ?? work.sheet.rows[row]?.[at] ?? null;
  const status = STATUSES.find((known) => known === own.status);
  const figures = readFigures(work, row, at, place, value, status);
  if (!figures || !isPlaced(work, row, place)) return;
  for (const figure of figures) {
    work.drafts.push({
      sheet: work.at,
      row,
      column: at,
      unit: place.unit ?? '',
      body: own.body ?? '',
      period: place.period ?? '',
      measure: figure.measure,
      breakdown: place.breakdown ?? '',
      category: place.category ?? '',
      kind: place.kind ?? '',
      value: figure.value,
      bound: BOUNDS.find((bound) => bound === own.bound && bound !== '') ?? figure.bound,
      status: status ?? (figure.status === 'A' ? (place.status ?? 'A') : figure.status),
      asOf: work.dayIn(own.as_of ?? '') ?? '',
      locator: own.locator || locatorOf(work, row, at),
      printed: own.printed || printedOf(value),
      note: own.note ?? '',
    });
  }
}

function readFigures(
  work: Work,
  row: number,
  at: number,
  { measure }: Place,
  value: CellValue,
  status: Status | undefined,
): Part[] | null {
  const key = cellKey(row, at);
  const text = textOf(value);
  const error = work.fixes.has(key) ? undefined : work.sheet.errors.get(key);
  const stop = (code: CellProblemCode, shown = text) => {
    fault(work, code, row, at, shown);
    return null;
  };
  if (error !== undefined) return stop('formula-error', error);
  if (text === '' && !(status && ABSENT_STATUSES.includes(status))) return null;
  if (value instanceof Date) return stop('date-in-place-of-number');
  if (measure === undefined) return stop('figure-without-name');
  if (measure === '') return null; // asked
  const said = readCell(work, at, value, key, measure);
  if (said === null || isBeyond(said)) return stop('not-a-number');
  if (said !== 'asked') tellOtherSign(work, row, at, value, said);
  return said === 'asked'
    ? null
    : figuresOf(work, row, at, scaled(work, row, at, said, measure), measure, text);
}

/** "1,234.5" where the other cells have decimal commas: it can be read one way only, and may be a slip all the same. */
function tellOtherSign(work: Work, row: number, at: number, value: CellValue, said: SaidNumber) {
  if (typeof value !== 'string' || said.kind !== 'number') return;
  const sign = signIn(value);
  const usual = work.usualSign(at);
  if (sign === null || usual === null || sign === usual) return;
  const read = formatNumber(said.value, decimalsOf(said.value));
  fault(work, 'other-sign', row, at, textOf(value), read, 'note');
}

/** A count beyond 2^53 is another number already when it is read. */
function isBeyond(said: SaidNumber | 'asked'): boolean {
  return (
    said !== 'asked' && said.kind === 'number' && Math.abs(said.value) > Number.MAX_SAFE_INTEGER
  );
}

/** In the measure's own unit of counting, where heading, row or title name a multiple of it. */
function scaled(
  work: Work,
  row: number,
  at: number,
  said: SaidNumber,
  measure: string,
): SaidNumber {
  const unitLabel = work.vocabulary.data.measures.get(measure)?.unitLabel ?? '';
  if (said.kind !== 'number' || unitLabel === '') return said;
  const counted = columnsWith(work, 'counted').map((column) => cellText(work, row, column.at));
  const texts = [labelAt(work, at), ...counted.filter(Boolean), ...work.layout.title];
  const factor = factorIn(texts, unitLabel);
  return factor === 1 ? said : { ...said, value: Number((said.value * factor).toPrecision(15)) };
}

/** Whether unit and period are known; a whole sheet without either is asked about. */
function isPlaced(work: Work, row: number, { unit, period }: Place): boolean {
  if (unit === undefined) ask(work, 'unit', sheetTitle(work.sheet), row, []);
  if (period === undefined) ask(work, 'period', sheetTitle(work.sheet), row, periodsSaid(work));
  return Boolean(unit && period);
}

/** "dòng 5, cột C" would be words of one language: the cell's own address is none. */
function locatorOf({ sheet }: Work, row: number, column: number): string {
  const cell = `${columnLetter(column)}${rowNumber(sheet, row)}`;
  return sheet.name ? `${sheet.name}!${cell}` : cell;
}

/** Texts as they stand, or as somebody mended them; a number of Excel's has no writing of its own. */
function printedOf(value: CellValue): string {
  return typeof value === 'string' ? textOf(value) : '';
}

function readCell(
  work: Work,
  at: number,
  value: CellValue,
  key: string,
  measure: string,
): SaidNumber | 'asked' | null {
  const isRate = rateIn(work, measure) !== null;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return null;
    const scaled =
      work.sheet.percents.has(key) && !work.fixes.has(key)
        ? Number((value * 100).toPrecision(15))
        : value;
    const isPercent = work.sheet.percents.has(key);
    return scaledBy(work, at, { kind: 'number', value: scaled, bound: '', isPercent }, isRate);
  }
  const text = textOf(value);
  const sign = work.signs.get(at) ?? null;
  const said = readSaidNumber(text, sign);
  if (said?.kind !== 'ambiguous')
    return said?.kind === 'number' ? scaledBy(work, at, said, isRate) : said;
  if (!isRate && !isMeasured(work, measure))
    return { kind: 'number', value: Math.max(said.comma, said.dot), bound: '', isPercent: false };
  ask(work, 'decimal', labelAt(work, at), null, ['comma', 'dot']);
  const question = work.questions.get(`decimal ${labelAt(work, at)}`);
  if (question) work.questions.set(question.key, { ...question, text: text || question.text });
  return 'asked';
}

/** Shares of one (0,209) in a column of percentages: a person says what they are. */
function scaledBy(
  work: Work,
  at: number,
  said: Extract<SaidNumber, { kind: 'number' }>,
  isRate: boolean,
): SaidNumber | 'asked' {
  if (!isRate || said.isPercent || !work.isShares(at)) return said;
  const answer = work.answers[`scale ${labelAt(work, at)}`];
  if (answer === 'fraction') return { ...said, value: Number((said.value * 100).toPrecision(15)) };
  if (answer === 'percent') return said;
  ask(work, 'scale', labelAt(work, at), null, ['fraction', 'percent']);
  return 'asked';
}

/** Whether all figures of a column lie between 0 and 1, some of them inside. */
export function isShares(work: Pick<Work, 'sheet' | 'layout' | 'signs'>, at: number): boolean {
  const { body } = work.layout;
  let isInside = false;
  for (let row = body.first; row <= body.last; row += 1) {
    const value = work.sheet.rows[row]?.[at];
    if (work.sheet.percents.has(cellKey(row, at))) return false;
    const number =
      typeof value === 'number' ? value : numberIn(textOf(value), work.signs.get(at) ?? null);
    if (number === null) continue;
    if (number < 0 || number > 1) return false;
    isInside ||= number > 0 && number < 1;
  }
  return isInside;
}

function numberIn(text: string, sign: DecimalSign | null): number | null {
  const said = readSaidNumber(text, sign);
  return said?.kind === 'number' ? (said.isPercent ? 100 : said.value) : null;
}
