/** Where a number comes from: its counts, every statement behind them, and what was found about them. */
import type { Engine } from '../engine/engine.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { comparePeriods, type Period } from '../model/time/period.ts';
import { yearBeforeCode } from '../model/time/year-before.ts';
import type { OriginAnswer, OriginPart, OriginQuestion, OriginTerm } from '../question/origin.ts';
import { all, always, equals, isSubject, oneOf, selectFigures, texts } from './figure.ts';
import { readLevel } from './level/read.ts';
import { chooseBodies } from './scope.ts';
import { selectIssues, selectStatements } from './statement.ts';

interface PartRow {
  readonly role: OriginPart['role'];
  readonly sign: 1 | -1;
  readonly optional: boolean;
  readonly measure: string;
  readonly stock: boolean;
}

/** Opens one figure; figures that differ only in body or kind are opened together. */
export async function origin(
  engine: Engine,
  data: Dataset,
  question: OriginQuestion,
  signal?: AbortSignal,
): Promise<OriginAnswer> {
  const key = all(
    isSubject([question.subject]),
    equals('f.unit::VARCHAR', question.unit),
    equals('f.period::VARCHAR', question.period),
  );
  const here = all(key, placeOf('f', question));
  const figures = chooseBodies(await selectFigures(engine, here, '', signal), question.body);
  const split = all(key, { sql: "f.breakdown <> ''", params: [] });
  const categories = question.category ? [] : await selectFigures(engine, split, '', signal);
  const parts = await openParts(engine, data, question, figures, signal);
  const overTime = await selectFigures(
    engine,
    all(
      isSubject([question.subject]),
      equals('f.unit::VARCHAR', question.unit),
      equals('f.kind::VARCHAR', ''),
      { sql: 'f.about_subject', params: [] },
      placeOf('f', question),
    ),
    '',
    signal,
  );
  const rows = [...new Set(parts.flatMap((part) => part.statements.map((s) => s.row)))];
  return {
    figures,
    categories: chooseBodies(categories, question.body),
    ...relatives(data, question, chooseBodies(overTime, question.body)),
    parts,
    sums: await sumsOf(engine, data, question, signal),
    issues: await issuesOf(engine, question, rows, signal),
  };
}

/** What the units below, and those that it was made of, report for the same period, category and breakdown. */
async function sumsOf(
  engine: Engine,
  data: Dataset,
  question: OriginQuestion,
  signal?: AbortSignal,
): Promise<Figure[]> {
  const { unit, period, category } = question;
  const when = data.periods.get(period);
  if (!data.units.has(unit) || !when) return [];
  const { level } = data.units.at(unit, when);
  const scope = { ...question, units: [unit], grain: 'any', level } as const;
  const reading = await readLevel(engine, data, scope, { type: 'one', code: period }, signal);
  const sums = [reading.before(unit, period, category), reading.below(unit, period, category)];
  return sums.flatMap((sum) => (sum?.sum && sum.sum.reported > 0 ? [sum] : []));
}

/** The same subject in the next shorter periods inside, in the longer ones around, and a year before. */
function relatives(data: Dataset, question: OriginQuestion, figures: readonly Figure[]) {
  const here = data.periods.get(question.period);
  if (!here) return { inside: [], around: [], before: null };
  const spans = figures.flatMap((figure) => {
    const period = data.periods.get(figure.period);
    return period && period.code !== here.code ? [{ figure, period }] : [];
  });
  const within = (a: Period, b: Period) => a.start >= b.start && a.end <= b.end;
  const inner = spans.filter(({ period }) => within(period, here));
  const direct = inner.filter(
    ({ period }) => !inner.some((other) => other.period !== period && within(period, other.period)),
  );
  const before = yearBeforeCode(data.periods, here.code);
  return {
    inside: direct.sort((a, b) => comparePeriods(a.period, b.period)).map(({ figure }) => figure),
    around: spans.filter(({ period }) => within(here, period)).map(({ figure }) => figure),
    before: figures.find((figure) => figure.period === before) ?? null,
  };
}

function placeOf(alias: string, question: OriginQuestion) {
  return all(
    equals(`${alias}.category::VARCHAR`, question.category),
    question.breakdown ? equals(`${alias}.breakdown::VARCHAR`, question.breakdown) : always,
  );
}

function partRows(data: Dataset, subject: string): PartRow[] {
  const known = subjectOf(data, subject);
  if (!known) return [];
  if (known.isMeasure) {
    return [{ role: 'value', sign: 1, optional: false, measure: subject, stock: false }];
  }
  const isStock = (measure: string) => data.measures.get(measure)?.temporal === 'stock';
  return [
    ...known.numerator.map((o) => ({ ...o, role: 'numerator' as const, stock: false })),
    ...known.denominator.map((o) => ({
      ...o,
      role: 'denominator' as const,
      stock: isStock(o.measure),
    })),
    { role: 'reported', sign: 1, optional: true, measure: subject, stock: false },
  ];
}

