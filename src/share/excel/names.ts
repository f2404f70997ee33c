/** Names of sheets and of ranges as Excel takes them. */
import { words } from '../../text/words.ts';

const MOST = 31;

/** Cut at words, without the signs that Excel forbids, each only once whatever its case. */
export function sheetNames(titles: readonly string[]): string[] {
  const used = new Set<string>();
  return titles.map((title) => {
    const plain = plainName(title);
    for (let at = 1; ; at += 1) {
      const end = at === 1 ? '' : ` (${at})`;
      const name = `${cutName(plain, MOST - end.length)}${end}`;
      if (used.has(name.toLocaleLowerCase())) continue;
      used.add(name.toLocaleLowerCase());
      return name;
    }
  });
}

function plainName(title: string): string {
  const name = title
    .replace(/[\\/?*[\]:\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[' ]+|[' ]+$/g, '');
  return !name || /^history$/i.test(name) ? words.workbook.none : name; // Excel keeps this name for itself
}

/** At the last word that fits; within a word only where it is the first. */
function cutName(name: string, most: number): string {
  if (name.length <= most) return name;
  const part = name.slice(0, most + 1);
  const end = part.lastIndexOf(' ');
  return (end > 0 ? part.slice(0, end) : name.slice(0, most)).replace(/[\s·,;:'–-]+$/, '');
}

/** "A10:K25": the head in a row (from 1), and the rows below it. */
export function rangeOf(head: number, columns: number, rows: number): string {
  return `A${head}:${letters(columns - 1)}${head + rows}`;
}

function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}
