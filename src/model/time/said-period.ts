/** Periods as people write them in titles, headers and names of sheets. */
import { isDay, parsePeriod } from './period.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const YEAR = String.raw`(?:năm\s*|nam\s*|/|-|–|\.|,|\s|của\s)*((?:19|20)\d{2})`;
const END = String.raw`(?!\d)`;
const DAY = String.raw`(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})`;

/** What a pattern finds → a period code; the first that fits counts, the longest writings come first. */
const READERS: readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[] = [
  [
    new RegExp(String.raw`${DAY}\s*(?:đến|den|tới|–|-|→|to)\s*(?:hết\s*)?(?:ngày\s*)?${DAY}`, 'iu'),
    (f) => spanOf(dayOf(f[1], f[2], f[3]), dayOf(f[4], f[5], f[6])),
  ],
  [
    new RegExp(
      String.raw`(\d{1,2})\s*/\s*(\d{1,2})\s*(?:đến|den|tới|–|-|→)\s*(?:hết\s*)?(?:ngày\s*)?${DAY}`,
      'iu',
    ),
    (f) => spanOf(dayOf(f[1], f[2], f[5]), dayOf(f[3], f[4], f[5])),
  ],
  [
    /(?<![\d-])((?:19|20)\d{2}-(?:S[12]|Q[1-4]|M(?:0[1-9]|1[0-2])))(?!\d)/i,
    (f) => (f[1] ?? '').toUpperCase(),
  ],
  [
    new RegExp(
      String.raw`(?:(?:06|6|sáu|sau)\s*(?:tháng|thang|t)\b\s*)(đầu|dau|cuối|cuoi)?(?:\s*(?:năm|nam))?\s*${YEAR}${END}`,
      'iu',
    ),
    (f) => `${f[2]}-S${/^cu/i.test(f[1] ?? '') ? 2 : 1}`,
  ],
  [new RegExp(String.raw`(?:6|06)t\s*(?:đầu|dau)?\s*${YEAR}${END}`, 'iu'), (f) => `${f[1]}-S1`],
  [
    new RegExp(
      String.raw`(?:09|9|chín|chin)\s*(?:tháng|thang|t)(?:\s*(?:đầu|dau))?\s*${YEAR}${END}`,
      'iu',
    ),
    (f) => `${f[1]}-01-01/P9M`,
  ],
  [new RegExp(String.raw`(?:12)\s*(?:tháng|thang|t)\s*${YEAR}${END}`, 'iu'), (f) => f[1] ?? null],
  [
    new RegExp(String.raw`(?:03|3|ba)\s*(?:tháng|thang)\s*(?:đầu|dau)\s*${YEAR}${END}`, 'iu'),
    (f) => `${f[1]}-Q1`,
  ],
  [new RegExp(String.raw`(?:nửa|nua)\s*(?:đầu|dau)\s*${YEAR}${END}`, 'iu'), (f) => `${f[1]}-S1`],
  [
    new RegExp(
      String.raw`(?<![\p{L}])(?:quý|quí|quy|qúy|q)\s*\.?\s*(IV|III|II|I|[1-4])${YEAR}${END}`,
      'iu',
    ),
    (f) => quarterOf(f[1], f[2]),
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\d])(?:tháng|thang|thg|th|t)\s*\.?\s*(0?[1-9]|1[0-2])${YEAR}${END}`,
      'iu',
    ),
    (f) => `${f[2]}-${pad(f[1])}`,
  ],
  [/(?<![\d/.-])(0?[1-9]|1[0-2])\s*\/\s*((?:19|20)\d{2})(?![\d/])/, (f) => `${f[2]}-${pad(f[1])}`],
  [/(?<![\d-])((?:19|20)\d{2})-(0[1-9]|1[0-2])(?![\d-])/, (f) => `${f[1]}-${f[2]}`],
  [/(?:năm|nam|year|cả năm|n\.)\s*((?:19|20)\d{2})(?![\d/])/iu, (f) => f[1] ?? null],
];

/**
 * The period that a text speaks of, as a canonical code: "Báo cáo 6 tháng đầu năm 2023" → "2023-S1". Dates of
 * documents are none; a year stands for itself only after "năm" or alone.
 *
 * @returns null where none is said, or several different ones
 */
export function readSaidPeriod(text: string): string | null {
  const plain = text
    .normalize('NFC')
    .replace(/[\s _]+/gu, ' ')
    .trim();
  if (/^(19|20)\d{2}$/.test(plain)) return plain;
  const exact = exactPeriod(plain);
  if (exact) return exact;
  for (const [pattern, codeOf] of READERS) {
    const all = [...plain.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
    const codes = new Set(
      all.flatMap((found) => exactPeriod(codeOf(found as RegExpExecArray) ?? '') ?? []),
    );
    if (codes.size > 1) return null;
    for (const code of codes) return code;
  }
  return null;
}

/** "26/5/2023", "26-05-2023", "ngày 26 tháng 5 năm 2023", "2023-05-26" → "2023-05-26"; null for what is no day. */
export function readSaidDay(text: string): string | null {
  const plain = text.trim();
  if (isDay(plain)) return plain;
  const found =
    /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu.exec(plain);
  return found ? dayOf(found[1], found[2], found[3]) : null;
}

/** "Quý I", "Tháng 5", "6 tháng đầu năm", "Cả năm" without a year → the part of that year. */
export function readPartOfYear(text: string, year: string): string | null {
  const plain = text.trim();
  if (/^(cả\s*)?năm$|^năm nay$/iu.test(plain)) return exactPeriod(year);
  if (/\d{4}/.test(plain)) return readSaidPeriod(plain);
  const roman = ROMAN[plain.toLowerCase()];
  if (roman) return `${year}-Q${roman}`;
  const said = readSaidPeriod(`${plain} năm ${year}`);
  return said === year ? null : said; // the year alone is what was added
}

/** Whether a text says a part of a year and no year ("Quý I", "T5"). */
export function isPartOfYear(text: string): boolean {
  return !/\d{4}/.test(text) && text.length < 30 && readPartOfYear(text, '2000') !== null;
}

function exactPeriod(text: string): string | null {
  try {
    return parsePeriod(text).code;
  } catch {
    return null;
  }
}

function quarterOf(quarter = '', year = ''): string {
  return `${year}-Q${ROMAN[quarter.toLowerCase()] ?? quarter}`;
}

function dayOf(day = '', month = '', year = ''): string | null {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isDay(text) ? text : null;
}

function spanOf(start: string | null, end: string | null): string | null {
  return start && end && start <= end ? `${start}/${end}` : null;
}

function pad(text = ''): string {
  return text.padStart(2, '0');
}
