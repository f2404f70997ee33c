/** Ways to break the package `plain`, and what the reader must be told (issue 2, "Bad input gets"). */
import { plain } from './plain.ts';

export interface Breakage {
  name: string;
  files: Record<string, string | Uint8Array>;
  /** What must be said: effect, file, line and column where there is one, the value. */
  told: { effect: 'stop' | 'row' | 'cell' | 'note'; file: string; line?: number; column?: string };
}

const { files } = plain();
const OBSERVATIONS = 'unit,period,measure,breakdown,category,kind,value,bound,status,source,note\n';

/** One good row, then a bad one on line 3. */
function row(name: string, text: string, column: string): Breakage {
  const content = `${OBSERVATIONS}xa-k,2023,households,,,,5,,,r-k,\n${text}\n`;
  return {
    name,
    files: { 'observations.csv': content },
    told: { effect: 'row', file: 'observations.csv', line: 3, column },
  };
}

/** Another resource beside the three of `plain`, of which line 2 is bad. */
function resource(
  name: string,
  resourceName: string,
  text: string,
  column: string,
  effect: Breakage['told']['effect'] = 'row',
): Breakage {
  const descriptor = JSON.parse(files['datapackage.json'] ?? '');
  descriptor.resources.push({ name: resourceName, path: `${resourceName}.csv` });
  return {
    name,
    files: { 'datapackage.json': JSON.stringify(descriptor), [`${resourceName}.csv`]: text },
    told: { effect, file: `${resourceName}.csv`, line: 2, column },
  };
}

function stop(name: string, changed: Breakage['files'], file: string, column?: string): Breakage {
  return {
    name,
    files: changed,
    told: { effect: 'stop', file, ...(column === undefined ? {} : { column }) },
  };
}

function described(patch: object): Breakage['files'] {
  const descriptor = JSON.parse(files['datapackage.json'] ?? '');
  Object.assign(descriptor.resources[2], patch);
  return { 'datapackage.json': JSON.stringify(descriptor) };
}

