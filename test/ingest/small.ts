/** Two communes and their report, read the way the page reads them; a test changes one file at a time. */
import { readPackage } from '../../src/ingest/package.ts';
import { PackageError, type Problem } from '../../src/model/problem.ts';
import { repositoryAccess } from '../support/load.ts';

export type Contents = Readonly<Record<string, string | Uint8Array>>;

export const UNITS =
  'unit,name,level,parent\nhuyen-a,Huyện A,district,\nxa-b,Xã B,commune,huyen-a\n';
export const SOURCES =
  'source,unit,title,signed_on,period\nbc-b,xa-b,Báo cáo xã B,2024-04-02,2024-Q1\n';
export const HEADER = 'unit,period,measure,value,source\n';
export const ROWS = `${HEADER}xa-b,2024-Q1,dossiers_received,200,bc-b\nxa-b,2024-Q1,dossiers_received_online,50,bc-b\n`;

export interface Read {
  readonly problems: readonly Problem[];
  /** Null where the package cannot be shown. */
  readonly opened: Awaited<ReturnType<typeof readPackage>> | null;
  /** "xa-b dossiers_received 200" for every statement that counts. */
  readonly rows: readonly string[];
}

/** Reads the small package with some files in place of its own; further ones become resources. */
export async function readSmall(changed: Contents, patch: object = {}): Promise<Read> {
  const files: Contents = {
    'units.csv': UNITS,
    'sources.csv': SOURCES,
    ...('observations.parquet' in changed ? {} : { 'observations.csv': ROWS }),
    ...changed,
  };
  const { 'datapackage.json': own, ...tables } = files;
  const under = Object.fromEntries(
    Object.entries(tables).map(([name, text]) => [
      name.startsWith('data/') ? name : `pkg/${name}`,
      text,
    ]),
  );
  const descriptor = own ?? JSON.stringify(descriptorOf(Object.keys(tables), patch));
  try {
    const access = repositoryAccess({ ...under, 'pkg/datapackage.json': descriptor });
    const opened = await readPackage('pkg', access);
    const { texts, value } = opened.statements;
    const rows = value.map((number, at) => `${texts.unit[at]} ${texts.measure[at]} ${number}`);
    return { problems: opened.dataset.problems, opened, rows };
  } catch (error) {
    if (error instanceof PackageError) return { problems: error.problems, opened: null, rows: [] };
    throw error;
  }
}

/** `patch` goes to the observations. */
function descriptorOf(paths: readonly string[], patch: object): object {
  const resources = paths
    .filter((path) => !path.startsWith('data/'))
    .map((path) => {
      const [name, format] = path.split('.');
      return { name, path, format, ...(name === 'observations' ? patch : {}) };
    });
  return { name: 'small', title: 'Gói nhỏ', created: '2024-04-10', resources };
}

/** "code effect file:line column" of every problem, for comparison. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ code, effect, file, line, column }) =>
    [code, effect, line === undefined ? file : `${file}:${line}`, column].filter(Boolean).join(' '),
  );
}
