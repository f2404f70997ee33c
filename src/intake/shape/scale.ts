/** Figures in another unit of counting than the measure's ("triệu đồng" where the catalogue has "đồng"). */
import { nameKey } from '../../model/writing/fold.ts';

/** Units that are multiples of another one, by their folded-in-case names. */
const MULTIPLES: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  đồng: [
    ['nghìn đồng', 1e3],
    ['ngàn đồng', 1e3],
    ['1 000 đồng', 1e3],
    ['triệu đồng', 1e6],
    ['tr đồng', 1e6],
    ['trđ', 1e6],
    ['tỷ đồng', 1e9],
    ['tỉ đồng', 1e9],
  ],
  ha: [
    ['km2', 100],
    ['km²', 100],
    ['m2', 1e-4],
    ['m²', 1e-4],
  ],
  km: [['m', 1e-3]],
};

/**
 * By how much a figure is multiplied, said by the first of the texts (a column's heading, its row's unit, the title)
 * that names a unit; 1 where none does.
 *
 * @param unitLabel as the catalogue has it
 */
export function factorIn(texts: readonly string[], unitLabel: string): number {
  const multiples = MULTIPLES[unitLabel];
  if (!multiples) return 1;
  for (const text of texts) {
    const said = text.match(/\(([^()]*)\)/g)?.map((part) => part.slice(1, -1)) ?? [text];
    for (const part of said) {
      const key = nameKey(part.replace(/^.*?(đvt|đơn vị tính|đơn vị)\s*:?/iu, ''));
      const found = multiples.find(([name]) => nameKey(name) === key);
      if (found) return found[1];
      if (key === nameKey(unitLabel)) return 1;
    }
  }
  return 1;
}
