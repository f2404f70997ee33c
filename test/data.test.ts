/** The delivered packages keep the contract of docs/package.md: every row resolves. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';

type Row = Record<string, string>;
type Tables = Record<string, Row[]>;

interface Resource {
  name: string;
  path: string;
  format: string;
  bytes: number;
  hash: string;
}

const ROOT = new URL('../data/', import.meta.url);
const ID = /^[a-z][a-z0-9_]*$/;
const CODE = /^[a-z0-9][a-z0-9-]*$/;
const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const NUMBER = /^-?\d+(\.\d+)?$/;
const FORMULA = /^[a-z][a-z0-9_]*\??( [+-] [a-z][a-z0-9_]*\??)*$/;

const COLUMNS: Record<string, string> = {
  measures: 'measure,name,name_en,unit_label,temporal,opens,min_count,group',
  indicators:
    'indicator,group,name,name_en,short_name,numerator,denominator,scale,decimals,direction,definition,basis,min_gap',
  categories: 'breakdown,category,name,name_en,position',
  identities: 'identity,total,relation,parts,breakdown,use,remark',
  records: 'record,name,name_en',
  record_columns: 'record,column,type,breakdown,name,name_en,words',
  record_measures: 'record,measure,event,until,filter,breakdown,value',
  units: 'unit,name,kind,level,parent,code,valid_from,valid_to,aliases',
  unit_changes: 'date,kind,from_unit,to_unit,share,source',
  sources: 'source,unit,number,title,issuer,signed_on,period,cutoff,due_on,received_on,file,remark',
  observations:
    'unit,body,period,measure,breakdown,category,kind,value,bound,status,as_of,source,locator,printed,note',
  findings: 'source,locator,unit,period,measure,code,note',
};

const REQUIRED: Record<string, string> = {
  measures: 'measure,name,name_en,unit_label,temporal,group',
  indicators: 'indicator,group,name,name_en,short_name,scale,decimals,direction,definition',
  categories: 'breakdown,category,name,name_en,position',
  identities: 'identity,total,relation,use',
  records: 'record,name,name_en',
  record_columns: 'record,column,type,name,name_en',
  record_measures: 'record,measure,event',
  units: 'unit,name,kind,level',
  unit_changes: 'date,kind,from_unit',
  sources: 'source,title,issuer,cutoff',
  observations: 'unit,period,measure,source,locator,status',
  findings: 'source,code,note',
};

const VOCABULARY: Record<string, Record<string, string[]>> = {
  measures: { temporal: ['flow', 'stock', 'opening', 'load', 'none'] },
  indicators: { direction: ['up', 'down', 'none'] },
  identities: { relation: ['=', '<='], use: ['check', 'derive'] },
  units: { level: ['province', 'district', 'commune', 'neighbourhood'] },
  unit_changes: { kind: ['rename', 'status_change', 'merge', 'split', 'transfer', 'abolish'] },
  sources: { cutoff: ['calendar', 'day14'] },
  observations: {
    kind: ['', 'target', 'registered', 'norm'],
    bound: ['', '>', '>=', '<', '<=', '~'],
    status: ['A', 'P', 'E', 'B', 'D', 'U', 'O', 'M', 'Q'],
  },
  findings: {
    code: (
      'SUM_MISMATCH PCT_MISMATCH LIST_COUNT_MISMATCH INTERNAL_CONFLICT BAD_DATE DOUBLE_LISTED ' +
      'PART_EXCEEDS_TOTAL NEGATIVE OPENING_MISMATCH CUMULATIVE_FALLS OVER_100 STALE_COPY MISLABELLED ' +
      'TARGET_NOT_ACTUAL FUTURE_REFERENCE PERIOD_INCOMPLETE UNIT_NAME_OCR PCT_TRUNCATED ' +
      'DUPLICATE_STATEMENT REVISED PART_MISSING DERIVED NO_DENOMINATOR SMALL_N NEAR_NAME'
    ).split(' '),
  },
};

const FIXED_FORMULAS: [string, string, string][] = [
  ['dossiers_online_rate', 'dossiers_received_online', 'dossiers_received'],
  ['dossiers_on_time_rate', 'dossiers_resolved_on_time', 'dossiers_resolved'],
  [
    'dossiers_overdue_rate',
    'dossiers_resolved_late + dossiers_in_progress_overdue',
    'dossiers_received + dossiers_carried_over?',
  ],
  ['dossiers_digitized_rate', 'dossiers_digitized', 'dossiers_received'],
  ['petitions_resolved_rate', 'petitions_resolved', 'petitions_received - petitions_ineligible?'],
  ['dialogue_answered_rate', 'dialogue_issues_answered', 'dialogue_issues'],
  [
    'mediation_success_rate',
    'mediation_cases_successful',
    'mediation_cases_received - mediation_cases_pending?',
  ],
  ['poor_household_rate', 'households_poor', 'households'],
  ['near_poor_household_rate', 'households_near_poor', 'households'],
  ['satisfaction_rate', 'survey_satisfied', 'survey_ballots_returned'],
  ['tasks_on_time_rate', 'tasks_on_time', 'tasks_on_time + tasks_late'],
  ['models_count', 'models_total', ''],
];

const catalogue = readTables('catalogue');
const reports = readTables('reports');
const everything: Tables = { ...catalogue, ...reports };

describe.each(['catalogue', 'reports'])('package %s', (folder) => {
  const resources = resourcesOf(folder);

  test.each(resources)('$name.csv has the bytes and the hash that are declared', (resource) => {
    const bytes = readFileSync(new URL(`${folder}/${resource.path}`, ROOT));
    expect(bytes.length).toBe(resource.bytes);
    expect(`sha256:${createHash('sha256').update(bytes).digest('hex')}`).toBe(resource.hash);
  });

  test.each(resources)('$name.csv is UTF-8 NFC with plain line ends', (resource) => {
    const text = readFileSync(new URL(`${folder}/${resource.path}`, ROOT), 'utf8');
    expect(resource.format).toBe('csv');
    expect(text).toBe(text.normalize('NFC'));
    expect(text).not.toMatch(/\r|\uFEFF|\uFFFD/);
    expect(text.endsWith('\n')).toBe(true);
  });

  test.each(resources)('$name.csv has exactly the columns of the contract', (resource) => {
    const text = readFileSync(new URL(`${folder}/${resource.path}`, ROOT), 'utf8');
    expect(text.slice(0, text.indexOf('\n'))).toBe(COLUMNS[resource.name]);
  });
});

test('the packages hold what they must', () => {
  expect(Object.keys(catalogue)).toEqual([
    'measures',
    'indicators',
    'categories',
    'identities',
    'records',
    'record_columns',
    'record_measures',
  ]);
  expect(Object.keys(reports)).toEqual([
    'units',
    'unit_changes',
    'sources',
    'observations',
    'findings',
  ]);
  for (const [name, rows] of Object.entries(everything))
    expect(rows.length, name).toBeGreaterThan(0);
});

test('each of the five documents has observations', () => {
  const reported = table(everything, 'sources').filter((row) => row.file !== '');
  expect(reported).toHaveLength(5);
  const used = new Set(table(everything, 'observations').map((row) => row.source));
  for (const row of reported) expect(used).toContain(row.source);
});

test.each(FIXED_FORMULAS)('%s has its fixed formula', (indicator, numerator, denominator) => {
  const row = table(everything, 'indicators').find((r) => r.indicator === indicator);
  expect([row?.numerator, row?.denominator]).toEqual([numerator, denominator]);
});

const CHECKS: Record<string, (tables: Tables) => string[]> = {
  'no required cell is empty': emptyCells,
  'vocabularies are kept': strayWords,
  'ids keep their pattern': badIds,
  'ids are unique': repeatedIds,
  'references resolve': danglingReferences,
  'categories exist and a body has one': danglingCategories,
  'formulas parse and name measures': badFormulas,
  'identities have parts or a breakdown': badIdentities,
  'periods, days and numbers parse': badValues,
  'figures as printed are short': longPrints,
  'parents form no cycle': parentCycles,
  'states of a unit do not overlap': overlappingStates,
  'findings reach their number': strayFindings,
  'a finding concerns one office': mixedOffices,
  'an unfinished period had not ended': endedPeriods,
  'instructions and aims are no results': instructions,
  'what is counted up to the writing is provisional': settledTooEarly,
};

test.each(Object.entries(CHECKS))('%s', (_name, check) => {
  expect(check(everything)).toEqual([]);
});

/** One spoiled cell each: the check that must notice it. */
const SPOILED: [string, string, string, string][] = [
  ['no required cell is empty', 'observations', 'locator', ''],
  ['vocabularies are kept', 'observations', 'status', 'X'],
  ['vocabularies are kept', 'observations', 'kind', 'plan'],
  ['vocabularies are kept', 'observations', 'bound', '≥'],
  ['vocabularies are kept', 'findings', 'code', 'ODD'],
  ['ids keep their pattern', 'units', 'unit', 'Phường'],
  ['ids keep their pattern', 'measures', 'measure', 'a-b'],
  ['ids are unique', 'measures', 'measure', 'dossiers_received_online'],
  ['references resolve', 'observations', 'unit', 'nowhere'],
  ['references resolve', 'observations', 'measure', 'nothing'],
  ['references resolve', 'observations', 'source', 'no-paper'],
  ['references resolve', 'unit_changes', 'from_unit', 'nowhere'],
  ['references resolve', 'units', 'parent', 'nowhere'],
  ['categories exist and a body has one', 'observations', 'body', 'nobody'],
  ['categories exist and a body has one', 'observations', 'category', 'nha_tro'],
  ['formulas parse and name measures', 'indicators', 'numerator', 'a+b'],
  ['formulas parse and name measures', 'identities', 'total', 'nothing'],
  ['identities have parts or a breakdown', 'identities', 'parts', ''],
  ['periods, days and numbers parse', 'observations', 'period', '2023-Q5'],
  ['periods, days and numbers parse', 'observations', 'period', '2023-06-09/2023-01-01'],
  ['periods, days and numbers parse', 'observations', 'value', '1.626,57'],
  ['periods, days and numbers parse', 'sources', 'signed_on', '2023-02-30'],
  ['figures as printed are short', 'observations', 'printed', 'x'.repeat(41)],
  ['findings reach their number', 'findings', 'measure', 'households_poor'],
  ['a finding concerns one office', 'findings', 'measure', 'petition_letters_received'],
  ['an unfinished period had not ended', 'findings', 'period', '2023-01-01/2023-05-11'],
  ['an unfinished period had not ended', 'findings', 'locator', 'II.3.1'],
  ['instructions and aims are no results', 'observations', 'printed', 'chỉ đạo 100%'],
];

