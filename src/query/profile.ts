/** Everything a package holds about one unit, and the flat list of all figures. */
import type { Engine } from '../engine/engine.ts';
import type { Dataset } from '../model/dataset.ts';
import type { FiguresAnswer, FiguresQuestion } from '../question/figures.ts';
import type { ProfileAnswer, ProfileQuestion } from '../question/profile.ts';
import type { SubjectUse } from '../question/subjects.ts';
import {
  all,
  always,
  equals,
  FIGURE_COLUMNS,
  isSubject,
  oneOf,
  selectFigures,
  toFigure,
} from './figure.ts';
import { unitCondition } from './issues.ts';
import { figuresOfLevel } from './level/figures.ts';
import { isRead } from './level/read.ts';
import { chooseBodies, grainCondition, periodCondition } from './scope.ts';
import { selectIssues, selectStatements } from './statement.ts';

/** Figures, statements and issues of one unit. */
export async function profile(
  engine: Engine,
  question: ProfileQuestion,
  signal?: AbortSignal,
): Promise<ProfileAnswer> {
  const ofUnit = equals('f.unit::VARCHAR', question.unit);
  const about = { sql: 'f.about_subject', params: [] };
  const figures = await selectFigures(
    engine,
    all(ofUnit, about),
    'ORDER BY p.end_day DESC, f.derived, f.period DESC, f.subject, f.category',
    signal,
  );
  return {
    figures: question.body === null ? figures : chooseBodies(figures, question.body),
    statements: await selectStatements(engine, equals('s.unit::VARCHAR', question.unit), signal),
    issues: await selectIssues(engine, unitCondition([question.unit]), signal),
  };
}

/** All figures that meet the filters, up to a limit, and how many there are. */
export async function figures(
  engine: Engine,
  data: Dataset,
  question: FiguresQuestion,
  signal?: AbortSignal,
): Promise<FiguresAnswer> {
  if (isRead(question)) return figuresOfLevel(engine, data, question, signal);
  const where = all(
    { sql: 'f.about_subject', params: [] },
    question.subjects ? isSubject(question.subjects) : always,
    oneOf('f.unit', question.units),
    periodCondition(data, question.period),
    grainCondition(question.grain),
    question.breakdown ? equals('f.breakdown::VARCHAR', question.breakdown) : always,
    question.category ? equals('f.category::VARCHAR', question.category) : always,
    question.body === null ? always : equals('f.body::VARCHAR', question.body),
    question.source ? member('f.sources', '|', question.source) : always,
    ...question.codes.map((code) => member('f.flags', ' ', code)),
  );
  const latest = question.period.type === 'latest';
  const from = 'FROM figure f JOIN period p ON p.period = f.period';
  const counted = await engine.rows<{ n: number }>(
    `SELECT count(*) AS n ${from} WHERE ${where.sql}`,
    where.params,
    signal,
  );
  const rows = await engine.rows(
    `SELECT ${FIGURE_COLUMNS} ${from} WHERE ${where.sql}
     ORDER BY f.unit, ${latest ? 'p.end_day DESC, ' : ''}f.period, f.subject, f.breakdown, f.category, f.kind, f.body
     LIMIT ${Math.max(0, Math.floor(question.limit))}`,
    where.params,
    signal,
  );
  return { figures: rows.map(toFigure), total: counted[0]?.n ?? 0 };
}

/** Which subjects have figures, for the pickers. */
export async function subjects(engine: Engine, signal?: AbortSignal): Promise<SubjectUse[]> {
  const rows = await engine.rows(
    `SELECT f.subject::VARCHAR AS subject, count(DISTINCT f.unit) FILTER (f.kind = '' AND (f.value IS NOT NULL OR f.absence <> 'NOT_COMPUTABLE')) AS units,
       count(*) AS figures,
       string_agg(DISTINCT f.breakdown::VARCHAR, '|') AS breakdowns,
       string_agg(DISTINCT f.body::VARCHAR, '|') AS bodies,
       string_agg(DISTINCT f.period::VARCHAR, '|') AS periods
     FROM figure f WHERE f.about_subject GROUP BY f.subject`,
    [],
    signal,
  );
  const list = (value: unknown) =>
    String(value ?? '')
      .split('|')
      .filter(Boolean);
  return rows.map((row) => ({
    subject: String(row.subject),
    units: Number(row.units),
    figures: Number(row.figures),
    breakdowns: list(row.breakdowns),
    bodies: list(row.bodies),
    periods: list(row.periods),
  }));
}

function member(column: string, mark: string, value: string) {
  return { sql: `contains('${mark}' || ${column} || '${mark}', ?)`, params: [mark + value + mark] };
}
