/** The title of a package: read, changed, and made true of figures that reach further than it says. */
import * as v from 'valibot';
import { parsePeriod } from '../../model/time/period.ts';
import type { PackageFiles } from '../read/read.ts';
import type { Understanding } from '../understand.ts';
import { slug } from './slug.ts';

const DESCRIPTOR = 'datapackage.json';
const titledSchema = v.looseObject({ name: v.optional(v.string()), title: v.string() });

/** '' where the files do not say. */
export function titleIn(files: PackageFiles): string {
  return descriptorIn(files)?.title ?? '';
}

/** The same package under another title, with the id that belongs to it. */
export function retitled(files: PackageFiles, title: string): PackageFiles {
  const found = descriptorIn(files);
  if (!found || title === '' || title === found.title) return files;
  const text = JSON.stringify({ ...found, name: slug(title, 'goi'), title }, null, 2);
  const bytes = new TextEncoder().encode(`${text}\n`);
  return new Map([...files].map(([path, own]) => [path, path === DESCRIPTOR ? bytes : own]));
}

function descriptorIn(files: PackageFiles): v.InferOutput<typeof titledSchema> | null {
  try {
    const text = new TextDecoder().decode(files.get(DESCRIPTOR));
    const parsed = v.safeParse(titledSchema, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

/** "2021–2025", "2021-2025", "2021 – 2025". */
const RANGE = /(?<![\d/.-])((?:19|20)\d{2})(\s*[-–—]\s*)((?:19|20)\d{2})(?![\d/.-])/gu;
/** The year that a title is of: "… năm 2025", "…, 2025", before its end or a stop; not that of a day or a quarter. */
const YEAR = /(?<=(?:^|,|:|\(|năm|year|in)\s*)((?:19|20)\d{2})(?=$|[),;:])/giu;
/** Words that make of a year a part of it: "quý I năm 2026", "tháng 5 năm 2023", "6 tháng đầu năm 2023". */
const PART = /(?:quý|quí|tháng|quarter|month|half)[^,;:]*$/iu;

/**
 * The same title, true of these years as well: "…, 2021–2025" → "…, 2021–2026". A title that says years in another way,
 * or says none, stays as it is: a person can change it.
 */
export function titleOver(title: string, years: readonly number[]): string {
  if (years.length === 0) return title;
  const [from, to] = [Math.min(...years), Math.max(...years)];
  const ranges = [...title.matchAll(RANGE)];
  if (ranges.length > 1) return title;
  if (ranges.length === 1) {
    return title.replace(RANGE, (_, first: string, dash: string, last: string) =>
      [Math.min(Number(first), from), Math.max(Number(last), to)].join(dash),
    );
  }
  const [year, ...more] = [...title.matchAll(YEAR)];
  if (!year || more.length > 0 || PART.test(title.slice(0, year.index))) return title;
  const own = Number(year[0]);
  if (own <= from && own >= to) return title;
  const span = `${Math.min(own, from)}–${Math.max(own, to)}`;
  return title.slice(0, year.index) + span + title.slice(year.index + year[0].length);
}

/** Years of what is reported; targets may be set for years to come. */
export function yearsIn({ drafts }: Pick<Understanding, 'drafts'>): number[] {
  const periods = new Set(drafts.filter(({ kind }) => kind === '').map(({ period }) => period));
  const ends = [...periods].map(parsePeriod).flatMap(({ start, end }) => [start, end]);
  return [...new Set(ends.map((day) => Number(day.slice(0, 4))))];
}
