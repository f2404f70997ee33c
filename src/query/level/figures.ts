/** The flat list of the units of one level: what they report themselves, and what the units below them add up to. */
import type { Engine } from '../../engine/engine.ts';
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { FiguresAnswer, FiguresQuestion } from '../../question/figures.ts';
import { all, always, type Condition, equals, isSubject, oneOf, selectFigures } from '../figure.ts';
import { grainCondition, periodCondition } from '../scope.ts';
import { unitsAsked } from './gather.ts';
import { readingOf } from './read.ts';

/** Figures that are added up at once. */
const MOST_ADDED = 150_000;

/** Own figures in their order, each followed by the sums of its unit and subject. */
export async function figuresOfLevel(
  engine: Engine,
  data: Dataset,
  question: FiguresQuestion,
  signal?: AbortSignal,
): Promise<FiguresAnswer> {
  const units = unitsAsked(data, question);
  const where = filters(data, question);
  const unsummed = (await countOf(engine, where, signal)) > MOST_ADDED;
  const narrowed = unsummed ? all(where, oneOf('f.unit', units.length > 0 ? units : ['-'])) : where;
  const found = await selectFigures(engine, narrowed, 'ORDER BY f.period, f.subject', signal);
  const inLevel = new Set(units);
  const own = found.filter((figure) => inLevel.has(figure.unit));
  const sums = unsummed ? [] : sumsOf(data, question, found);
  const figures = [...own, ...sums].filter((figure) => fits(question, figure));
  const order = new Map(units.map((unit, at) => [unit, at]));
  figures.sort((a, b) => (order.get(a.unit) ?? 0) - (order.get(b.unit) ?? 0));
  const more = unsummed ? { unsummed } : {};
  return { figures: figures.slice(0, question.limit), total: figures.length, ...more };
}

function filters(data: Dataset, question: FiguresQuestion): Condition {
  const { subjects, breakdown, category, body } = question;
  return all(
    { sql: 'f.about_subject', params: [] },
    subjects ? isSubject(subjects) : always,
    periodCondition(data, question.period),
    grainCondition(question.grain),
    breakdown ? equals('f.breakdown::VARCHAR', breakdown) : always,
    category ? equals('f.category::VARCHAR', category) : always,
    body === null ? always : equals('f.body::VARCHAR', body),
  );
}

async function countOf(engine: Engine, where: Condition, signal?: AbortSignal): Promise<number> {
  const sql = `SELECT count(*) AS n FROM figure f JOIN period p ON p.period = f.period WHERE ${where.sql}`;
  const [row] = await engine.rows<{ n: number }>(sql, where.params, signal);
  return row?.n ?? 0;
}

function sumsOf(data: Dataset, question: FiguresQuestion, found: readonly Figure[]): Figure[] {
  const results = found.filter((figure) => figure.kind === '');
  const groups = groupBy(results, ({ subject, breakdown }) => `${subject}~${breakdown}`);
  return [...groups.values()].flatMap((own) => {
    const { subject = '', breakdown = '' } = own[0] ?? {};
    const { periods, categories, units, ...sums } = readingOf(
      data,
      { ...question, subject, breakdown },
      own,
    );
    const sum = question.level ? sums.below : sums.before;
    const all = units.flatMap((unit) =>
      periods.flatMap((code) => categories.flatMap((item) => sum(unit, code, item) ?? [])),
    );
    return all.filter((figure) => (figure.sum?.reported ?? 0) > 0);
  });
}

/** The filters that a sum can only meet once it is made. */
function fits({ source, codes }: FiguresQuestion, { sources, flags }: Figure): boolean {
  return (!source || sources.includes(source)) && codes.every((code) => flags.includes(code));
}
