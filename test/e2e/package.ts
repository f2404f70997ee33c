/** Small packages, whole or broken, put into a copy of the build. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { DIST } from '../support/build.ts';

/** Contents by path inside the package. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface Resource {
  readonly name: string;
  readonly path: string | readonly string[];
  readonly format: 'csv' | 'parquet';
  readonly bytes?: number;
  readonly hash?: string;
}

/** Two communes of one district; what they report is easy to recompute. */
export const SMALL = {
  'units.csv': lines(
    'unit,name,kind,level,parent',
    'huyen-a,Huyện A,huyện,district,',
    'xa-b,Xã B,xã,commune,huyen-a',
    'xa-c,Xã C,xã,commune,huyen-a',
  ),
  'sources.csv': lines(
    'source,unit,number,title,signed_on,period',
    'bc-b,xa-b,01/BC,Báo cáo xã B,2024-04-02,2024-Q1',
    'bc-c,xa-c,02/BC,Báo cáo xã C,2024-04-02,2024-Q1',
  ),
  'observations.csv': lines(
    'unit,period,measure,value,source,locator',
    'xa-b,2024-Q1,dossiers_received,200,bc-b,I.1',
    'xa-b,2024-Q1,dossiers_received_online,50,bc-b,I.1',
    'xa-c,2024-Q1,dossiers_received,100,bc-c,I.2',
    'xa-c,2024-Q1,dossiers_received_online,80,bc-c,I.2',
  ),
} as const satisfies Files;

export function lines(...rows: readonly string[]): string {
  return `${rows.join('\n')}\n`;
}

/** A copy of the build for one test file; call it once, read it inside the tests. */
export function copyOfSite(): () => string {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(DIST, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => folder;
}

/** The small package with one file in place of its own. */
export function withFile(path: string, content: string | Uint8Array): Files {
  return { ...SMALL, [path]: content };
}

/** One resource for each file, named after it. */
export function resourcesOf(files: Files): Resource[] {
  return Object.keys(files).map((path) => {
    const [name = '', format] = path.split('.');
    return { name, path, format: format === 'parquet' ? 'parquet' : 'csv' };
  });
}

export function descriptor(resources: readonly Resource[], title = 'Gói nhỏ'): string {
  return JSON.stringify({ name: 'small', title, created: '2024-04-10', resources });
}

/** Writes files into `data/…` of a site; the descriptor is made from them unless it is among them. */
export function writePackage(site: string, path: string, files: Files): void {
  const whole = { 'datapackage.json': descriptor(resourcesOf(files)), ...files };
  for (const [name, content] of Object.entries(whole)) {
    const file = join(site, path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
