/** What is wrong with rows of records, by line and column; the engine looks, in one pass for each kind of fault. */
import { identifier, literal } from '../../engine/literal.ts';
import type { CellProblemCode } from '../../model/intake/cell-problem.ts';
import { type ColumnSource, raggedSql } from '../../record/typed.ts';
import type { CellProblem } from '../shape/draft.ts';
import { RAW, RECORDS, type RecordReading } from './reading.ts';

/** Of one kind of fault in one column as many as these are named; the others are told together. */
const NAMED = 2000;

export interface Looking {
  readonly reading: RecordReading;
  readonly sheet: number;
  readonly sources: readonly ColumnSource[];
  readonly today: string;
}

interface Fault {
  readonly code: CellProblemCode;
  readonly effect: CellProblem['effect'];
  /** Position in the file. */
  readonly at: number;
  /** SQL over `r` (texts) and `t` (records; none where the row is no record). */
  readonly where: string;
  readonly expected?: string;
}

/** @throws {EngineError} */
export async function problemsIn(looking: Looking, signal?: AbortSignal): Promise<CellProblem[]> {
  const { reading, sources, sheet, today } = looking;
  const { profile, file } = reading;
  const ragged = raggedSql('r', file.layout.columns.length);
  const faults: Fault[] = [
    { code: 'ragged-row', effect: 'cell', at: 0, where: ragged },
    ...sources.flatMap((source) =>
      faultsOf(source, looking, today).map((fault) => ({
        ...fault,
        where: `NOT (${ragged}) AND ${fault.where}`,
      })),
    ),
    ...reversed(looking),
  ];
  const problems = profile.unread.map((row) => problem('unread-row', 'cell', sheet, row, 0, ''));
  for (const fault of await thatOccur(looking, faults, signal))
    problems.push(...(await found(looking, fault, signal)));
  return problems;
}

/** One pass over all rows tells which faults there are at all. */
async function thatOccur(
  { reading }: Looking,
  faults: readonly Fault[],
  signal?: AbortSignal,
): Promise<Fault[]> {
  const counts = faults.map(({ where }, at) => `count(*) FILTER (WHERE ${where}) AS n${at}`);
  const [row] = await reading.engine.rows(
    `SELECT ${counts.join(', ')} FROM ${RAW} r LEFT JOIN ${RECORDS} t USING (row)`,
    [],
    signal,
  );
  return faults.filter((_, at) => Number(row?.[`n${at}`] ?? 0) > 0);
}

function faultsOf({ column, at }: ColumnSource, { reading }: Looking, today: string): Fault[] {
  const own = `t.${identifier(column.column)}`;
  const isEmpty = `trim(coalesce(r.c${at}, '')) = ''`;
  const unread = `NOT (${isEmpty}) AND t.row IS NOT NULL AND ${own} IS NULL`;
  const fault = (code: CellProblemCode, where: string): Fault => ({
    code,
    effect: 'cell',
    at,
    where,
  });
  switch (column.type) {
    case 'day':
      return [
        fault('bad-day', unread),
        ...(begins(reading) === column.column
          ? [fault('record-without-day', `${isEmpty} AND t.row IS NOT NULL AND t.unit IS NOT NULL`)]
          : []),
        ...(happensOn(reading, column.column)
          ? [fault('day-to-come', `${own} > DATE ${literal(today)}`)]
          : []),
      ];
    case 'flag':
      return [fault('bad-flag', unread)];
    case 'number':
      return [fault('not-a-number', unread)];
    case 'unit':
      return [fault('record-without-unit', isEmpty)];
    case 'key':
      return [fault('record-twice', 't.row IS NULL')];
    default:
      return [];
  }
}

/** The day on which a record begins. */
function begins({ file }: RecordReading): string | undefined {
  return file.layout.definition.measures[0]?.event;
}

/** A day on which something happens, unlike one that is only compared with: that may lie ahead. */
function happensOn({ file }: RecordReading, column: string): boolean {
  return file.layout.definition.measures.some(
    ({ event, until }) => event === column || until === column,
  );
}

/** What ends before it begins. */
function reversed({ reading, sources }: Looking): Fault[] {
  const first = sources.find(({ column }) => column.column === begins(reading));
  if (!first) return [];
  const from = `t.${identifier(first.column.column)}`;
  return sources
    .filter(({ column }) => column !== first.column && column.type === 'day')
    .filter(({ column }) => happensOn(reading, column.column))
    .map(({ column, at }) => ({
      code: 'days-reversed',
      effect: 'note',
      at,
      where: `t.${identifier(column.column)} < ${from}`,
      expected: `strftime(${from}, '%d/%m/%Y')`,
    }));
}

async function found(
  { reading, sheet }: Looking,
  { code, effect, at, where, expected = "''" }: Fault,
  signal?: AbortSignal,
): Promise<CellProblem[]> {
  const rows = await reading.engine.rows<{
    row: number;
    text: string;
    expected: string;
    n: number;
  }>(
    `SELECT r.row, coalesce(r.c${at}, '') AS text, ${expected} AS expected, (count(*) OVER ())::INTEGER AS n
     FROM ${RAW} r LEFT JOIN ${RECORDS} t USING (row) WHERE ${where} ORDER BY r.row LIMIT ${NAMED}`,
    [],
    signal,
  );
  const named = rows.map((row) =>
    problem(code, effect, sheet, row.row, at, row.text, row.expected),
  );
  const rest = (rows[0]?.n ?? 0) - rows.length;
  return rest > 0 ? [...named, problem(code, effect, sheet, -1, at, String(rest))] : named;
}

function problem(
  code: CellProblemCode,
  effect: CellProblem['effect'],
  sheet: number,
  row: number,
  column: number,
  text: string,
  expected = '',
): CellProblem {
  return { code, effect, sheet, row, column, text, expected };
}