test.each(SPOILED)('“%s” notices %s.%s = %j', (name, resource, column, value) => {
  const rows = table(everything, resource).map((row) => ({ ...row }));
  const first = rows[0];
  if (first) first[column] = value;
  expect(CHECKS[name]?.({ ...everything, [resource]: rows })).not.toEqual([]);
});

test('“what is counted up to the writing is provisional” notices a settled figure', () => {
  const observations = [{ source: 'a', status: 'A', kind: '', note: 'Đến thời điểm báo cáo' }];
  const signed = (signed_on: string) => ({ observations, sources: [{ source: 'a', signed_on }] });
  expect(settledTooEarly(signed(''))).not.toEqual([]);
  expect(settledTooEarly(signed('2024-03'))).not.toEqual([]);
  expect(settledTooEarly(signed('2024-03-15'))).toEqual([]);
});

/** What a document asks for, plans or takes over from a rule: source, measure, kind. */
const NO_RESULTS: [string, string, string][] = [
  ['bc-167-pho-hoa-2023-s1', 'workplace_supervision_forms', 'norm'],
  ['kl-duc-pho-2023-s1', 'dialogue_sessions', 'target'],
  ['bc-quang-minh-2024-q1', 'neighbourhood_meeting_rate', 'target'],
  ['bc-quang-minh-2024-q1', 'poor_household_rate', 'target'],
  ['bc-quang-minh-2024-q1', 'temporary_housing_removed_rate', 'target'],
  ['bc-quang-minh-2024-q1', 'reform_areas', 'norm'],
  ['bc-quang-minh-2024-q1', 'essential_online_services', 'norm'],
  ['bc-quang-minh-2024-q1', 'land_projects', 'registered'],
  ['bc-ba-bich-2023', 'models_new', 'registered'],
];

