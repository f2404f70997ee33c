/** What will be kept: documents, figures, and what they change in the package they join. */

import { groupBy } from '../model/group.ts';
import { mendedRemark } from '../model/intake/mended.ts';
import { parsePeriod } from '../model/time/period.ts';
import { cut } from '../model/writing/outside.ts';
import type { Answers, Declared, Mapping, Row } from './answers.ts';
import type { Base } from './keep/base.ts';
import { rowsIn } from './keep/base.ts';
import { type Change, changesOf } from './keep/merge.ts';
import { type NewSource, packageFiles, recordsPath } from './keep/package.ts';
import { type PlaceLeft, type PlaceLost, placeAlone, placeJoined } from './keep/place.ts';
import { signingDays } from './keep/signed.ts';
import { slug } from './keep/slug.ts';
import { unknownIn } from './keep/unknown.ts';
import type { PackageFiles } from './read/read.ts';
import type { Place } from './recognise/place.ts';
import type { Reckoned } from './records/reckon.ts';
import type { Draft } from './shape/draft.ts';
import { columnLetter, rowNumber, type Sheet, sheetTitle, textOf } from './sheet.ts';
import { type Understanding, withReckoned } from './understand.ts';

export interface Wish {
  readonly name: string;
  readonly title: string;
  readonly today: string;
  readonly declared: Declared;
  readonly mappings: readonly Mapping[];
  /** What the engine made of each file of records, in their order. */
  readonly records?: readonly PlannedRecords[];
  /** What somebody said, the days of documents among it. */
  readonly answers?: Answers;
  /** What somebody put in place of cells, by the position of their table. */
  readonly fixes?: ReadonlyMap<number, ReadonlyMap<string, string>>;
}

export interface PlannedRecords {
  /** The records as Parquet. */
  readonly bytes: Uint8Array;
  readonly reckoned: Reckoned;
  readonly categories: readonly Row[];
}

export interface Plan {
  readonly sources: readonly NewSource[];
  readonly changes: readonly Change[];
  readonly files: PackageFiles;
  /** What is true no longer of where the package stands among others. */
  readonly lost: readonly PlaceLost[];
  /** Ids that figures name and the package will not have. */
  readonly unknown: readonly string[];
}

/** Everything that keeping would do, without doing it. */
export function planOf(understanding: Understanding, base: Base, wish: Wish): Plan {
  const { records: planned = [] } = wish;
  const { drafts } = withReckoned(
    understanding,
    planned.map(({ reckoned }) => reckoned),
  );
  const sources = sourcesOf(understanding, drafts, base, wish);
  const sourceOf = (sheet: number) => sources[sheet]?.source ?? '';
  const categories = planned.flatMap((item) => item.categories);
  const records = planned.map(({ bytes }, at) => {
    const source = sources[understanding.sheets.length + at];
    return { path: source?.records ?? '', bytes };
  });
  const declared = { ...wish.declared, categories };
  const place = placeOf(base, declared);
  return {
    lost: place.lost,
    unknown: unknownIn(drafts, base, declared),
    sources,
    changes: changesOf(drafts, base, sourceOf),
    files: packageFiles({
      ...{ ...wish, declared, records },
      ...{ created: wish.today, base, place, sources, drafts },
    }),
  };
}

/** A base without a path lends units and words only. */
function placeOf({ path, place, tables }: Base, { units }: Declared): PlaceLeft {
  if (path === '') return placeAlone(place);
  const rows = rowsIn(tables.get('units'), ['unit', 'parent']);
  const known = rows.map(({ unit, parent }) => ({ unit: String(unit), parent: String(parent) }));
  return placeJoined(place, known, units);
}

/**
 * One document per table; the same file handed over again is the same document, unless it tells of other periods: forms
 * keep their name from quarter to quarter.
 */