export const breakages: readonly Breakage[] = [
  row('an unknown unit', 'xa-z,2023,households,,,,5,,,r-k,', 'unit'),
  row('an unknown measure', 'xa-k,2023,housholds,,,,5,,,r-k,', 'measure'),
  row('an impossible period', 'xa-k,2023-Q5,households,,,,5,,,r-k,', 'period'),
  row('a day that does not exist', 'xa-k,2023-02-30,households,,,,5,,,r-k,', 'period'),
  row('a span that ends first', 'xa-k,2023-05-01/2023-04-01,households,,,,5,,,r-k,', 'period'),
  row('no period anywhere', 'xa-k,,households,,,,5,,,r-k,', 'period'),
  row('a decimal comma', 'xa-k,2023,households,,,,"1,5",,,r-k,', 'value'),
  row('a number too large', 'xa-k,2023,households,,,,1e400,,,r-k,', 'value'),
  row('a value of what was not reported', 'xa-k,2023,households,,,,5,,O,r-k,', 'value'),
  row('no value and no reason', 'xa-k,2023,households,,,,,,,r-k,', 'value'),
  row('an unknown status', 'xa-k,2023,households,,,,5,,X,r-k,', 'status'),
  row('an unknown kind', 'xa-k,2023,households,,,plan,5,,,r-k,', 'kind'),
  row('an unknown bound', 'xa-k,2023,households,,,,5,≥,,r-k,', 'bound'),
  row('a breakdown without category', 'xa-k,2023,households,age,,,5,,,r-k,', 'category'),
  row('a category without breakdown', 'xa-k,2023,households,,old,,5,,,r-k,', 'breakdown'),
  row('a half of a combined category', 'xa-k,2023,households,a*b,x,,5,,,r-k,', 'category'),
  {
    name: 'a row after a text of several lines',
    files: {
      'observations.csv': `${OBSERVATIONS}xa-k,2023,households,,,,5,,,r-k,"a\nb"\nxa-z,2023,households,,,,5,,,,\n`,
    },
    told: { effect: 'row', file: 'observations.csv', line: 4, column: 'unit' },
  },
  {
    name: 'a ragged row',
    files: { 'observations.csv': `${OBSERVATIONS}xa-k,2023\nxa-k,2023,households,,,,5,,,r-k,\n` },
    told: { effect: 'row', file: 'observations.csv', line: 2 },
  },
  {
    name: 'a duplicate unit',
    files: { 'units.csv': `${files['units.csv']}xa-k,Xã K nữa,xã,commune,thi-xa-t\n` },
    told: { effect: 'row', file: 'units.csv', line: 6, column: 'unit' },
  },
  {
    name: 'a cycle of parents',
    files: { 'units.csv': 'unit,name,parent\nxa-k,A,phuong-h\nphuong-h,B,xa-k\n' },
    told: { effect: 'cell', file: 'units.csv', line: 2, column: 'parent' },
  },
  resource('an unknown temporal', 'measures', 'measure,temporal\nm,flows\n', 'temporal'),
  resource('a bad formula', 'indicators', 'indicator,numerator\ni,a*b\n', 'numerator'),
  resource(
    'a scale of nothing',
    'indicators',
    'indicator,numerator,scale\ni,households,0\n',
    'scale',
  ),
  resource('a gap below zero', 'indicators', 'indicator,min_gap\ni,-1\n', 'min_gap', 'cell'),
  resource(
    'a least count below zero',
    'measures',
    'measure,min_count\nm,-5\n',
    'min_count',
    'cell',
  ),
  resource('an opening of nothing', 'measures', 'measure,opens\nm,gone\n', 'opens', 'cell'),
  {
    name: 'a report of an unknown unit',
    files: { 'sources.csv': 'source,unit,title\nr-h,xa-z,Báo cáo\nr-k,xa-k,Báo cáo\n' },
    told: { effect: 'cell', file: 'sources.csv', line: 2, column: 'unit' },
  },
  resource('an unknown operand', 'indicators', 'indicator,numerator\ni,nothing\n', 'numerator'),
  resource(
    'an identity without parts',
    'identities',
    'identity,total,relation,parts,use\ni,households,=,,check\n',
    'parts',
  ),
  resource('a finding about an unknown unit', 'findings', 'unit,code\nxa-z,STALE_COPY\n', 'unit'),
  resource(
    'a finding about an unknown measure',
    'findings',
    'measure,code\nnothing,STALE_COPY\n',
    'measure',
  ),
  resource(
    'a change of an unknown unit',
    'unit_changes',
    'date,kind,from_unit,to_unit\n2023-01-01,merge,xa-z,xa-k\n',
    'from_unit',
  ),
  resource(
    'an unknown kind of change',
    'unit_changes',
    'date,kind,from_unit,to_unit\n2023-01-01,explode,xa-k,xa-k\n',
    'kind',
  ),
  resource('a bad category id', 'categories', 'breakdown,category\nage,Trẻ Em\n', 'category'),
  stop(
    'a missing column',
    { 'observations.csv': 'unit,measure\nxa-k,households\n' },
    'observations.csv',
    'value',
  ),
  stop('another delimiter', { 'observations.csv': 'unit;measure;value\n' }, 'observations.csv'),
  stop('an empty file', { 'observations.csv': '' }, 'observations.csv'),
  stop('an open quote', { 'observations.csv': `${OBSERVATIONS}"xa-k,2023\n` }, 'observations.csv'),
  stop(
    'another encoding',
    { 'observations.csv': new Uint8Array([0xff, 0xfe, 0x75, 0]) },
    'observations.csv',
  ),
  stop('a missing file', described({ path: 'nowhere.csv' }), 'nowhere.csv'),
  stop('a wrong size', described({ bytes: 1 }), 'observations.csv'),
  stop('a wrong hash', described({ hash: `sha256:${'0'.repeat(64)}` }), 'observations.csv'),
  stop('a path out of the folder', described({ path: '../x.csv' }), 'pkg/datapackage.json'),
  stop('no file of a required resource', described({ path: [] }), 'pkg/datapackage.json'),
  stop('another format', described({ format: 'xlsx' }), 'pkg/datapackage.json'),
  stop('Parquet that is none', described({ format: 'parquet' }), 'observations.csv'),
  stop('no units at all', { 'units.csv': 'unit,name\n' }, 'units.csv'),
  {
    name: 'units of which none can be used',
    files: { 'units.csv': 'unit,name\nXÃ K,Xã K\n' },
    told: { effect: 'row', file: 'units.csv', line: 2, column: 'unit' },
  },
];
