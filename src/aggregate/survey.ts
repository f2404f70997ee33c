/** What lies in the table, before anything is counted: units, categories, months, days that are none. */
import type { Dataset } from '../model/dataset.ts';
import { columnsNeeded, type RecordDefinition } from '../model/record/definition.ts';
import type { Said } from '../record/condition.ts';
import { type Coverage, monthsIn } from '../record/coverage.ts';
import type { AggregateDefinition } from './definition.ts';
import { AggregationError } from './fault.ts';
import { type Meaning, type SaidText, unitsMeant, valuesMeant } from './meaning.ts';
import type { TableColumns } from './warehouse/columns.ts';
import { FIRST_DAY, type Warehouse } from './warehouse/warehouse.ts';

/** A text for a unit, and what is told of its records without counting them. */
export interface UnitText extends SaidText {
  /** Changes when one of its records does. */
  readonly state: string;
}

export interface Survey {
  readonly records: number;
  readonly units: readonly UnitText[];
  readonly unitIds: ReadonlyMap<string, string>;
  readonly said: Said;
  readonly coverage: Coverage;
  readonly hasEarlier: boolean;
  /** Columns that can be counted by. */
  readonly present: ReadonlySet<string>;
  /** Told in the plan. */
  readonly notes: readonly string[];
}

export interface Surveying {
  readonly warehouse: Warehouse;
  readonly table: TableColumns;
  readonly definition: RecordDefinition;
  readonly wish: AggregateDefinition;
  readonly data: Dataset;
  readonly today: string;
}

/** @throws {AggregationError} `unknown` for texts that nobody has given a meaning */
export async function surveyTable(surveying: Surveying): Promise<Survey> {
  const { table, definition, data, wish } = surveying;
  const units = await surveyTexts(surveying);
  const records = units.reduce((sum, item) => sum + item.records, 0);
  if (records === 0) throw new AggregationError('table', 'the table holds no records');
  const given = units.filter(({ text }) => text !== '');
  const unitMeaning = unitsMeant(given, data, wish);
  const meanings = new Map<string, Meaning>([['unit', unitMeaning]]);
  for (const name of neededTexts(definition, table)) {
    const column = definition.columns.find((item) => item.column === name);
    if (column) meanings.set(name, valuesMeant(await textsIn(surveying, name), column, data, wish));
  }
  refuseUnknown(meanings, data);
  const covered = await coverageOf(surveying);
  const said = new Map(
    [...meanings].filter(([name]) => name !== 'unit').map(([name, m]) => [name, m.ids]),
  );
  const nowhere = records - given.reduce((sum, item) => sum + item.records, 0);
  return {
    ...{ records, units: given, unitIds: unitMeaning.ids, said, ...covered },
    present: new Set(table.columns.keys()),
    notes: [
      ...(nowhere > 0 ? [`${nowhere} records name no unit and are not counted`] : []),
      ...[...meanings].flatMap(([name, { leftOut }]) =>
        leftOut > 0 ? [`${leftOut} records: ${name} left out, as the definition says`] : [],
      ),
      ...(await dayNotes(surveying)),
      ...notCounted(definition, table),
    ],
  };
}

/** Units with their records and a state that changes with them; also asked for again when all is counted. */
export async function surveyTexts({
  warehouse,
  table,
}: Pick<Surveying, 'warehouse' | 'table'>): Promise<UnitText[]> {
  const { stored, dialect } = warehouse;
  const unit = table.dialect.column('unit');
  const raws = [...table.columns.values()].map(({ raw }) => raw);
  const state = table.version ? stored.written(`max(${table.version})`) : stored.fingerprint(raws);
  const rows = await warehouse.rows(
    `SELECT ${dialect.ifElse(dialect.given(unit), unit, dialect.text(''))} AS said_text,
       count(*) AS said_records, ${state} AS said_state
     FROM ${warehouse.table} GROUP BY said_text`,
  );
  return rows
    .map((row) => ({
      text: String(row.said_text),
      records: Number(row.said_records),
      state: String(row.said_state),
    }))
    .sort(byText);
}

/** Category and flag columns by which something is counted or split. */
function neededTexts(definition: RecordDefinition, table: TableColumns): string[] {
  const used = new Set(
    definition.measures.flatMap(({ filter, breakdown }) => [
      breakdown,
      ...filter.map(({ column }) => column),
    ]),
  );
  return definition.columns
    .filter(({ column, type }) => used.has(column) && ['category', 'flag'].includes(type))
    .map(({ column }) => column)
    .filter((column) => table.columns.has(column));
}

const byText = (a: SaidText, b: SaidText) => (a.text < b.text ? -1 : 1);

const MOST_TEXTS = 2000;