test.each(NO_RESULTS)('%s: %s is a %s', (source, measure, kind) => {
  const rows = statementsOf(source, measure);
  expect(rows.length).toBeGreaterThan(0);
  expect(new Set(rows.map((row) => row.kind))).toEqual(new Set([kind]));
});

/** Figures that cannot be right beside one another, or that stand for something else: source, measure, status. */
const DOUBTED: [string, string, string][] = [
  ['bc-quang-minh-2024-q1', 'dossiers_resolved', 'P'],
  ['bc-quang-minh-2024-q1', 'dossiers_resolved_on_time', 'U'],
  ['bc-quang-minh-2024-q1', 'dossiers_on_time_rate', 'U'],
  ['bc-quang-minh-2024-q1', 'dossiers_resolved_late', 'U'],
  ['bc-quang-minh-2024-q1', 'dossiers_late_rate', 'U'],
  ['bc-quang-minh-2024-q1', 'dossiers_in_progress', 'P'],
  ['bc-quang-minh-2024-q1', 'dossiers_in_progress_not_due', 'U'],
  ['bc-quang-minh-2024-q1', 'dossiers_in_progress_overdue', 'U'],
  ['bc-quang-minh-2024-q1', 'one_stop_investment', 'U'],
  ['bc-quang-minh-2024-q1', 'satisfaction_rate', 'D'],
  ['bc-quang-minh-2024-q1', 'documents_signed_rate', 'D'],
];

