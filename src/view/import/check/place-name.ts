/** A cell as people find it: "ho-so.xlsx › Quý I, dòng 5, cột D (Hồ sơ tiếp nhận)". */
import type { CellPlace } from '../../../intake/show/place.ts';
import { cut, visible } from '../../../model/writing/outside.ts';
import { words } from '../../../text/words.ts';

const LABEL = 60;

export function placeName({ title, line, letter, label }: CellPlace): string {
  const column = label ? `${letter} (${visible(cut(label, LABEL))})` : letter;
  return visible(words.import.cell(title, line, column));
}
