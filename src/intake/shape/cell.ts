/** A cell → figures: read by the decimal sign of its column, scaled, split where it is a pair. */

import type { CellProblemCode } from '../../model/intake/cell-problem.ts';
import { ABSENT_STATUSES, BOUNDS, STATUSES, type Status } from '../../model/observation.ts';
import { isQuantity, tellsChange } from '../../model/quantity.ts';
import { readSaidDay } from '../../model/time/said-period.ts';
import {
  type DecimalSign,
  readSaidNumber,
  type SaidNumber,
  signIn,
} from '../../model/writing/said-number.ts';
import type { Role } from '../recognise/layout.ts';
import type { Place } from '../recognise/meaning.ts';
import { type CellValue, cellKey, columnLetter, rowNumber, sheetTitle, textOf } from '../sheet.ts';
import type { Draft } from './draft.ts';
import { periodsSaid } from './given.ts';
import { factorIn } from './scale.ts';
import {
  ask,
  cellText,
  columnsWith,
  fault,
  figureColumns,
  labelAt,
  type Reading,
  type Work,
} from './work.ts';

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
      status: status ?? figure.status,
      asOf: readSaidDay(own.as_of ?? '') ?? '',
      locator: own.locator || locatorOf(work, row, at),
      printed: own.printed || printedOf(value, textOf(value)),
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
  if (said === null) return stop('not-a-number');
  return said === 'asked'
    ? null
    : figuresOf(work, row, at, scaled(work, row, at, said, measure), measure, text);
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

/** Texts as they stand; a number of Excel's has no writing of its own. */
function printedOf(value: CellValue, text: string): string {
  return typeof value === 'string' ? text : '';
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

/** The indicator in percent, or null for counts and other measures. */
function rateIn({ vocabulary }: Reading, measure: string) {
  const indicator = vocabulary.data.measures.has(measure)
    ? undefined
    : vocabulary.data.indicators.get(measure);
  return indicator && indicator.scale === 100 ? indicator : null;
}

/** Hectares, money: what is measured may have decimals. */
function isMeasured({ vocabulary }: Reading, measure: string): boolean {
  const known = vocabulary.data.measures.get(measure);
  return known === undefined || isQuantity(known.unitLabel);
}

/** The sign of decimals of every column: answered, else what its own texts give away, where they agree. */
export function signsOf(work: Reading): Map<number, DecimalSign | null> {
  const signs = new Map<number, DecimalSign | null>();
  for (const { at } of figureColumns(work)) {
    const answer = work.answers[`decimal ${labelAt(work, at)}`];
    signs.set(at, answer === 'comma' || answer === 'dot' ? answer : guessSign(work, at));
  }
  return signs;
}

function guessSign(work: Reading, at: number): DecimalSign | null {
  const found = new Set<DecimalSign>();
  for (let row = work.layout.body.first; row <= work.layout.body.last; row += 1) {
    const value = work.sheet.rows[row]?.[at];
    const sign = typeof value === 'string' ? signIn(value) : null;
    if (sign) found.add(sign);
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The sign to be shown for a column: of counts, groups of three ("1.206") give it away as well. */
export function signOf(work: Reading, at: number): DecimalSign | null {
  const answer = work.answers[`decimal ${labelAt(work, at)}`];
  if (answer === 'comma' || answer === 'dot') return answer;
  const guess = guessSign(work, at);
  const meaning = work.meanings.get(at);
  const measure = meaning?.kind === 'figures' ? (meaning.place.measure ?? '') : '';
  if (guess || !measure || rateIn(work, measure) || isMeasured(work, measure)) return guess;
  for (let row = work.layout.body.first; row <= work.layout.body.last; row += 1) {
    const text = textOf(work.sheet.rows[row]?.[at]);
    const group = /^\d{1,3}([.,])\d{3}$/.exec(text)?.[1];
    if (group) return group === '.' ? 'comma' : 'dot';
  }
  return null;
}

interface Part {
  readonly measure: string;
  readonly value: number | null;
  readonly bound: Draft['bound'];
  readonly status: Draft['status'];
}

/** A cell's figures: one, none with its reason, or the two of a pair. */
function figuresOf(
  work: Work,
  row: number,
  at: number,
  said: SaidNumber,
  measure: string,
  text: string,
): Part[] {
  switch (said.kind) {
    case 'number':
      if (isNoCount(work, measure, said)) {
        fault(work, said.isPercent ? 'percent-in-count' : 'not-whole', row, at, text);
        return [];
      }
      if (said.value < 0 && !tellsChange(nameOf(work, measure))) {
        fault(work, 'below-zero', row, at, text);
        return [];
      }
      return [{ measure, value: said.value, bound: said.bound, status: 'A' }];
    case 'absent':
      return [{ measure, value: null, bound: '', status: said.status }];
    case 'pair':
      return pairOf(work, row, at, said, measure, text);
    default:
      return said.kind === 'empty' ? [{ measure, value: null, bound: '', status: 'O' }] : [];
  }
}

/** Cases, people, sessions are whole, and no percentages. */
function isNoCount(
  work: Work,
  measure: string,
  { value, isPercent }: { value: number; isPercent: boolean },
): boolean {
  const isKnown = work.vocabulary.data.measures.has(measure);
  return isKnown && !isMeasured(work, measure) && (isPercent || !Number.isInteger(value));
}

function nameOf({ vocabulary: { data } }: Reading, id: string): string {
  return data.measures.get(id)?.name ?? data.indicators.get(id)?.name ?? '';
}

function pairOf(
  work: Work,
  row: number,
  at: number,
  said: Extract<SaidNumber, { kind: 'pair' }>,
  measure: string,
  text: string,
): Part[] {
  const indicator = work.vocabulary.data.indicators.get(measure) ?? indicatorOver(work, measure);
  const [numerator, ...more] = indicator?.numerator ?? [];
  const [denominator, ...others] = indicator?.denominator.filter(({ optional }) => !optional) ?? [];
  if (!numerator || !denominator || more.length > 0 || others.length > 0) {
    fault(work, 'pair-without-place', row, at, text);
    return [];
  }
  if (said.part > said.whole) {
    fault(work, 'pair-impossible', row, at, text);
    return [];
  }
  const common = { bound: said.bound, status: 'A' as const };
  return [
    { measure: numerator.measure, value: said.part, ...common },
    { measure: denominator.measure, value: said.whole, ...common },
  ];
}

/** "12/12" under "đã giải quyết": the one rate that this count is the upper part of. */
function indicatorOver({ vocabulary }: Reading, measure: string) {
  const over = [...vocabulary.data.indicators.values()].filter(
    ({ numerator, denominator }) =>
      numerator.length === 1 &&
      numerator[0]?.measure === measure &&
      denominator.filter(({ optional }) => !optional).length === 1,
  );
  return over.length === 1 ? over[0] : undefined;
}
