/** What holds for a whole sheet: answered, or said by its title, its name, the text below, the file's name. */
import { type Period, parsePeriod } from '../../model/time/period.ts';
import { isPartOfYear, readPartOfYear, readSaidPeriod } from '../../model/time/said-period.ts';
import { today } from '../../model/time/today.ts';
import { nameKey } from '../../model/writing/fold.ts';
import { isEstimated } from '../recognise/estimate.ts';
import { yearIn } from '../recognise/meaning.ts';
import type { Place } from '../recognise/place.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';
import { type Reading, sheetKey } from './work.ts';

/** What holds for the whole sheet: answered, or said by title, sheet name or file name. */
export function givenFor({ sheet, layout, vocabulary, answers }: Reading): Place {
  const said = periodsSaid({ sheet, layout });
  const period = answers[`period ${sheetKey(sheet)}`] ?? (said.length === 1 ? said[0] : undefined);
  const above = [
    ...layout.title,
    ...layout.foot.filter((text) => /^\s*đơn vị( báo cáo)?\s*:/iu.test(text)),
    sheet.name,
    sheet.file.replace(/\.\w+$/, ''),
  ];
  const unit = answers[`unit ${sheetKey(sheet)}`] ?? unitIn(above, vocabulary);
  const measure = firstOf([...layout.title, sheet.name], (text) => {
    const found = vocabulary.subject(text);
    return found.kind === 'sure' ? found.id : null;
  });
  return {
    ...(period ? { period } : {}),
    ...(unit ? { unit } : {}),
    ...(measure ? { measure } : {}),
    ...(layout.title.some((text) => PLAN.test(text)) ? { kind: 'target' as const } : {}),
    ...(layout.title.some(isEstimated) ? { status: 'P' as const } : {}),
  };
}

const textsOf = ({ sheet, layout }: Pick<Reading, 'sheet' | 'layout'>) => [
  ...layout.title,
  sheet.name,
  ...layout.foot,
  sheet.file.replace(/\.\w+$/, ''),
];

/**
 * Periods that title, sheet name, text below and file name speak of; of two that lie in each other the shorter one.
 * One alone is believed; several, or one that has not begun yet, are asked about.
 */
export function periodsSaid({ sheet, layout }: Pick<Reading, 'sheet' | 'layout'>): string[] {
  const texts = textsOf({ sheet, layout });
  const read = (text: string) => readSaidPeriod(text) ?? partIn(text, texts);
  const titled = firstOf(layout.title, read) ?? firstOf(layout.foot.filter(isPeriodLine), read);
  const codes = [titled, read(sheet.name), read(texts.at(-1) ?? '')].flatMap((code) => code ?? []);
  const periods = [...new Set(codes)].map(parsePeriod);
  const shortest = periods.filter(
    (period) => !periods.some((other) => other !== period && isInside(other, period)),
  );
  const begun = shortest.filter(({ start }) => start <= today());
  return begun.map(({ code }) => code);
}

/** A title that begins so is about what is planned, not about how a plan was carried out. */
const PLAN = /^\s*(kế hoạch|chỉ tiêu|biểu giao chỉ tiêu|giao chỉ tiêu)(?!\p{L})/iu;

/** Below a table only a line that is about the period says it. */
const isPeriodLine = (text: string) => /^\s*\(?(kỳ|thời gian|số liệu)/iu.test(text);

function isInside(inner: Period, outer: Period): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}

function partIn(text: string, texts: readonly string[]): string | null {
  const year = yearIn(texts);
  return year && isPartOfYear(text) ? readPartOfYear(text, year) : null;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found) return found;
  }
  return null;
}

/**
 * The one unit that titles speak of, by its whole name with the word for its kind: of a ward and its town the ward.
 * Whom a letter is addressed to, and what stands below the table, says nothing of it.
 */
export function unitIn(texts: readonly string[], { data }: Vocabulary): string | null {
  const names = data.units.ids.flatMap((id) =>
    data.units.states(id).map((state) => [` ${nameKey(state.name)} `, id] as const),
  );
  const said = texts.filter((text) => !/^\s*(kính gửi|nơi nhận)/iu.test(text));
  const padded = said.map((text) => ` ${nameKey(text)} `);
  const found = new Set(
    names.filter(([name]) => padded.some((text) => text.includes(name))).map(([, id]) => id),
  );
  const lowest = [...found].filter(
    (id) => ![...found].some((other) => data.units.ancestors(other).includes(id)),
  );
  return lowest.length === 1 ? (lowest[0] ?? null) : null;
}
