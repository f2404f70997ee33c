/** Rows of the small resources → objects of the model. A package's rows add to the catalogue or override it. */
import type {
  Category,
  Decision,
  Finding,
  Identity,
  Indicator,
  Measure,
} from '../../model/catalogue.ts';
import { type Operand, parseFormula } from '../../model/formula.ts';
import type { ProblemLog } from '../problems.ts';
import type { ResourceName } from '../schema.ts';
import type { Table } from '../table.ts';
import { addUnknown, type Row, rowsOf, unique } from './rows.ts';

export type Tables = ReadonlyMap<ResourceName, Table>;

export interface Catalogue {
  readonly measures: Map<string, Measure>;
  readonly indicators: Map<string, Indicator>;
  readonly categories: Map<string, Category>;
  readonly identities: Map<string, Identity>;
}

/** Reads measures, indicators, categories and identities, later layers overriding earlier ones by id. */
export function readCatalogue(layers: readonly Tables[], problems: ProblemLog): Catalogue {
  const read = <T>(name: ResourceName, key: (item: T) => string, make: (row: Row) => T | null) => {
    let all = new Map<string, T>();
    for (const layer of layers) {
      const whole = (row: Row) => {
        const item = make(row);
        return item && withLeftOut(name, row, item, all.get(key(item)));
      };
      all = new Map([...all, ...unique(layer.get(name), key, whole, problems)]);
    }
    return all;
  };
  const measures = read('measures', (m: Measure) => m.measure, toMeasure);
  checkOpenings(layers, measures, problems);
  const knows = (operand: Operand) => measures.has(operand.measure);
  return {
    measures,
    indicators: read(
      'indicators',
      (i: Indicator) => i.indicator,
      (row) => toIndicator(row, knows, problems),
    ),
    categories: read('categories', (c: Category) => `${c.breakdown}~${c.category}`, toCategory),
    identities: wholeIdentities(
      read(
        'identities',
        (i: IdentityRow) => i.identity,
        (row) => toIdentity(row, knows, problems),
      ),
      problems,
    ),
  };
}

/** Fields of an item by the columns they come from. */
const COLUMNS: Readonly<Partial<Record<ResourceName, Readonly<Record<string, string>>>>> = {
  measures: {
    ...{ name: 'name', nameEn: 'name_en', unitLabel: 'unit_label', temporal: 'temporal' },
    ...{ opens: 'opens', minCount: 'min_count', group: 'group' },
  },
  indicators: {
    ...{ group: 'group', name: 'name', nameEn: 'name_en', shortName: 'short_name' },
    ...{ numerator: 'numerator', denominator: 'denominator', scale: 'scale' },
    ...{ decimals: 'decimals', direction: 'direction', definition: 'definition' },
    ...{ basis: 'basis', minGap: 'min_gap' },
  },
  categories: { name: 'name', nameEn: 'name_en', position: 'position' },
  identities: {
    ...{ total: 'total', relation: 'relation', parts: 'parts', breakdown: 'breakdown' },
    ...{ use: 'use', remark: 'remark' },
  },
};

/** A column that a package leaves out says nothing of what the catalogue knows: a stock stays one. */
function withLeftOut<T>(name: ResourceName, row: Row, item: T, before: T | undefined): T {
  const columns = COLUMNS[name];
  if (!before || !columns) return item;
  const known = Object.entries(columns).filter(([, column]) => !row.has(column));
  const kept = known.map(([field]) => [field, before[field as keyof T]]);
  return { ...item, ...Object.fromEntries(kept) };
}

/** An opening may continue a stock that a later layer brings: looked at when all are known. */
function checkOpenings(
  layers: readonly Tables[],
  measures: Map<string, Measure>,
  problems: ProblemLog,
): void {
  for (const row of layers.flatMap((layer) => rowsOf(layer.get('measures')))) {
    const measure = measures.get(row.text('measure'));
    const value = row.text('opens');
    if (!measure || value === '' || measures.has(value)) continue;
    addUnknown(row, 'opens', 'cell', problems);
    if (measure.opens === value) measures.set(measure.measure, { ...measure, opens: '' });
  }
}

export type KnowsId = (id: string) => boolean;

