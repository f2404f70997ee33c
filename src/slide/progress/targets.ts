/** Units × indicators with a target as native tables: how each stands, every target apart. */
import { isNarrowed, overviewQuestion, targetsQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { commonPeriod, reportingUnits } from '../../model/statistics/rank.ts';
import type { TargetRow } from '../../question/standing.ts';
import { figureText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName, unitName } from '../../text/name.ts';
import {
  type Held,
  heldIn,
  ownerText,
  paceText,
  shortText,
  targetsSummary,
} from '../../text/told/target.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** Indicators beside each other on one slide, and units on its pages. */
const MOST_SUBJECTS = 6;
const MOST_LISTED = 60;

export async function targetsSlides(desk: SlideDesk): Promise<Slide[]> {
  const { data, ask, state } = desk;
  const { rows } = await ask(targetsQuestion(desk));
  const answer = await ask(overviewQuestion(desk));
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' })).slice(0, MOST_LISTED);
  const known = rows.filter((row) => units.includes(row.figure.unit) && heldOf(data, row).length);
  const subjects = [...new Set(known.map(({ figure }) => figure.subject))];
  const pages = Math.ceil(subjects.length / MOST_SUBJECTS);
  const each = Math.ceil(subjects.length / Math.max(1, pages));
  return Array.from({ length: pages }, (_, at) =>
    targetsSlide(desk, units, known, subjects.slice(at * each, (at + 1) * each)),
  );
}

function targetsSlide(
  desk: SlideDesk,
  units: readonly string[],
  all: readonly TargetRow[],
  subjects: readonly string[],
): TableSlide {
  const { data } = desk;
  const rows = all.filter(({ figure }) => subjects.includes(figure.subject));
  const figures = rows.flatMap(({ figure, targets }) => [figure, ...targets]);
  const results = rows.map(({ figure }) => figure);
  const held = rows.flatMap((row) => heldOf(data, row));
  const shown = units.filter((unit) => results.some((figure) => figure.unit === unit));
  return {
    type: 'table',
    ...textsOf(desk, words.targets.caption, figures),
    sentence: `${targetsSummary(held)}.`,
    spoken: [...Object.values(words.targets.rules), ...rows.flatMap((row) => wantingOf(data, row))],
    footnotes: [words.targets.nearShort],
    columns: [
      { name: words.column.unit, number: false },
      ...subjects.map((id) => {
        const period = lowerFirst(periodName(data, commonPeriod(results, id)));
        const name = subjectOf(data, id)?.shortName ?? id;
        return { name: [name, period].filter(Boolean).join(', '), number: false };
      }),
    ],
    rows: shown.map((unit) => [
      { text: unitName(data, unit), bold: true },
      ...subjects.map((id) =>
        cellOf(
          data,
          rows.filter(({ figure }) => figure.unit === unit && figure.subject === id),
        ),
      ),
    ]),
  };
}

/** A sign that every typeface has, then the word. */
const SIGNS = { reached: '+', near: '±', hard: '−', few: '○', open: '○' } as const;

function cellOf(data: Dataset, rows: readonly TargetRow[]): SlideCell {
  const held = rows.flatMap((row) => heldOf(data, row).map((item) => ({ row, ...item })));
  const texts = held.map(({ row, target, outlook }) => {
    const subject = subjectOf(data, row.figure.subject);
    const said = `${SIGNS[outlook]} ${words.targets.outlook[outlook]}`;
    if (held.length === 1 || !subject) return said;
    const goal = figureText(subject, target);
    return `${said}: ${words.targets.by(goal, ownerText(data, row.figure, target))}`;
  });
  const isHard = held.some(({ outlook }) => outlook === 'hard');
  return {
    text: texts.join('; ') || words.present.nothing,
    ...(isHard ? { tone: 'warning' as const } : {}),
  };
}

/** "Xã A, Đúng hạn: còn thiếu 12 hồ sơ …; cần 99% trong quý IV". */
function wantingOf(data: Dataset, row: TargetRow): string[] {
  const { figure } = row;
  const subject = subjectOf(data, figure.subject);
  const [first] = heldOf(data, row);
  if (!subject || !first || first.outlook === 'reached') return [];
  const facts = [
    shortText(data, subject, figure, first.target),
    paceText(data, subject, row, first.target),
  ].filter(Boolean);
  const name = `${unitName(data, figure.unit, figure.period)}, ${subject.shortName}`;
  return facts.length > 0 ? [`${name}: ${facts.join('; ')}`] : [];
}

function heldOf(data: Dataset, row: TargetRow): Held[] {
  const subject = subjectOf(data, row.figure.subject);
  return subject ? heldIn(data, subject, row) : [];
}
