/** What will be kept: documents, figures, and what they change in the package they join. */

import { parsePeriod } from '../model/time/period.ts';
import { readSaidDay, readSaidPeriod } from '../model/time/said-period.ts';
import type { Declared, Mapping } from './answers.ts';
import type { Base } from './keep/base.ts';
import { rowsIn } from './keep/base.ts';
import { type Change, changesOf } from './keep/merge.ts';
import { type NewSource, packageFiles, slug } from './keep/package.ts';
import type { PackageFiles } from './read/read.ts';
import type { Draft } from './shape/draft.ts';
import { sheetTitle } from './sheet.ts';
import type { Understanding, Understood } from './understand.ts';

export interface Wish {
  readonly name: string;
  readonly title: string;
  readonly today: string;
  readonly declared: Declared;
  readonly mappings: readonly Mapping[];
}

export interface Plan {
  readonly sources: readonly NewSource[];
  readonly changes: readonly Change[];
  readonly files: PackageFiles;
}

/** Everything that keeping would do, without doing it. */
export function planOf(understanding: Understanding, base: Base, wish: Wish): Plan {
  const { drafts, sheets } = understanding;
  const sources = sourcesOf(sheets, drafts, base, wish.today);
  const sourceOf = (sheet: number) => sources[sheet]?.source ?? '';
  return {
    sources,
    changes: changesOf(drafts, base, sourceOf),
    files: packageFiles({ ...wish, created: wish.today, base, sources, drafts }),
  };
}

/** One document per sheet; the same file handed over again is the same document. */
function sourcesOf(
  sheets: readonly Understood[],
  drafts: readonly Draft[],
  base: Base,
  today: string,
): NewSource[] {
  const known = rowsIn(base.tables.get('sources'), ['source', 'file']);
  const taken = new Map(known.map((row) => [String(row.source), String(row.file)]));
  return sheets.map(({ sheet, layout, given }, at) => {
    const own = drafts.filter((draft) => draft.sheet === at);
    const title = sheetTitle(sheet);
    let source = slug(title, `tep-${at + 1}`);
    for (let number = 2; taken.has(source) && taken.get(source) !== title; number += 1) {
      source = `${slug(title, 'tep')}-${number}`;
    }
    taken.set(source, title);
    return {
      source,
      unit: only(own.map((draft) => draft.unit)) ?? given.unit ?? '',
      title: layout.title.find((text) => text.length > 12) ?? title,
      period: periodOf(own, given.period),
      signedOn: signingDay(layout.title, today),
      receivedOn: today,
      file: title,
    };
  });
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

/** "ngày 26/5/2023" or "ngày 26 tháng 5 năm 2023" above the table, where no period is meant by it. */
function signingDay(title: readonly string[], today: string): string {
  const written = /ngày\s*\d{1,2}\s*(?:[/.-]|tháng)\s*\d{1,2}\s*(?:[/.-]|năm)\s*\d{4}/iu;
  for (const text of title) {
    const day = readSaidDay(written.exec(text)?.[0] ?? '');
    if (day && day <= today && !readSaidPeriod(text)?.includes('/')) return day;
  }
  return '';
}