test.each(DOUBTED)('%s: %s has the status %s', (source, measure, status) => {
  expect(statementsOf(source, measure).map((row) => row.status)).toEqual([status]);
});

test('Ba Bích, written about the middle of the year, has no settled figure of the year', () => {
  const timeless = table(everything, 'measures').filter((row) => row.temporal === 'none');
  const names = new Set(timeless.map((row) => row.measure));
  const settled = table(everything, 'observations').filter(
    (row) => row.source === 'bc-ba-bich-2023' && row.period === '2023' && row.status === 'A',
  );
  expect(settled.filter((row) => row.kind === '' && !names.has(row.measure))).toEqual([]);
});

test('Ba Bích lists ten different documents, those of 2022 included', () => {
  expect(statementsOf('bc-ba-bich-2023', 'documents_listed').map((row) => row.value)).toEqual([
    '10',
  ]);
});

test('“parents form no cycle” notices a unit that is its own grandparent', () => {
  const units = [
    { unit: 'a', parent: 'b' },
    { unit: 'b', parent: 'a' },
  ];
  expect(parentCycles({ units })).not.toEqual([]);
});

test('“states of a unit do not overlap” notices a shared day', () => {
  const units = [
    { unit: 'a', valid_from: '', valid_to: '2024-02-01' },
    { unit: 'a', valid_from: '2024-02-01', valid_to: '' },
  ];
  expect(overlappingStates({ units })).not.toEqual([]);
});

function resourcesOf(folder: string): Resource[] {
  const text = readFileSync(new URL(`${folder}/datapackage.json`, ROOT), 'utf8');
  const { resources } = JSON.parse(text) as { resources: Resource[] };
  return resources;
}

function readTables(folder: string): Tables {
  const read = ({ name, path }: Resource): [string, Row[]] => {
    const text = readFileSync(new URL(`${folder}/${path}`, ROOT), 'utf8');
    const { data, errors } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    if (errors[0]) throw new Error(`${folder}/${path}: ${errors[0].message}, row ${errors[0].row}`);
    return [name, data];
  };
  return Object.fromEntries(resourcesOf(folder).map(read));
}