async function textsIn({ warehouse, table }: Surveying, name: string): Promise<SaidText[]> {
  const own = table.dialect.column(name);
  const { dialect } = warehouse;
  const rows = await warehouse.rows(
    `SELECT ${own} AS said_text, count(*) AS said_records FROM ${warehouse.table}
     WHERE ${dialect.given(own)} AND ${own} <> '' GROUP BY said_text
     ORDER BY said_records DESC, said_text LIMIT ${MOST_TEXTS + 1}`,
  );
  if (rows.length > MOST_TEXTS)
    throw new AggregationError(
      'unknown',
      `column for "${name}" holds more than ${MOST_TEXTS} different texts`,
    );
  return rows
    .map((row) => ({ text: String(row.said_text), records: Number(row.said_records) }))
    .sort(byText); // not by frequency, which one more record can change
}

const SHOWN = 10;

/** A text that means nothing would leave its records out of a figure without a word. */
function refuseUnknown(meanings: ReadonlyMap<string, Meaning>, data: Dataset): void {
  const strange = [...meanings].flatMap(([name, { ids, unknown }]) => {
    const wrong = name === 'unit' ? [...ids].filter(([, id]) => !data.units.has(id)) : [];
    const texts = [
      ...unknown.map(({ text, records }) => `${JSON.stringify(text)} (${records} records)`),
      ...wrong.map(
        ([text, id]) => `${JSON.stringify(text)} → "${id}", which is no unit of the base`,
      ),
    ];
    if (texts.length === 0) return [];
    const rest = texts.length > SHOWN ? `, and ${texts.length - SHOWN} more` : '';
    const where = name === 'unit' ? '"units"' : `"values": { "${name}": … }`;
    return [
      `${name}: ${texts.slice(0, SHOWN).join(', ')}${rest}; say what they mean in ${where}, "" leaves them out`,
    ];
  });
  if (strange.length > 0) throw new AggregationError('unknown', strange.join('\n'));
}

/** The months in which records begin, up to the last whole one; what the definition says overrules it. */
async function coverageOf({ warehouse, table, definition, wish, today }: Surveying) {
  const event = definition.measures.find(({ event }) => table.columns.has(event))?.event;
  if (event === undefined)
    throw new AggregationError(
      'column',
      `no column says the day of "${definition.measures[0]?.event}"`,
    );
  const { dialect } = table;
  const own = dialect.column(event);
  const [ends] = await warehouse.rows(
    `SELECT min(${dialect.month(own)}) AS said_first, max(${dialect.month(own)}) AS said_last
     FROM ${warehouse.table}
     WHERE ${dialect.given(own)} AND ${own} >= ${dialect.day(FIRST_DAY)} AND ${own} <= ${dialect.day(today)}`,
  );
  const [first, last] = [Number(ends?.said_first ?? 0), Number(ends?.said_last ?? 0)];
  if (!first || !last) throw new AggregationError('table', `no record has a day in "${event}"`);
  const span = { from: monthCode(first), to: monthCode(last) };
  const isRunning = span.to === today.slice(0, 7) && span.from < span.to;
  const [from = span.from, to = isRunning ? (monthsIn(span).at(-2) ?? span.to) : span.to] =
    wish.months?.split('/') ?? [];
  return { coverage: { from, to }, hasEarlier: span.from < from };
}

const monthCode = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;

/** What tables hold in place of a missing day. */
const NOTHING = ['', '0000-00-00', '0000-00-00 00:00:00', '1970-01-01', '1970-01-01 00:00:00'];

/** Days that are written and are none: they count as missing. */
async function dayNotes({ warehouse, table }: Surveying): Promise<string[]> {
  const days = [...table.columns.values()].filter(({ column }) => column.type === 'day');
  const { dialect, stored } = warehouse;
  const counts = days.map(({ raw, read }, at) => {
    const text = stored.written(raw);
    const isSaid = `${dialect.given(text)} AND ${dialect.holds(`${text} NOT IN (${NOTHING.map(dialect.text).join(', ')})`)}`;
    return `${dialect.sum(null, `${isSaid} AND NOT (${dialect.given(read)})`)} AS said_${at}`;
  });
  const [row] = await warehouse.rows(`SELECT ${counts.join(', ')} FROM ${warehouse.table}`);
  return days.flatMap(({ column }, at) => {
    const count = Number(row?.[`said_${at}`] ?? 0);
    return count > 0 ? [`${count} records: ${column.column} is no day, and counts as missing`] : [];
  });
}

function notCounted(definition: RecordDefinition, table: TableColumns): string[] {
  return definition.measures.flatMap((measure) => {
    const lacking = columnsNeeded(measure, definition.columns).filter(
      (name) => !table.columns.has(name),
    );
    return lacking.length > 0
      ? [`${measure.measure} is not counted: no column for ${lacking.join(', ')}`]
      : [];
  });
}
