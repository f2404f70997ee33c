/** The files of a delivered package as they lie in the repository, beside the rows of its generator. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { COLUMNS, type Row, type TextRow } from '../../data/sample/generate/row.ts';
import { openNativeEngine } from '../../src/engine/native.ts';

export function deliveredPackage(path: string) {
  const folder = resolve(import.meta.dirname, '../..', path);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = JSON.parse(text('datapackage.json'));
  return {
    manifest,
    /** In bytes, of every file below. */
    sizes: () =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => statSync(join(folder, name)))
        .flatMap((file) => (file.isFile() ? file.size : [])),
    readTable: (name: string): TextRow[] =>
      Papa.parse<TextRow>(text(`${name}.csv`), { header: true, skipEmptyLines: true }).data,
    /** Rows as a file with the same header would give them back. */
    filled(name: string, rows: readonly TextRow[]): TextRow[] {
      const columns = (text(`${name}.csv`).split('\n', 1)[0] ?? '').split(',');
      return rows.map((row) =>
        Object.fromEntries(columns.map((column) => [column, row[column] ?? ''])),
      );
    },
    async readObservations(): Promise<Row[]> {
      const engine = await openNativeEngine();
      const { path } = manifest.resources.find((r: { name: string }) => r.name === 'observations');
      const files: Row[][] = [];
      for (const file of path) {
        const sql = 'SELECT * FROM read_parquet(?)';
        files.push((await engine.rows(sql, [join(folder, file)])) as unknown as Row[]);
      }
      await engine.close();
      return files.flat();
    },
  };
}

export function textOf(row: Row | undefined): string {
  return COLUMNS.map((name) => row?.[name]).join('~');
}
