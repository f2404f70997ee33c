/** What a file that somebody hands over becomes, in lines that a person can read. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readPackage } from '../../src/ingest/package.ts';
import { readParquetNode } from '../../src/ingest/parquet/node.ts';
import type { Answers } from '../../src/intake/answers.ts';
import { readDropped } from '../../src/intake/read/read.ts';
import { type Dropped, Refusal, rowNumber } from '../../src/intake/sheet.ts';
import { type Understanding, understand } from '../../src/intake/understand.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { repositoryAccess } from '../support/load.ts';

export const CORPUS = resolve(import.meta.dirname, '../fixtures/import');

let data: Promise<Dataset> | undefined;

/** The package of the five documents, which the files join. */
export function reportsData(): Promise<Dataset> {
  data ??= readPackage('data/reports', repositoryAccess()).then(({ dataset }) => dataset);
  return data;
}

export function droppedFile(name: string): Dropped {
  return { name, bytes: new Uint8Array(readFileSync(resolve(CORPUS, name))) };
}

export async function taken(
  files: readonly Dropped[],
  answers: Answers = {},
): Promise<Understanding> {
  const { sheets } = await readDropped(files, { readParquet: readParquetNode });
  return understand(sheets, await reportsData(), { answers, fixes: new Map() });
}

/** "phuong-pho-hoa 2024-Q1 dossiers_received = 302 (B3)" and the like; a refusal is one line. */
export async function told(files: readonly Dropped[], answers: Answers = {}): Promise<string[]> {
  try {
    return linesOf(await taken(files, answers));
  } catch (error) {
    if (error instanceof Refusal) return [`refused: ${error.code} ${error.value}`.trim()];
    throw error;
  }
}

function linesOf({ sheets, drafts, questions, problems }: Understanding): string[] {
  const read = sheets.map(({ sheet, layout }) =>
    [
      'read:',
      sheet.encoding,
      JSON.stringify(sheet.delimiter),
      `header ${rowNumber(sheet, layout.header.first)}-${rowNumber(sheet, layout.header.last)}`,
      `body ${rowNumber(sheet, layout.body.first)}-${rowNumber(sheet, layout.body.last)}`,
    ].join(' '),
  );
  const figures = drafts.map((draft) => {
    const { unit, period, measure, breakdown, category, kind, bound, value, status } = draft;
    const part = category ? ` ${breakdown}:${category}` : '';
    const absent = status === 'A' ? '' : ` ${status}`;
    const day = draft.asOf ? ` as of ${draft.asOf}` : '';
    const what = `${unit} ${period} ${measure}${part}${kind ? ` ${kind}` : ''}`;
    return `${what} ${bound}= ${value}${absent} (${draft.locator}${draft.printed ? ` “${draft.printed}”` : ''})${day}`;
  });
  const asked = questions.map(({ kind, text, ids }) =>
    `? ${kind} “${text}” ${ids.join(', ')}`.trim(),
  );
  const faults = problems.map(({ code, row, column, text, expected, sheet }) => {
    const at = sheets[sheet]?.sheet;
    const place = `${at ? rowNumber(at, row) : 0}:${column + 1}`;
    return `! ${code} ${place} “${text}” ${expected}`.trim();
  });
  return [...read, ...figures, ...asked, ...faults];
}
