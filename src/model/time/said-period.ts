/** Periods as people write them in titles, headers and names of sheets. */
import { isDay, parsePeriod } from './period.ts';

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const YEAR = String.raw`(?:năm\s*|nam\s*|/|-|–|\.|,|\s|của\s)*((?:19|20)\d{2})`;
const END = String.raw`(?!\d)`;
const DAY = String.raw`(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*((?:19|20)\d{2})`;

/** What a pattern finds → a period code; the first that fits counts, the longest writings come first. */
type Readers = readonly (readonly [RegExp, (found: RegExpExecArray) => string | null])[];

const SPANS: Readers = [
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
];

const PARTS: Readers = [
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
];

const YEARS: Readers = [
  [/(?:năm|nam|year|cả năm|n\.)\s*((?:19|20)\d{2})(?![\d/])/iu, (f) => f[1] ?? null],
];

/**
 * The period that a text speaks of, as a canonical code: "Báo cáo 6 tháng đầu năm 2023" → "2023-S1". Dates of
 * documents are none; what a report plans for the next period is left out; a year stands for itself only where no
 * part of it is named. Of a quarter and its days ("từ 15/3 đến 14/6") the quarter counts.
 *
 * @returns null where none is said, or several different ones
 */
export function readSaidPeriod(text: string): string | null {
  const whole = text
    .normalize('NFC')
    .replace(/[\s _]+/gu, ' ')
    .trim();
  if (/^(19|20)\d{2}$/.test(whole)) return whole;
  const exact = exactPeriod(whole);
  if (exact) return exact;
  const plain = withoutPlans(whole);
  if (/từ đầu nhiệm kỳ/iu.test(plain)) return null;
  const since = sinceNewYear(plain);
  if (since) return since;
  const span = readBy(SPANS, plain);
  const named = readNamed(withoutDates(plain));
  return named === undefined ? span || null : named;
}

/** A named period; null where several differ, undefined where none is named. */
function readNamed(text: string): string | null | undefined {
  const found = readBy(PARTS, text);
  if (found === null) return null;
  const parts = new Set(text.match(PART_WORDS)?.map((part) => part.toLowerCase()));
  if (found !== undefined) return parts.size > 1 && !/\d{4}-/.test(text) ? null : found;
  return SMALLER.test(text) ? undefined : (readBy(YEARS, text) ?? undefined);
}

/** The code that the first fitting pattern finds; null where it finds several, undefined where none fits. */
function readBy(readers: Readers, text: string): string | null | undefined {
  for (const [pattern, codeOf] of readers) {
    const all = [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))];
    const codes = new Set(
      all.flatMap((found) => exactPeriod(codeOf(found as RegExpExecArray) ?? '') ?? []),
    );
    if (codes.size > 1) return null;
    for (const code of codes) return code;
  }
  return undefined;
}

/** Quarters and halves as they are named: two different ones in a text are no one period. */
const PART_WORDS =
  /(?<!\p{L})(?:quý|quí)\s*(?:IV|III|II|I|[1-4])(?!\p{L})|(?:6|06|sáu)\s*tháng\s*(?:đầu|cuối)/giu;
/** Beside one of these a year is not the period. */
const SMALLER = /(?<!\p{L})(quý|quí|qúy|tháng|tuần|đợt|ngày)(?!\p{L})/iu;
const DATE =
  /(?:ngày|,)\s*[\d.…/ ]*\s*tháng\s*[\d.… ]*\s*năm\s*(?:\d{4}|[.… ]+)|ngày\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}/giu;

/** "Đức Phổ, ngày 05 tháng 4 năm 2024" says when a document was signed. */
function withoutDates(text: string): string {
  return text
    .replace(
      new RegExp(`${DAY}\\s*(?:đến|tới|–|-|→)\\s*(?:hết\\s*)?(?:ngày\\s*)?${DAY}`, 'giu'),
      ' ',
    )
    .replace(DATE, ' ');
}

/** "Kết quả quý I và nhiệm vụ trọng tâm quý II năm 2024" reports on the first, in the year of both. */
function withoutPlans(text: string): string {
  const found =
    /^(.+?)(?:\s*[,;]|\s+và)\s*(?:phương hướng|nhiệm vụ|triển khai|một số nhiệm vụ|kế hoạch|chương trình|công tác trọng tâm).*?((?:19|20)\d{2})?\s*$/iu.exec(
      text,
    );
  const [, done = '', year = ''] = found ?? [];
  if (!found || !/(quý|quí|tháng|năm)/iu.test(done)) return text;
  if (/(19|20)\d{2}/.test(done)) return done;
  return year ? `${done.replace(/\s*năm\s*$/iu, '')} năm ${year}` : done;
}

/** "Lũy kế từ đầu năm đến hết quý III/2024" is nine months; to the end of a month, all days until then. */
function sinceNewYear(text: string): string | null {
  if (!/(lũy kế|luỹ kế|từ đầu năm)/iu.test(text)) return null;
  const quarter = new RegExp(
    String.raw`đến\s*(?:hết\s*)?quý\s*(IV|III|II|I|[1-4])${YEAR}`,
    'iu',
  ).exec(text);
  const number = Number(ROMAN[(quarter?.[1] ?? '').toLowerCase()] ?? quarter?.[1] ?? 0);
  if (quarter && number > 0) return exactPeriod(`${quarter[2]}-01-01/P${number * 3}M`);
  const month = new RegExp(String.raw`đến\s*(?:hết\s*)?tháng\s*(\d{1,2})${YEAR}`, 'iu').exec(text);
  return month ? exactPeriod(`${month[2]}-01-01/P${Number(month[1])}M`) : null;
}

/**
 * "26/5/2023", "26-05-2023", "ngày 26 tháng 5 năm 2023", "2023-05-26" → "2023-05-26"; null for what is no day.
 *
 * @param isMonthFirst "5/26/2023"; of days in words nothing changes
 */
export function readSaidDay(text: string, isMonthFirst = false): string | null {
  const plain = text.trim();
  if (isDay(plain)) return plain;
  const found =
    /^(?:ngày\s*)?(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})$/iu.exec(plain);
  if (!found) return null;
  const [, first, second, year] = found;
  const isReversed = isMonthFirst && !/tháng/iu.test(plain);
  return isReversed ? dayOf(second, first, year) : dayOf(first, second, year);
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
