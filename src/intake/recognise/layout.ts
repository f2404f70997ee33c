/** Where in a sheet the table lies: title, header rows, body, what stands below; and what its header says. */
import { ownOf } from '../../model/group.ts';
import { isPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { readSaidNumber } from '../../model/writing/said-number.ts';
import { type CellValue, type Sheet, textOf } from '../sheet.ts';

/** Rows by position from 0, both ends inside. */
export interface Layout {
  readonly header: { readonly first: number; readonly last: number };
  readonly body: { readonly first: number; readonly last: number };
  /** Where another table begins below this one; null where none does. */
  readonly second: number | null;
  /** The column at which another table begins beside this one; null where none does. */
  readonly beside: number | null;
  /** What stands above the table, from top to bottom. */
  readonly title: readonly string[];
  /** What stands below it: footnotes, signatures. */
  readonly foot: readonly string[];
  readonly columns: readonly Column[];
}

export interface Column {
  readonly at: number;
  /** Its headings from top to bottom, a merged one over each of its columns. */
  readonly labels: readonly string[];
  /** The headings as one text: what a mapping is kept by. */
  readonly label: string;
}

/** Rows looked through for a header: nobody types longer titles. */
const DEEP = 60;
const MOST_HEADERS = 4;

/** The table in a sheet; `header` overrules the guess (first and last header row). Null where there is none. */
export function findLayout(
  sheet: Sheet,
  header?: { readonly first: number; readonly last: number },
): Layout | null {
  const { rows } = sheet;
  const last = lastFilled(rows);
  if (last < 0) return null;
  const found = header ?? guessHeader(sheet, last);
  if (!found) return null;
  const whole = { first: found.last + 1, last: lastOfTable(rows, found, last) };
  const second = secondTable(rows, whole);
  const body = second === null ? whole : { ...whole, last: second - 1 };
  const all = columnsOf(sheet, found, body);
  const beside = all.filter((column) => roleOf(column) === 'unit')[1]?.at ?? null;
  const columns = beside === null ? all : withoutTheRest(all, beside);
  const texts = (from: number, to: number) =>
    rows.slice(from, to + 1).flatMap((row) => {
      const filled = [...new Set(row.map(textOf).filter(Boolean))];
      return filled.length > 0 ? [filled.join(' ')] : [];
    });
  return {
    header: found,
    body,
    second,
    beside,
    title: texts(0, found.first - 1),
    foot: texts(body.last + 1, last),
    columns,
  };
}

function lastFilled(rows: Sheet['rows']): number {
  let last = rows.length - 1;
  while (last >= 0 && !rows[last]?.some((value) => textOf(value) !== '')) last -= 1;
  return last;
}

function guessHeader(sheet: Sheet, last: number): Layout['header'] | null {
  const { rows } = sheet;
  const depth = Math.min(last, DEEP);
  let first = -1;
  for (let at = 0; at <= depth && first < 0; at += 1) {
    if (isLongHeader(rows[at] ?? [])) return at < last ? { first: at, last: at } : null;
    if (isBody(rows[at] ?? [], at, rows)) first = at;
  }
  if (first < 0) return null;
  let top = first;
  while (top > 0 && first - top < MOST_HEADERS + 1 && isHeading(sheet, top - 1)) top -= 1;
  if (top === first) return null;
  return { first: top, last: withoutSections(rows, top, first - 1) };
}

/** "unit, period, measure, value": where a column for values is named, the next row is the first of the body. */
function isLongHeader(row: readonly CellValue[]): boolean {
  const roles = new Set(row.map((value) => ownOf(ROLE_WORDS, nameKey(textOf(value)))));
  return roles.has('value') && (roles.has('subject') || roles.has('unit')) && roles.size >= 3;
}

/** "A | Phường Phổ Hòa" below the headings opens the first section of the body. */
function withoutSections(rows: Sheet['rows'], first: number, last: number): number {
  let end = last;
  const filledOf = (at: number) => (rows[at] ?? []).map(textOf).filter(Boolean);
  while (end > first) {
    const filled = filledOf(end);
    const isNumbered = /^([IVX]{1,4}|[A-Z]|\d{1,2})\.?$/.test(filled[0] ?? '');
    if (!isNumbered || filled.length > 2 || filledOf(end - 1).length <= filled.length) break;
    end -= 1;
  }
  return end;
}

/** A row with figures beside a label; years and the numbers of columns ("1 2 3") are headings. */
function isBody(row: readonly CellValue[], at: number, rows: Sheet['rows']): boolean {
  const texts = row.map(textOf);
  const filled = texts.filter(Boolean);
  const figures = row.filter((value) => isFigure(value) || isDamaged(value));
  if (figures.length === 0 || filled.length < 2) return isLoneFigures(row, at, rows);
  if (isCounting(texts) || figures.every((value) => isYear(textOf(value)))) return false;
  return figures.length / filled.length > 0.2;
}

/** A body without labels: one column of figures, as in a form. */
function isLoneFigures(row: readonly CellValue[], at: number, rows: Sheet['rows']): boolean {
  const [only, ...more] = row.filter((value) => textOf(value) !== '');
  if (only === undefined || more.length > 0 || !isFigure(only) || isYear(textOf(only)))
    return false;
  const above = rows[at - 1]?.filter((value) => textOf(value) !== '') ?? [];
  return above.length === 1 && !above.some(isFigure);
}

function isFigure(value: CellValue): boolean {
  if (typeof value === 'number') return true;
  if (typeof value !== 'string') return false;
  const read = readSaidNumber(value, null);
  return read !== null && read.kind !== 'empty';
}

/** "30a2", "#REF!": a figure was meant, which is told of that cell. */
function isDamaged(value: CellValue): boolean {
  const text = textOf(value);
  if (/^#[A-Z/0!?]{2,8}$/.test(text)) return true;
  const digits = text.match(/\d/g)?.length ?? 0;
  const isShort = text.length <= 24 && digits * 3 >= text.replace(/\s/g, '').length;
  return (
    isShort && /^[([*~<>≥≤]?\s*\d/.test(text) && !saysPeriod(text) && !/^\(?\d{1,2}\)?$/.test(text)
  );
}

function isYear(text: string): boolean {
  return /^(19|20)\d{2}$/.test(text);
}

/** "1 2 3 4" or "(1) (2) (3)" under the headings. */
function isCounting(texts: readonly string[]): boolean {
  const numbers = texts
    .filter(Boolean)
    .map((text) => /^\(?([A-Z]|\d{1,3})\)?(?:\s*=.*)?$/.exec(text)?.[1] ?? '');
  const counted = numbers.filter((text) => /^\d+$/.test(text)).map(Number);
  return (
    counted.length >= 3 &&
    numbers.every(Boolean) &&
    counted.every((number, at) => at === 0 || number === (counted[at - 1] ?? 0) + 1)
  );
}

/** A row of headings has several, or one beside others that reach down to it from above. */
function isHeading({ rows, merges }: Sheet, at: number): boolean {
  const texts = (rows[at] ?? []).map(textOf);
  const filled = texts.filter(Boolean);
  if (filled.length === 0) return false;
  const wide = merges.some(
    ({ row, columns, rows: height }) => row === at && columns >= 3 && height === 1,
  );
  if (filled.length === 1) return !wide && isUnderTable(rows, at);
  if (new Set(filled).size === 1 && filled.length > 2) return false; // a title, repeated over its columns
  return true;
}

/** One heading alone is one of the table's where the row below it has others beside. */
function isUnderTable(rows: Sheet['rows'], at: number): boolean {
  const column = (rows[at] ?? []).findIndex((value) => textOf(value) !== '');
  const below = (rows[at + 1] ?? []).map(textOf);
  return column > 0 && below.filter(Boolean).length >= 2 && !isLongText(textOf(rows[at]?.[column]));
}

function isLongText(text: string): boolean {
  return text.length > 80;
}

/** The last row before footnotes: those have one long text, no figures, and nothing but their like after them. */
function lastOfTable(rows: Sheet['rows'], header: Layout['header'], last: number): number {
  const width = new Set(
    rows
      .slice(header.first, header.last + 1)
      .flatMap((row) => [...row.keys()].filter((at) => textOf(row[at]) !== '')),
  ).size;
  let end = last;
  while (end > header.last) {
    const row = rows[end] ?? [];
    const filled = row.filter((value) => textOf(value) !== '');
    const hasFigure = row.some((value) => isFigure(value) && !isYear(textOf(value)));
    if (hasFigure && filled.length > 1) break;
    if (width <= 1 && hasFigure) break;
    if (filled.length > 2) break;
    end -= 1;
  }
  return withTail(rows, header, end, last);
}

/** A row of headings inside the body: another "Đơn vị" over words where figures stood. */
function secondTable(rows: Sheet['rows'], body: Layout['body']): number | null {
  for (let row = body.first + 1; row <= body.last; row += 1) {
    const texts = (rows[row] ?? []).map(textOf).filter(Boolean);
    const roles = texts.filter((text) =>
      ['unit', 'subject', 'value'].includes(ownOf(ROLE_WORDS, nameKey(text)) ?? ''),
    );
    const hasFigures = (rows[row] ?? []).some((value) => isFigure(value) && !isYear(textOf(value)));
    if (texts.length > 1 && roles.length > 0 && !hasFigures) return row;
  }
  return null;
}

/** Columns of the first of two tables side by side; the second begins with its own numbers of rows, if it has any. */
function withoutTheRest(columns: readonly Column[], beside: number): Column[] {
  const own = columns.filter(({ at }) => at < beside);
  return own.filter((column, at) => at < own.length - 1 || roleOf(column) !== 'order');
}

/** Rows right below that have something under a column of figures are rows of the table, readable or not. */
function withTail(
  rows: Sheet['rows'],
  header: Layout['header'],
  end: number,
  last: number,
): number {
  const columns = new Set<number>();
  for (let row = header.last + 1; row <= end; row += 1) {
    for (const [at, value] of (rows[row] ?? []).entries())
      if (at > 0 && isFigure(value)) columns.add(at);
  }
  let tail = end;
  const isRow = (row: readonly CellValue[]) => {
    const filled = [...row.keys()].filter((at) => textOf(row[at]) !== '');
    return (
      filled.length > 1 && filled.some((at) => columns.has(at) && textOf(row[at]).length <= 24)
    );
  };
  while (tail < last && isRow(rows[tail + 1] ?? [])) tail += 1;
  return tail;
}

/** Headings of every column that has any figure or text below or above. */
function columnsOf(sheet: Sheet, header: Layout['header'], body: Layout['body']): Column[] {
  const { rows } = sheet;
  const width = rows
    .slice(header.first, body.last + 1)
    .reduce((most, row) => Math.max(most, row.length), 0);
  const grid = headings(sheet, header, width);
  const isUsed = (at: number) => {
    for (let row = header.first; row <= body.last; row += 1)
      if (textOf(rows[row]?.[at]) !== '') return true;
    return false;
  };
  return Array.from({ length: width }, (_, at) => at)
    .filter(isUsed)
    .map((at) => {
      const labels = grid.map((row) => row[at] ?? '').filter(Boolean);
      const path = labels.filter((text, level) => level === 0 || text !== labels[level - 1]);
      return { at, labels: path, label: path.join(' › ') };
    });
}

function headings(sheet: Sheet, { first, last }: Layout['header'], width: number): string[][] {
  const { rows, merges } = sheet;
  const grid: string[][] = [];
  for (let row = first; row <= last; row += 1) {
    const texts = Array.from({ length: width }, (_, at) => textOf(rows[row]?.[at]));
    if (isCounting(texts)) continue;
    for (const merge of merges) {
      if (row < merge.row || row >= merge.row + merge.rows) continue;
      const text = merge.row < first ? '' : textOf(rows[merge.row]?.[merge.column]);
      for (let at = merge.column; at < merge.column + merge.columns; at += 1) texts[at] = text;
    }
    if (merges.length === 0 && row < last) spread(texts, rows[row + 1] ?? []);
    grid.push(texts);
  }
  return grid;
}

/** Without knowledge of merged cells, a heading reaches right over empty ones that have something below them. */
function spread(texts: string[], below: readonly CellValue[]): void {
  for (let at = 1; at < texts.length; at += 1) {
    if (
      texts[at] === '' &&
      texts[at - 1] !== '' &&
      textOf(below[at]) !== '' &&
      textOf(below[at - 1]) !== ''
    ) {
      texts[at] = texts[at - 1] ?? '';
    }
  }
}

/** What a column of labels holds, told by its heading. */
export type Role =
  | 'order'
  | 'unit'
  | 'period'
  | 'year'
  | 'part'
  | 'subject'
  | 'category'
  | 'value'
  | 'kind'
  | 'body'
  | 'breakdown'
  | 'status'
  | 'bound'
  | 'as_of'
  | 'source'
  | 'locator'
  | 'printed'
  | 'note'
  /** The unit of counting of a row (ĐVT). */
  | 'counted'
  | 'ignored';

const ROLE_WORDS: Readonly<Record<string, Role>> = Object.fromEntries(
  (
    [
      ['order', ['stt', 'tt', 'số tt', 'số thứ tự', 'no', 'so tt', 'thứ tự']],
      [
        'unit',
        [
          'unit',
          'đơn vị',
          'tên đơn vị',
          'đơn vị báo cáo',
          'địa phương',
          'xã phường',
          'xã phường thị trấn',
          'tên xã',
          'tên xã phường',
          'xã',
          'phường',
          'địa bàn',
          'cơ quan',
          'tên cơ quan',
          'don vi',
          'ten don vi',
          'xa phuong',
          'dia phuong',
          'commune',
          'mã đơn vị',
          'ma don vi',
          'cơ quan đơn vị',
          'tên địa phương',
          'tên phường xã',
          'phường xã',
        ],
      ],
      [
        'period',
        [
          'period',
          'kỳ',
          'kỳ báo cáo',
          'kỳ số liệu',
          'thời gian',
          'thời kỳ',
          'ky bao cao',
          'ky',
          'giai đoạn',
          'time period',
        ],
      ],
      ['year', ['năm', 'nam', 'year', 'năm báo cáo']],
      ['part', ['quý', 'quy', 'tháng', 'thang', 'quarter', 'month', 'quý tháng']],
      [
        'subject',
        [
          'measure',
          'mã',
          'id',
          'indicator',
          'chỉ tiêu',
          'chỉ số',
          'tên chỉ tiêu',
          'nội dung',
          'tiêu chí',
          'đại lượng',
          'chi tieu',
          'noi dung',
          'tên chỉ số',
          'chi so',
          'nội dung báo cáo',
          'danh mục',
        ],
      ],
      [
        'category',
        ['category', 'lĩnh vực', 'phân loại', 'loại', 'nhóm', 'linh vuc', 'phan loai', 'phân tổ'],
      ],
      [
        'value',
        [
          'value',
          'giá trị',
          'số liệu',
          'kết quả',
          'gia tri',
          'so lieu',
          'số lượng',
          'so luong',
          'kết quả thực hiện',
          'thực hiện',
          'obs value',
        ],
      ],
      ['kind', ['kind', 'loại số', 'tính chất']],
      ['body', ['body', 'khối', 'cơ quan báo cáo']],
      ['breakdown', ['breakdown', 'chiều phân tổ']],
      ['status', ['status', 'trạng thái']],
      ['bound', ['bound']],
      ['as_of', ['as of', 'tính đến ngày', 'ngày chốt số']],
      ['source', ['source', 'nguồn', 'văn bản']],
      ['locator', ['locator', 'mục', 'đề mục', 'vị trí']],
      ['printed', ['printed', 'nguyên văn']],
      ['note', ['note', 'ghi chú', 'ghi chu', 'chú thích', 'diễn giải']],
      ['counted', ['đơn vị tính', 'đvt', 'dvt', 'don vi tinh', 'unit label', 'counted in']],
      [
        'ignored',
        [
          'unit name',
          'indicator name',
          'mã số',

          'name',
          'ký hiệu',
        ],
      ],
    ] as const
  ).flatMap(([role, wordings]) => wordings.map((wording) => [wording, role])),
);

/** Figures of before stand beside for comparison, and sums for control: they are not stated anew. */
const OF_BEFORE =
  /^(kỳ trước|kỳ trước là|kiểm tra tổng|before|period before|check of the sum)$|^(so với|so sánh|tăng|giảm|chênh lệch|xếp hạng|thứ hạng|xếp loại|số điện thoại|điện thoại|ngày báo cáo|người báo cáo|người lập)(?!\p{L})/iu;

/** The role that a heading names, or null: then its contents or its meaning decide. */
export function roleOf(column: Column): Role | null {
  const [label = '', ...more] = column.labels;
  if (more.length > 0) return null;
  if (OF_BEFORE.test(label.trim())) return 'ignored';
  return (
    ownOf(ROLE_WORDS, nameKey(label)) ??
    ownOf(ROLE_WORDS, nameKey(label.replace(/\([^()]*\)/g, ''))) ??
    null
  );
}

/** "Tổng cộng", "Toàn thị xã": a row that adds up the others. */
export function isTotalLabel(text: string): boolean {
  return (
    /^(tổng|tổng cộng|tổng số|cộng|cộng chung|tong cong|tong|total|chung|toàn (thị xã|huyện|tỉnh|xã|phường|thành phố|địa bàn))(\s|$|:)/iu.test(
      `${text.trim()} `,
    ) && text.length < 60
  );
}

/** Whether a heading speaks of a period, with its year or without. */
export function saysPeriod(text: string): boolean {
  return text.length <= 40 && (readSaidPeriod(text) !== null || isPartOfYear(text));
}