function table(tables: Tables, name: string): Row[] {
  return tables[name] ?? [];
}

function statementsOf(source: string, measure: string): Row[] {
  return table(everything, 'observations').filter(
    (row) => row.source === source && row.measure === measure,
  );
}

/** Runs `problem` over every row of a resource; what it returns is told with the line. */
function scan(tables: Tables, name: string, problem: (row: Row) => string | null): string[] {
  return table(tables, name).flatMap((row, at) => {
    const found = problem(row);
    return found === null ? [] : [`${name} line ${at + 2}: ${found}`];
  });
}

function emptyCells(tables: Tables): string[] {
  return Object.entries(REQUIRED).flatMap(([name, columns]) =>
    scan(tables, name, (row) => columns.split(',').find((column) => !row[column]) ?? null),
  );
}

function strayWords(tables: Tables): string[] {
  return Object.entries(VOCABULARY).flatMap(([name, columns]) =>
    Object.entries(columns).flatMap(([column, words]) =>
      scan(tables, name, (row) => {
        const word = row[column] ?? '';
        return words.includes(word) ? null : `${column} ${word}`;
      }),
    ),
  );
}

function badIds(tables: Tables): string[] {
  const kinds: [string, string, RegExp][] = [
    ['measures', 'measure', ID],
    ['indicators', 'indicator', ID],
    ['categories', 'breakdown', ID],
    ['categories', 'category', ID],
    ['identities', 'identity', ID],
    ['units', 'unit', CODE],
    ['sources', 'source', CODE],
  ];
  return kinds.flatMap(([name, column, pattern]) =>
    scan(tables, name, (row) => (pattern.test(row[column] ?? '') ? null : `${row[column]}`)),
  );
}

function repeatedIds(tables: Tables): string[] {
  const keys: Record<string, string[]> = {
    measures: ['measure'],
    indicators: ['indicator'],
    categories: ['breakdown', 'category'],
    identities: ['identity'],
    sources: ['source'],
  };
  const within = Object.entries(keys).flatMap(([name, columns]) => {
    const seen = new Set<string>();
    return scan(tables, name, (row) => {
      const key = columns.map((column) => row[column]).join(' ');
      const twice = seen.has(key);
      seen.add(key);
      return twice ? key : null;
    });
  });
  const measures = ids(tables, 'measures', 'measure');
  const both = scan(tables, 'indicators', ({ indicator = '' }) =>
    measures.has(indicator) ? `${indicator} is a measure too` : null,
  );
  return [...within, ...both];
}

function ids(tables: Tables, name: string, column: string): Set<string> {
  return new Set(table(tables, name).map((row) => row[column] ?? ''));
}

function danglingReferences(tables: Tables): string[] {
  const units = ids(tables, 'units', 'unit');
  const sources = ids(tables, 'sources', 'source');
  const measures = ids(tables, 'measures', 'measure');
  const subjects = new Set([...measures, ...ids(tables, 'indicators', 'indicator')]);
  const references: [string, string, Set<string>][] = [
    ['units', 'parent', units],
    ['unit_changes', 'from_unit', units],
    ['unit_changes', 'to_unit', units],
    ['unit_changes', 'source', sources],
    ['sources', 'unit', units],
    ['observations', 'unit', units],
    ['observations', 'source', sources],
    ['observations', 'measure', subjects],
    ['findings', 'unit', units],
    ['findings', 'source', sources],
    ['findings', 'measure', subjects],
    ['measures', 'opens', measures],
  ];
  return references.flatMap(([name, column, known]) =>
    scan(tables, name, (row) => {
      const id = row[column] ?? '';
      return id === '' || known.has(id) ? null : `${column} ${id}`;
    }),
  );
}

