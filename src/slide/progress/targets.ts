/** Units × indicators with a target as native tables: how each stands, every target apart. */
import { isNarrowed, overviewQuestion, targetsQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { mostCommon } from '../../model/group.ts';
import { commonPeriod, reportingUnits } from '../../model/statistics/shown.ts';
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
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import type { Slide, SlideCell, TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** Indicators beside each other on one slide, and units on its pages. */
const MOST_SUBJECTS = 7;
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
  const period = mostCommon(subjects.map((id) => commonPeriod(results, id)));
  const heading = [words.targets.caption, periodName(data, period)].filter(Boolean).join(' · ');
  const held = rows.flatMap((row) => heldOf(data, row));
  const shown = units.filter((unit) => results.some((figure) => figure.unit === unit));
  return {
    type: 'table',
    ...textsOf(desk, heading, figures),
    title: hardTitle(data, rows) || heading,
    sentence: `${targetsSummary(held)}.`,
    spoken: [
      ...Object.values(words.targets.rules),
      ...rows.flatMap((row) => ownersOf(data, row)),
      ...rows.flatMap((row) => wantingOf(data, row)),
    ],
    footnotes: [
      rows.some((row) => heldOf(data, row).length > 1) ? signsText() : words.targets.nearShort,
    ],
    columns: [
      { name: words.column.unit, number: false },
      ...subjects.map((id) => {
        const own = commonPeriod(results, id);
        const name = subjectOf(data, id)?.shortName ?? id;
        const when = own === period ? '' : lowerFirst(periodName(data, own));
        return { name: [name, when].filter(Boolean).join(', '), number: false };
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
    const isOne = held.length === 1 || !subject;
    return `${SIGNS[outlook]} ${isOne ? words.targets.outlook[outlook] : figureText(subject, target)}`;
  });
  const isHard = held.some(({ outlook }) => outlook === 'hard');
  return {
    text: texts.join('; ') || words.present.nothing,
    ...(isHard ? { tone: 'behind' as const } : {}),
  };
}

/** How many are hard to reach, and where most of them; '' of none. */
function hardTitle(data: Dataset, rows: readonly TargetRow[]): string {
  const held = rows.flatMap((row) =>
    heldOf(data, row).map(({ outlook }) => ({ outlook, unit: row.figure.unit })),
  );
  const hard = held.filter(({ outlook }) => outlook === 'hard').map(({ unit }) => unit);
  const most = mostCommon(hard);
  const countIn = (unit: string) => hard.filter((one) => one === unit).length;
  const isAlone = new Set(hard.filter((unit) => countIn(unit) === countIn(most))).size === 1;
  const where = isAlone ? words.title.hardIn(unitName(data, most)) : '';
  const told = words.title.hard(hard.length, held.length);
  return hard.length > 0 ? fitting('', [told + where, told]) : '';
}

/** What the signs mean, where they stand before levels instead of words. */
function signsText(): string {
  const { outlook, several } = words.targets;
  const told = (['reached', 'near', 'hard', 'few'] as const).map(
    (one) => `${SIGNS[one]} ${outlook[one]}`,
  );
  return several(told.join(', '));
}

/** "Xã A, Đúng hạn: 95% của Thị xã; 98% đơn vị đăng ký": whose the levels of one cell are. */
function ownersOf(data: Dataset, row: TargetRow): string[] {
  const { figure } = row;
  const subject = subjectOf(data, figure.subject);
  const held = heldOf(data, row);
  if (!subject || held.length < 2) return [];
  const told = held.map(({ target }) =>
    words.targets.by(figureText(subject, target), ownerText(data, figure, target)),
  );
  return [
    `${unitName(data, figure.unit, figure.period)}, ${subject.shortName}: ${told.join('; ')}`,
  ];
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
