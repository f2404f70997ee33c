/** The day on which a document was signed: typed by somebody, said above a table, or by another sheet of its file. */
import { isDay } from '../../model/time/period.ts';
import { readSaidDay, readSaidPeriod } from '../../model/time/said-period.ts';
import type { Answers } from '../answers.ts';
import type { Layout } from '../recognise/table.ts';
import type { Sheet } from '../sheet.ts';

interface Titled {
  readonly sheet: Pick<Sheet, 'file'>;
  readonly layout: Pick<Layout, 'title'>;
}

/** The answer that says it is kept by the file: its sheets are one document. */
export const signedKey = (file: string) => `signed ${file}`;

/** Those answers by the documents that the sheets become, in their order. */
export function signedKeys(
  sheets: readonly Pick<Titled, 'sheet'>[],
  sources: readonly string[],
): Map<string, string> {
  return new Map(sheets.map(({ sheet }, at) => [sources[at] ?? '', signedKey(sheet.file)]));
}

/**
 * Of every sheet by its position; '' where nothing says it. What one sheet of a file says holds for those that say
 * nothing, where they do not differ.
 */
export function signingDays(sheets: readonly Titled[], answers: Answers, today: string): string[] {
  const own = sheets.map(({ layout }) => signingDay(layout.title, today));
  return sheets.map(({ sheet: { file } }, at) => {
    const typed = answers[signedKey(file)] ?? '';
    if (isDay(typed)) return typed;
    const said = new Set(
      sheets.flatMap(({ sheet }, other) => (sheet.file === file ? own[other] || [] : [])),
    );
    return own[at] || (said.size === 1 ? ([...said][0] ?? '') : '');
  });
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
