/** What stands in a column, where its heading says too little. */
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { textOf } from '../sheet.ts';
import type { Context } from './place.ts';
import { type Role, saysPeriod } from './role.ts';
import type { Column } from './table.ts';

/** "Năm" over years, "Quý" over quarters; over other figures they are no labels. */
export function fitsRole(role: Role, column: Column, context: Context): boolean {
  const texts = samples(column, context);
  if (role === 'year') return texts.every((text) => /^(năm\s*)?(19|20)\d{2}$/iu.test(text));
  if (role === 'part')
    return texts.every((text) => /^(0?[1-9]|1[0-2])$/.test(text) || saysPeriod(text));
  return true;
}

/** Rows looked at in order to tell what a column holds. */
const LOOK = 200;

function samples({ at }: Column, { sheet, layout }: Context): string[] {
  const rows = sheet.rows.slice(
    layout.body.first,
    Math.min(layout.body.last + 1, layout.body.first + LOOK),
  );
  return rows.map((row) => textOf(row[at])).filter(Boolean);
}

/** A column whose heading says nothing is told by what stands in it. */
export function contentsRole(column: Column, context: Context): Role | null {
  const texts = samples(column, context);
  const most = (test: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(test).length * 2 > texts.length;
  const { vocabulary } = context;
  if (texts.length > 0 && !texts.every((text) => /\p{L}|[/-]/u.test(text)))
    return isOrder(column, texts) ? 'order' : null;
  if (
    most(
      (text) => vocabulary.unit(text).kind !== 'none' && vocabulary.subject(text).kind !== 'sure',
    )
  )
    return 'unit';
  if (most((text) => vocabulary.subject(text).kind === 'sure')) return 'subject';
  if (most(saysPeriod)) return 'period';
  return null;
}

/** "1, 2, 3" or "I, II" without a heading. */
function isOrder({ labels, at }: Column, texts: readonly string[]): boolean {
  return labels.length === 0 && at === 0 && texts.every((text, row) => text === String(row + 1));
}

/** Figures, or only words for none of them under the name of a measure. */
export function holdsFigures(column: Column, context: Context): boolean {
  const texts = samples(column, context);
  if (texts.some((text) => /\d/.test(text))) return true;
  if ([...context.sheet.errors.keys()].some((key) => key.endsWith(`:${column.at}`))) return true;
  const absent = texts.some((text) => readSaidNumber(text, null)?.kind === 'absent');
  return absent && column.labels.some((label) => context.vocabulary.subject(label).kind !== 'none');
}