export function readFindings(
  tables: Tables,
  hasUnit: KnowsId,
  hasSubject: KnowsId,
  problems: ProblemLog,
): Finding[] {
  const known = knownRows(tables.get('findings'), { unit: hasUnit, measure: hasSubject }, problems);
  return known.map((row) => ({
    source: row.text('source'),
    locator: row.text('locator'),
    unit: row.text('unit'),
    period: row.text('period'),
    measure: row.text('measure'),
    code: row.text('code'),
    note: row.text('note'),
  }));
}

/** Rows whose references are empty or known; the others are set aside. */
export function knownRows(
  table: Table | undefined,
  references: Readonly<Record<string, KnowsId>>,
  problems: ProblemLog,
): Row[] {
  return rowsOf(table).filter((row) => {
    const bad = Object.keys(references).find((column) => {
      const value = row.text(column);
      return value !== '' && !references[column]?.(value);
    });
    if (bad === undefined) return true;
    addUnknown(row, bad, 'row', problems);
    return false;
  });
}

export function readDecisions(tables: Tables): Decision[] {
  return rowsOf(tables.get('decisions')).map((row) => ({
    issue: row.text('issue'),
    decision: row.text('decision'),
    on: row.text('on'),
    note: row.text('note'),
  }));
}

function toMeasure(row: Row): Measure {
  const measure = row.text('measure');
  return {
    measure,
    name: row.text('name') || measure,
    nameEn: row.text('name_en'),
    unitLabel: row.text('unit_label'),
    temporal: row.text('temporal') as Measure['temporal'],
    opens: row.text('opens'),
    minCount: row.number('min_count'),
    group: row.text('group'),
  };
}

type Knows = (operand: Operand) => boolean;

function toIndicator(row: Row, knows: Knows, problems: ProblemLog): Indicator | null {
  const indicator = row.text('indicator');
  const numerator = formula(row, 'numerator', knows, problems);
  const denominator = formula(row, 'denominator', knows, problems);
  if (!numerator || !denominator) return null;
  return {
    indicator,
    group: row.text('group'),
    name: row.text('name') || indicator,
    nameEn: row.text('name_en'),
    shortName: row.text('short_name'),
    numerator,
    denominator,
    scale: row.number('scale') ?? 1,
    decimals: row.number('decimals') ?? 1,
    direction: row.text('direction') as Indicator['direction'],
    definition: row.text('definition'),
    basis: row.text('basis'),
    minGap: row.number('min_gap'),
  };
}

function toCategory(row: Row): Category {
  const category = row.text('category');
  return {
    breakdown: row.text('breakdown'),
    category,
    name: row.text('name') || category,
    nameEn: row.text('name_en'),
    position: row.number('position') ?? row.at + 1,
  };
}

/** An identity and the row that says the last of it: whether it is whole shows when all layers are read. */
interface IdentityRow extends Identity {
  readonly row: Row;
}

function wholeIdentities(
  all: ReadonlyMap<string, IdentityRow>,
  problems: ProblemLog,
): Map<string, Identity> {
  const whole = new Map<string, Identity>();
  for (const [id, { row, ...identity }] of all) {
    const { total, parts, breakdown } = identity;
    if (total.length > 0 && (parts.length > 0 || breakdown !== '')) {
      whole.set(id, identity);
      continue;
    }
    const column = total.length === 0 ? 'total' : 'parts';
    problems.add({ code: 'value-required', effect: 'row', ...row.table.place(row.at), column });
  }
  return whole;
}

function toIdentity(row: Row, knows: Knows, problems: ProblemLog): IdentityRow | null {
  const total = formula(row, 'total', knows, problems);
  const parts = formula(row, 'parts', knows, problems);
  if (!total || !parts) return null;
  return {
    row,
    identity: row.text('identity'),
    total,
    relation: row.text('relation') as Identity['relation'],
    parts,
    breakdown: row.text('breakdown'),
    use: row.text('use') as Identity['use'],
    remark: row.text('remark'),
  };
}

/** A formula whose measures are all known; otherwise null and the row is set aside. */
function formula(row: Row, column: string, knows: Knows, problems: ProblemLog): Operand[] | null {
  const text = row.text(column);
  try {
    const operands = parseFormula(text);
    const stranger = operands.find((operand) => !knows(operand));
    if (!stranger) return operands;
    const value = stranger.measure;
    problems.add({
      code: 'reference-unknown',
      effect: 'row',
      ...row.table.place(row.at),
      column,
      value,
    });
  } catch {
    problems.add({
      code: 'value-formula',
      effect: 'row',
      ...row.table.place(row.at),
      column,
      value: text,
    });
  }
  return null;
}