async function openParts(
  engine: Engine,
  data: Dataset,
  question: OriginQuestion,
  figures: readonly Figure[],
  signal?: AbortSignal,
): Promise<OriginPart[]> {
  const bodies = [...new Set(figures.map((figure) => figure.body))];
  const parts: OriginPart[] = [];
  for (const part of partRows(data, question.subject)) {
    const cells = await cellsOf(engine, question, part, bodies, signal);
    for (const cell of cells) parts.push(await openCell(engine, part, cell, signal));
    if (cells.length === 0 && part.role !== 'reported') parts.push({ ...part, ...NOTHING });
  }
  return parts;
}

const NOTHING = {
  kind: '',
  body: '',
  value: null,
  period: '',
  derived: false,
  terms: [],
  statements: [],
};

type CellRow = {
  cell: number;
  period: string;
  kind: string;
  body: string;
  value: number | null;
  derived: boolean;
};

/** Cells of a measure at the figure's key; of a stock denominator, unless it may be missing, the latest within the year before. */
async function cellsOf(
  engine: Engine,
  question: OriginQuestion,
  part: PartRow,
  bodies: readonly string[],
  signal?: AbortSignal,
): Promise<CellRow[]> {
  const isCarried = part.stock && !part.optional;
  const where = all(
    equals('c.measure::VARCHAR', part.measure),
    equals('c.unit::VARCHAR', question.unit),
    placeOf('c', question),
    bodies.length > 0 ? oneOf('c.body', bodies) : always,
    isCarried
      ? {
          sql: `EXISTS (SELECT 1 FROM period w WHERE w.period::VARCHAR = ?
            AND p.end_day <= w.end_day AND p.end_day >= w.year_before)`,
          params: [question.period],
        }
      : equals('c.period::VARCHAR', question.period),
  );
  const newest = isCarried
    ? 'QUALIFY row_number() OVER (PARTITION BY c.body, c.kind ORDER BY p.end_day DESC, c.cell) = 1'
    : '';
  return engine.rows<CellRow>(
    `SELECT c.cell, ${texts('c', ['period', 'kind', 'body'])}, c.value, c.derived
     FROM cell c JOIN period p ON p.period = c.period WHERE ${where.sql} ${newest} ORDER BY kind, body`,
    where.params,
    signal,
  );
}

/** The statements of a cell; of a derived one those of its parts, and of theirs. */
async function openCell(
  engine: Engine,
  part: PartRow,
  cell: CellRow,
  signal?: AbortSignal,
): Promise<OriginPart> {
  const behind = `WITH RECURSIVE behind(cell) AS (
    SELECT ? UNION SELECT d.part FROM derived_from d JOIN behind b ON d.cell = b.cell) SELECT cell FROM behind`;
  const statements = await selectStatements(
    engine,
    { sql: `s.cell IN (${behind})`, params: [cell.cell] },
    signal,
  );
  const { role, sign, optional, measure } = part;
  const { kind, body, value, period, derived } = cell;
  const terms = derived ? await termsOf(engine, cell.cell, signal) : [];
  return { role, sign, optional, measure, kind, body, value, period, derived, terms, statements };
}

async function termsOf(engine: Engine, cell: number, signal?: AbortSignal): Promise<OriginTerm[]> {
  type Row = {
    sign: 1 | -1;
    measure: string;
    breakdown: string;
    category: string;
    period: string;
    value: number | null;
  };
  return engine.rows<Row>(
    `SELECT d.sign, ${texts('c', ['measure', 'breakdown', 'category', 'period'])}, c.value
     FROM derived_from d JOIN cell c ON c.cell = d.part WHERE d.cell = ? ORDER BY d.sign DESC, c.cell`,
    [cell],
    signal,
  );
}

async function issuesOf(
  engine: Engine,
  question: OriginQuestion,
  rows: readonly number[],
  signal?: AbortSignal,
) {
  const marks = rows.map(() => '?').join(', ');
  const touching = rows.length
    ? `i.id IN (SELECT id FROM issue_part WHERE row IN (${marks}))`
    : 'false';
  const named = 'i.subject = ? AND i.unit = ? AND i.period = ? AND i.category = ?';
  return selectIssues(
    engine,
    {
      sql: `${touching} OR (${named})`,
      params: [...rows, question.subject, question.unit, question.period, question.category],
    },
    signal,
  );
}