function danglingCategories(tables: Tables): string[] {
  const key = (row: Row) => `${row.breakdown} ${row.category}`;
  const known = new Set(table(tables, 'categories').map(key));
  const breakdowns = ids(tables, 'categories', 'breakdown');
  const observed = scan(tables, 'observations', (row) => {
    if (row.body && !known.has(`body ${row.body}`)) return `body ${row.body}`;
    if (!row.breakdown && !row.category) return null;
    return known.has(key(row)) && row.breakdown !== 'body' ? null : key(row);
  });
  const related = scan(tables, 'identities', ({ breakdown = '' }) =>
    breakdown === '' || breakdowns.has(breakdown) ? null : breakdown,
  );
  return [...observed, ...related];
}

function badFormulas(tables: Tables): string[] {
  const measures = ids(tables, 'measures', 'measure');
  const problem = (formula: string) => {
    if (formula === '') return null;
    if (!FORMULA.test(formula)) return formula;
    const operands = formula.split(/ [+-] /).map((operand) => operand.replace('?', ''));
    return operands.find((operand) => !measures.has(operand)) ?? null;
  };
  return [
    ...scan(tables, 'indicators', (row) => problem(row.numerator ?? '')),
    ...scan(tables, 'indicators', (row) => problem(row.denominator ?? '')),
    ...scan(tables, 'identities', (row) => problem(row.total ?? '')),
    ...scan(tables, 'identities', (row) => problem(row.parts ?? '')),
  ];
}

function badIdentities(tables: Tables): string[] {
  const shape = scan(tables, 'identities', (row) =>
    (row.parts === '') === (row.breakdown === '') ? `${row.identity}` : null,
  );
  const openings = scan(tables, 'measures', (row) =>
    (row.temporal === 'opening') === (row.opens !== '') ? null : `${row.measure} opens`,
  );
  return [...shape, ...openings];
}

function badValues(tables: Tables): string[] {
  const columns: [string, string, (text: string) => boolean][] = [
    ['observations', 'period', isPeriod],
    ['observations', 'as_of', isDay],
    ['sources', 'period', isPeriod],
    ['sources', 'signed_on', (text) => isDay(text) || isDay(`${text}-01`)],
    ['findings', 'period', isPeriod],
    ['units', 'valid_from', isDay],
    ['units', 'valid_to', isDay],
    ['unit_changes', 'date', isDay],
    ['unit_changes', 'share', (text) => NUMBER.test(text) && Number(text) > 0 && Number(text) <= 1],
    ['measures', 'min_count', (text) => /^\d+$/.test(text)],
    ['indicators', 'scale', (text) => NUMBER.test(text)],
    ['indicators', 'decimals', (text) => /^\d$/.test(text)],
    ['indicators', 'min_gap', (text) => NUMBER.test(text)],
    ['categories', 'position', (text) => /^\d+$/.test(text)],
  ];
  const cells = columns.flatMap(([name, column, fits]) =>
    scan(tables, name, (row) => {
      const text = row[column] ?? '';
      return text === '' || fits(text) ? null : `${column} ${text}`;
    }),
  );
  const values = scan(tables, 'observations', ({ value = '', status = '' }) => {
    const absent = ['O', 'M', 'Q'].includes(status);
    return absent ? (value === '' ? null : value) : NUMBER.test(value) ? null : `value ${value}`;
  });
  return [...cells, ...values];
}

/** A day that exists. */
function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function isPeriod(text: string): boolean {
  if (/^\d{4}(-(S[12]|Q[1-4]|M(0[1-9]|1[0-2])))?$/.test(text) || isDay(text)) return true;
  const [start = '', end = '', ...rest] = text.split('/');
  if (rest.length > 0 || !isDay(start)) return false;
  return /^P\d{1,2}M$/.test(end) || (isDay(end) && start <= end);
}

function longPrints(tables: Tables): string[] {
  return scan(tables, 'observations', ({ printed = '' }) =>
    [...printed].length > 40 ? printed : null,
  );
}