function sourcesOf(
  { sheets, records }: Understanding,
  drafts: readonly Draft[],
  base: Base,
  wish: Pick<Wish, 'today' | 'fixes' | 'answers'>,
): NewSource[] {
  const { today } = wish;
  const known = rowsIn(base.tables.get('sources'), ['source', 'file']);
  const taken = new Map(known.map((row) => [String(row.source), String(row.file)]));
  const periods = groupBy(
    rowsIn(base.tables.get('observations'), ['source', 'period']),
    ({ source }) => String(source),
  );
  const begin = (sheet: Sheet, at: number, given: Given) => {
    const own = drafts.filter((draft) => draft.sheet === at);
    const file = sheetTitle(sheet);
    const told = new Set(own.map(({ period }) => period));
    const isOther = (source: string) => {
      const before = periods.get(source) ?? [];
      return (
        before.length > 0 && told.size > 0 && !before.some((row) => told.has(String(row.period)))
      );
    };
    const source = freeId(file, at, taken, isOther);
    return {
      ...{ source, file, receivedOn: today },
      unit: only(own.map((draft) => draft.unit)) ?? given.unit ?? '',
      period: periodOf(own, given.period),
    };
  };
  const days = signingDays(sheets, wish.answers ?? {}, today);
  const tables = sheets.map(({ sheet, layout, given }, at): NewSource => {
    const { file, ...rest } = begin(sheet, at, given);
    const title = titleIn(layout.title) ?? file;
    const signedOn = days[at] ?? '';
    const remark = mendedIn(sheet, wish.fixes?.get(at));
    return { ...rest, file, title, signedOn, remark, record: '', records: '' };
  });
  const counted = records.map(({ reading, layout, unit, at }): NewSource => {
    const { definition } = layout;
    const { source, ...rest } = begin(reading.file.sheet, at, unit === '' ? {} : { unit });
    const title = `${definition.name}: ${rest.file}`;
    const { record } = definition;
    return {
      source,
      ...rest,
      title,
      signedOn: '',
      remark: '',
      record,
      records: recordsPath(source),
    };
  });
  return [...tables, ...counted];
}

/** What a document says above its table besides its title: motto, agencies, numbers, places and days, addressees. */
const NO_TITLE =
  /^(cộng h(òa|oà) xã hội|đảng cộng sản|([ủu]ỷ|[ủu]y) ban|ủy ban|ubnd|hội đồng|đảng (ủy|uỷ|bộ)|mttq|mặt trận|ban |sở |phòng |văn phòng|trung tâm|số\s*:|\(?(kèm theo|ban hành kèm)|mẫu (số|biểu)|biểu số|đơn vị(\s+(báo cáo|tính))?\s*:|đvt|kính gửi)|độc lập\s*-\s*tự do|,\s*ngày\s+\S+\s+tháng/iu;

/** Words with which the title of a table begins. */
const TITLE =
  /^(biểu|bảng|báo cáo|kết quả|tổng hợp|tình hình|danh sách|thống kê|số liệu|phụ lục)/iu;

function titleIn(texts: readonly string[]): string | undefined {
  const own = texts.filter((text) => text.length > 12 && !NO_TITLE.test(text.trim()));
  return own.find((text) => TITLE.test(text.trim())) ?? own[0];
}

/** Cells that were mended, as they stood and as they are taken. */
function mendedIn(sheet: Sheet, fixes: ReadonlyMap<string, string> = new Map()): string {
  const told = [...fixes].map(([key, text]) => {
    const [row = 0, column = 0] = key.split(':').map(Number);
    const before = cut(sheet.errors.get(key) ?? textOf(sheet.rows[row]?.[column]), MENDED);
    const cell = `${columnLetter(column)}${rowNumber(sheet, row)}`;
    return { cell, before, after: cut(text.trim(), MENDED) };
  });
  return mendedRemark(told);
}

const MENDED = 60;

type Given = Pick<Place, 'unit' | 'period'>;

/** An id by the file's name that no other document has. */
function freeId(
  title: string,
  at: number,
  taken: Map<string, string>,
  isOther: (source: string) => boolean,
): string {
  const isFree = (source: string) =>
    !taken.has(source) || (taken.get(source) === title && !isOther(source));
  let source = slug(title, `tep-${at + 1}`);
  for (let number = 2; !isFree(source); number += 1) {
    source = `${slug(title, 'tep')}-${number}`;
  }
  taken.set(source, title);
  return source;
}

function only(values: readonly string[]): string | null {
  const all = new Set(values);
  return all.size === 1 ? ([...all][0] ?? null) : null;
}

/** The period of a document whose figures all are of one; documents of several have none. */
function periodOf(drafts: readonly Draft[], given: string | undefined): string {
  const period = only(drafts.map((draft) => draft.period)) ?? given ?? '';
  return period && parsePeriod(period).grain !== 'day' ? period : '';
}
