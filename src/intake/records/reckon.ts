/** Records with everything answered → figures by month, quarter, half and year, and what is wrong with rows. */
import { identifier, literal } from '../../engine/literal.ts';
import type { Dataset } from '../../model/dataset.ts';
import { countRecords } from '../../record/count.ts';
import { type Coverage, monthsIn, periodsIn } from '../../record/coverage.ts';
import type { Covered } from '../../record/figures.ts';
import { plansOf } from '../../record/series.ts';
import { type ColumnSource, createTyped } from '../../record/typed.ts';
import type { Answers } from '../answers.ts';
import type { CellProblem, Draft } from '../shape/draft.ts';
import { sheetTitle } from '../sheet.ts';
import type { RecordsUnderstood } from './ask.ts';
import { NO, YES } from './flag.ts';
import { problemsIn } from './problems.ts';
import { RAW, RECORDS, type RecordReading } from './reading.ts';

export interface Reckoned {
  readonly drafts: readonly Draft[];
  readonly problems: readonly CellProblem[];
  /** The months that are counted; null where no record has its first day. */
  readonly coverage: Coverage | null;
  /** The months in which records begin, up to today. */
  readonly span: Coverage | null;
  /** Whether there are records from before the coverage. */
  readonly hasEarlier: boolean;
  /** Records that are counted, of the rows of the file. */
  readonly records: number;
}

export interface Reckoning {
  readonly reading: RecordReading;
  /** Position among the tables that are imported. */
  readonly at: number;
  readonly understood: RecordsUnderstood;
  readonly data: Dataset;
  readonly answers: Answers;
  /** Texts in place of cells' own by "line:column". */
  readonly fixes: ReadonlyMap<string, string>;
  readonly today: string;
}

/** @throws {EngineError} */
export async function reckonRecords(reckoning: Reckoning, signal?: AbortSignal): Promise<Reckoned> {
  const { reading, understood, fixes } = reckoning;
  const { engine, file } = reading;
  await applyFixes(reading, fixes);
  const sources = sourcesOf(understood);
  await createTyped(
    engine,
    {
      ...{ raw: RAW, table: RECORDS, sources, yes: YES, no: NO },
      width: file.layout.columns.length,
      unit: understood.unit,
    },
    signal,
  );
  const problems = await problemsIn(
    { reading, sheet: reckoning.at, sources, today: reckoning.today },
    signal,
  );
  const [counted] = await engine.rows<{ n: number }>(`SELECT count(*) AS n FROM ${RECORDS}`);
  const records = counted?.n ?? 0;
  const { span, coverage, hasEarlier } = await coverageOf(reckoning, signal);
  const told = { problems, span, coverage, hasEarlier, records };
  if (!coverage) return { drafts: [], ...told };
  const columns = sources.map(({ column }) => column.column);
  const present = new Set(columns.filter((column) => !understood.partly.has(column)));
  const { definition } = file.layout;
  const { measures } = reckoning.data;
  const counting = {
    ...{ definition, present, coverage, hasEarlier },
    temporalOf: (measure: string) => measures.get(measure)?.temporal ?? 'flow',
  };
  const figures = await countRecords(engine, { table: RECORDS, ...counting }, signal);
  const units = [...new Set(figures.map(({ unit }) => unit))];
  const all = [...figures, ...unknownOpenings(counting, units)];
  return { drafts: all.map((figure) => ({ ...BLANK, ...figure, sheet: reckoning.at })), ...told };
}

/**
 * What the file does not know is said to be not known: the opening of another document would come beside counts of
 * records among which its own are not (a rate of 12 in 240 would become one of 12 in 263).
 */
function unknownOpenings(counting: Covered, units: readonly string[]): Told[] {
  if (counting.hasEarlier) return [];
  const first = `${counting.coverage.from}-01`;
  const openings = plansOf(counting).filter(({ temporal }) => temporal === 'opening');
  const periods = periodsIn(counting.coverage).filter(({ start }) => start === first);
  return units.flatMap((unit) =>
    openings.flatMap(({ measure: { measure } }) =>
      periods.map(({ code }) => ({
        ...{ unit, period: code, measure, breakdown: '', category: '' },
        ...{ value: null, status: 'O' as const },
      })),
    ),
  );
}

type Told = Pick<
  Draft,
  'unit' | 'period' | 'measure' | 'breakdown' | 'category' | 'value' | 'status'