function parentCycles(tables: Tables): string[] {
  const parents = new Map<string, string[]>();
  for (const { unit = '', parent = '' } of table(tables, 'units'))
    parents.set(unit, [...(parents.get(unit) ?? []), ...(parent === '' ? [] : [parent])]);
  const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
    (parents.get(from) ?? []).some((parent) => {
      if (parent === goal) return true;
      if (seen.has(parent)) return false;
      seen.add(parent);
      return reaches(parent, goal, seen);
    });
  return [...parents.keys()].filter((unit) => reaches(unit, unit));
}

function overlappingStates(tables: Tables): string[] {
  const last = new Map<string, string>();
  const rows = [...table(tables, 'units')].sort((a, b) =>
    (a.valid_from ?? '').localeCompare(b.valid_from ?? ''),
  );
  return rows.flatMap(({ unit = '', valid_from = '', valid_to = '' }) => {
    const before = last.get(unit);
    last.set(unit, valid_to || '9999-12-31');
    const reversed = valid_to !== '' && valid_to < valid_from;
    return reversed || (before !== undefined && valid_from <= before) ? [unit] : [];
  });
}

/** The statements that a finding is about, as the app attaches it. */
function concerned(tables: Tables, finding: Row): Row[] {
  const same = (row: Row, column: string) => !finding[column] || row[column] === finding[column];
  return table(tables, 'observations').filter(
    (row) =>
      row.measure === finding.measure &&
      ['unit', 'source', 'locator', 'period'].every((column) => same(row, column)),
  );
}

function strayFindings(tables: Tables): string[] {
  return scan(tables, 'findings', (row) =>
    row.measure === '' || concerned(tables, row).length > 0 ? null : `${row.measure}`,
  );
}

/** A finding has no column for the office: it must not fall on a second one by its measure and place. */
function mixedOffices(tables: Tables): string[] {
  return scan(tables, 'findings', (row) => {
    if (row.measure === '') return null;
    const offices = new Set(concerned(tables, row).map((statement) => statement.body));
    return offices.size > 1 ? `${row.measure}: ${[...offices].join(', ')}` : null;
  });
}

/**
 * "The period was not over" is about a document and the period of its title. A span of its own that had ended
 * before the signing day was over.
 */
function endedPeriods(tables: Tables): string[] {
  const sources = new Map(table(tables, 'sources').map((row) => [row.source, row]));
  return scan(tables, 'findings', ({ code, source, locator, measure, period = '' }) => {
    if (code !== 'PERIOD_INCOMPLETE') return null;
    const document = sources.get(source);
    if (period !== document?.period) return `${period} is not the period of ${source}`;
    if (locator && !measure) return `${locator} without a figure`;
    const signed = document?.signed_on ?? '';
    return signed !== '' && lastDay(period) < signed ? `${period} ended before ${signed}` : null;
  });
}

/** Last day of a period. */
function lastDay(period: string): string {
  const [start = '', end = ''] = period.split('/');
  if (isDay(end) || isDay(period)) return end || period;
  const [year = '', part = 'S2'] = start.split('-');
  const number = Number(part.slice(1));
  const months = end ? Number(end.slice(1, -1)) : { S: 6, Q: 3, M: 1 }[part.slice(0, 1)];
  const month = end ? Number(part) - 1 + Number(months) : number * Number(months);
  return new Date(Date.UTC(Number(year), month, 0)).toISOString().slice(0, 10);
}

function instructions(tables: Tables): string[] {
  return scan(tables, 'observations', ({ kind, printed = '', note = '' }) =>
    kind === '' && /chỉ đạo 100|nội dung chỉ đạo|phấn đấu|kế hoạch nêu/i.test(`${printed} ${note}`)
      ? `${printed} ${note}`
      : null,
  );
}

/** Where no signing day is printed, "đến nay" leaves open how much of the period there is. */
function settledTooEarly(tables: Tables): string[] {
  const signed = new Map(table(tables, 'sources').map((row) => [row.source, row.signed_on ?? '']));
  return scan(tables, 'observations', ({ source = '', status, kind, note = '' }) => {
    if (status !== 'A' || kind !== '' || isDay(signed.get(source) ?? '')) return null;
    return /đến nay|đến thời điểm báo cáo/i.test(note) ? note : null;
  });
}