>;

const BLANK: Omit<Draft, keyof Told | 'sheet'> & Pick<Draft, 'status'> = {
  row: -1,
  column: -1,
  body: '',
  kind: '',
  bound: '',
  status: 'A',
  asOf: '',
  locator: '',
  printed: '',
  note: '',
};

function sourcesOf({ ids, layout, isMonthFirst }: RecordsUnderstood): ColumnSource[] {
  const { definition, columns } = layout;
  const kept = columns
    .filter(({ isKept }) => isKept)
    .map(({ at, label }) => ({
      column: { ...KEPT, column: label || `c${at}`, name: label },
      at,
      isMonthFirst: false,
      ids: new Map<string, string>(),
    }));
  const known = definition.columns.flatMap((column) => {
    const at = columns.find((heading) => heading.column === column.column)?.at;
    if (at === undefined) return [];
    return [
      {
        column,
        at,
        isMonthFirst,
        ids: ids.get(column.column) ?? new Map<string, string>(),
      },
    ];
  });
  return [...known, ...kept];
}

const KEPT = { type: 'text', breakdown: '', nameEn: '', words: [] } as const;

async function applyFixes(
  { engine }: RecordReading,
  fixes: ReadonlyMap<string, string>,
): Promise<void> {
  for (const [place, text] of fixes) {
    const [row, column] = place.split(':').map(Number);
    await engine.rows(`UPDATE ${RAW} SET c${column} = ? WHERE row = ?`, [text, row ?? 0]);
  }
}

const NOWHEN = { span: null, coverage: null, hasEarlier: false };

/** The months in which records begin, up to today; what a person said overrules it. */
async function coverageOf(
  { reading, answers, today }: Reckoning,
  signal?: AbortSignal,
): Promise<Pick<Reckoned, 'span' | 'coverage' | 'hasEarlier'>> {
  const { engine, file } = reading;
  const event = file.layout.definition.measures[0]?.event;
  if (event === undefined) return NOWHEN;
  const [ends] = await engine.rows<{ first: string | null; last: string | null }>(
    `SELECT strftime(min(${identifier(event)}), '%Y-%m') AS first, strftime(max(${identifier(event)}), '%Y-%m') AS last
     FROM ${RECORDS} WHERE ${identifier(event)} BETWEEN DATE '1990-01-01' AND DATE ${literal(today)}`,
    [],
    signal,
  );
  if (!ends?.first || !ends.last) return NOWHEN;
  const span = { from: ends.first, to: ends.last };
  const isRunning = span.to === today.slice(0, 7) && span.from < span.to;
  const last = isRunning ? monthsIn(span).at(-2) : span.to;
  const said = /^(\d{4}-\d{2})\/(\d{4}-\d{2})$/.exec(
    answers[`coverage ${sheetTitle(file.sheet)}`] ?? '',
  );
  const coverage = { from: said?.[1] ?? span.from, to: said?.[2] ?? last ?? span.to };
  return { span, coverage, hasEarlier: ends.first < coverage.from };
}

/**
 * The records as a Parquet file: ids, ISO days and texts; columns that nobody asked for are not in it.
 *
 * @param write Arrow IPC stream → Parquet
 */
export async function packRecords(
  { engine, file }: RecordReading,
  write: (ipc: Uint8Array) => Promise<Uint8Array>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  const columns = await engine.rows<{ column_name: string; column_type: string }>(
    `SELECT column_name, column_type FROM (DESCRIBE ${RECORDS})`,
  );
  const texts = columns
    .filter(({ column_name }) => column_name !== 'row')
    .map(({ column_name, column_type }) => {
      const name = identifier(column_name);
      return column_type === 'DATE'
        ? `strftime(${name}, '%Y-%m-%d') AS ${name}`
        : `${name}::VARCHAR AS ${name}`;
    });
  const events = new Set(file.layout.definition.measures.map(({ event }) => event));
  const days = columns.flatMap(({ column_name: name }) =>
    events.has(name) ? [`${identifier(name)} IS NOT NULL`] : [],
  );
  const ipc = await engine.stream(
    // what counts nowhere is no record: a signature below the table, a heading between rows
    `SELECT ${texts.join(', ')} FROM ${RECORDS} WHERE unit IS NOT NULL AND (${days.join(' OR ')}) ORDER BY row`,
    signal,
  );
  return write(ipc);
}
