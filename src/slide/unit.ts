/** A unit on one slide: its latest indicators against target and the year before, what calls for attention first. */

import { firstReporting } from '../address/defaults.ts';
import type { Subject } from '../model/catalogue.ts';
import { subjectOf } from '../model/dataset.ts';
import { type Figure, figureKey, isFlagged } from '../model/figure.ts';
import { groupBy, mostCommon } from '../model/group.ts';
import { reaches, referencesFor } from '../model/statistics/reference.ts';
import { changeSince } from '../model/time/comparison.ts';
import { yearBeforeIn } from '../model/time/year-before.ts';
import type { StandingAnswer, StandingGroup } from '../question/standing.ts';
import { changeText, countsText, figureText, targetText, valueText } from '../text/figure.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { partName, periodName, unitName } from '../text/name.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { FLAG } from './notes.ts';
import { multiplesSlides } from './plot/multiples.ts';
import { spineSlides } from './plot/spine.ts';
import type { Slide, SlideCell } from './slide.ts';
import { flagNotes, groupNote, type Row, titleOf, toldOf } from './story.ts';
import { withoutEmpty } from './table.ts';
import { textsOf } from './texts.ts';

/** What one slide holds; the others are counted. */
const MOST_ROWS = 10;

/** Lines about single figures under the table. */
const MOST_NOTES = 2;

/** Its indicators as a table on one slide; of a link to a drawing the drawing, where anything can be drawn. */
export async function unitSlides(desk: SlideDesk): Promise<Slide[]> {
  const { data, ask, state, settled } = desk;
  const unit = state.unit[0] ?? firstReporting(data);
  if (!unit) return [];
  const { chart } = state;
  if (chart !== 'spine' && chart !== 'multiples') return tableSlides(desk, unit);
  const standing = await ask({ ask: 'standing', unit, without: settled });
  const drawn =
    chart === 'spine'
      ? spineSlides(desk, unit, standing)
      : await multiplesSlides(desk, unit, standing);
  return drawn.length > 0 ? drawn : tableSlides(desk, unit);
}

async function tableSlides(desk: SlideDesk, unit: string): Promise<Slide[]> {
  const { data, ask, state } = desk;
  const { figures } = await ask({ ask: 'profile', unit, body: state.body });
  const standing = await ask({ ask: 'standing', unit, without: desk.settled });
  const rows = rowsOf(desk, figures, await referencesOf(desk, unit, figures), standing);
  if (rows.length === 0) return [];
  const behind = new Set(
    standing.reasons.flatMap(({ kind, subject }) => (kind === 'level' ? [subject] : [])),
  );
  const shown = [...rows]
    .sort((a, b) => urgency(a, behind) - urgency(b, behind))
    .slice(0, MOST_ROWS);
  const period = mostCommon(shown.map((row) => row.figure.period));
  const name = unitName(data, unit);
  const heading = [name, periodName(data, period)].join(' · ');
  const left = rows.length - shown.length;
  const cells = shown.map((row) => cellsOf(desk, row, period, standing));
  return [
    {
      type: 'table',
      ...textsOf(
        desk,
        heading,
        shown.map((row) => row.figure),
      ),
      figures: rows.map((row) => row.figure),
      title: titleOf(name, rows) || heading,
      sentence: toldOf(data, rows, standing),
      footnotes: [
        ...signNote(cells),
        ...groupNote(data, unit, shown, standing),
        ...(left > 0 ? [words.present.moreIndicators(left)] : []),
        ...flagNotes(shown).slice(0, MOST_NOTES),
      ],
      left: (count) => words.present.moreIndicators(rows.length - count),
      ...withoutEmpty(
        [
          { name: words.column.indicator, number: false },
          { name: words.column.value, number: true },
          { name: words.present.counts, number: true },
          { name: words.chart.legendTarget, number: true },
          { name: words.present.yearBefore, number: true },
          { name: words.present.group, number: true },
          { name: words.present.rank, number: true },
        ],
        withFewRanks(cells),
      ),
    },
  ];
}

/** What the signs behind its numbers mean. */
function signNote(rows: readonly (readonly SlideCell[])[]): string[] {
  const { unitSigns, missed, betterBy, minus } = words.present;
  const has = (sign: string) => rows.some((row) => row.some(({ text }) => text.endsWith(sign)));
  const told = unitSigns(has(missed('')), has(minus), has(betterBy('')));
  return told ? [told] : [];
}

/** Targets of the unit and of those above it. */
async function referencesOf(
  { data, ask }: SlideDesk,
  unit: string,
  figures: readonly Figure[],
): Promise<Figure[]> {
  const above = await Promise.all(
    data.units.ancestors(unit).map((own) => ask({ ask: 'profile', unit: own, body: null })),
  );
  return [figures, ...above.map((answer) => answer.figures)].flatMap((list) =>
    list.filter(({ kind, value, breakdown }) => kind !== '' && value !== null && breakdown === ''),
  );
}

/** Of each indicator the figure that is held against others, else the latest; in the order of the catalogue. */
function rowsOf(
  { data }: SlideDesk,
  figures: readonly Figure[],
  references: readonly Figure[],
  standing: StandingAnswer,
): Row[] {
  const held = new Set(standing.rows.map(({ figure }) => figureKey(figure)));
  const before = yearBeforeIn(data.periods, figures);
  const order = [...data.indicators.keys()];
  return [...groupBy(figures, (figure) => `${figure.subject}~${figure.body}`).values()]
    .flatMap((same): Row[] => {
      const known = same.filter((f) => f.breakdown === '' && f.kind === '' && f.value !== null);
      const figure = known.find((one) => held.has(figureKey(one))) ?? known[0];
      const subject = figure && subjectOf(data, figure.subject);
      if (!figure || !subject || subject.isMeasure) return [];
      const own = references.filter((item) => item.subject === figure.subject);
      const goals = referencesFor(data, figure, own, subject.isRatio);
      const target = goals.find((item) => item.kind === 'target') ?? null;
      return [
        {
          ...{ subject, figure, target },
          isMet: reaches(subject, figure, target),
          change: changeSince(figure, before(figure), data.units, data.periods),
        },
      ];
    })
    .sort((a, b) => order.indexOf(a.subject.id) - order.indexOf(b.subject.id));
}

/** What misses its target, then what is behind its group, what must be checked, what has a target at all. */
function urgency({ figure, isMet }: Row, behind: ReadonlySet<string>): number {
  if (isMet === false) return 0;
  if (behind.has(figure.subject)) return 1;
  if (isFlagged(figure)) return 2;
  return isMet === null ? 4 : 3;
}

function cellsOf(
  { data }: SlideDesk,
  row: Row,
  period: string,
  { rows, reasons }: StandingAnswer,
): SlideCell[] {
  const { subject, figure, isMet } = row;
  const when = figure.period === period ? '' : ` (${lowerFirst(periodName(data, figure.period))})`;
  const name = [subject.shortName, partName(data, figure)].filter(Boolean).join(' · ');
  const isSame = (other: Figure | null) => other !== null && figureKey(other) === figureKey(figure);
  const own = rows.find((other) => other.figure.subject === figure.subject && isSame(other.figure));
  const kinds = reasons.flatMap((reason) =>
    reason.subject === figure.subject && isSame(reason.figure) ? [reason.kind] : [],
  );
  const isBehind = kinds.includes('level');
  return [
    { text: name + when, bold: isMet === false || isBehind },
    {
      text: `${figureText(subject, figure)}${isFlagged(figure) ? ` ${FLAG}` : ''}`,
      bold: true,
      ...(isMet === false ? { tone: 'error' as const } : {}),
      ...(isMet !== false && isFlagged(figure) ? { tone: 'warning' as const } : {}),
    },
    { text: countsText(figure) },
    targetCell(row),
    changeCell(row, kinds.includes('change')),
    groupCell(subject, own?.group ?? null, isBehind),
    { text: rankText(own?.group ?? null) },
  ];
}

function targetCell({ subject, target, isMet }: Row): SlideCell {
  if (target?.value == null) return { text: words.present.nothing };
  const text = targetText(subject, target.value);
  return isMet === false ? { text: words.present.missed(text), tone: 'error' } : { text };
}

/** With what a change beyond chance means; a single case moves a small number by much, so nothing is said of it. */
function changeCell({ subject, figure, change }: Row, isClear: boolean): SlideCell {
  if (change === null || figure.flags.includes('SMALL_N')) return { text: words.present.nothing };
  const text = changeText(subject, change);
  if (subject.direction === 'none') return { text };
  if (!isClear) return { text };
  const isBetter = change > 0 === (subject.direction === 'up');
  const { betterBy, worseBy } = words.present;
  return { text: (isBetter ? betterBy : worseBy)(text), bold: true };
}

function groupCell(subject: Subject, group: StandingGroup | null, isBehind: boolean): SlideCell {
  if (!group) return { text: words.present.nothing };
  const text = valueText(subject, group.value);
  return isBehind ? { text: `${text} ${words.present.minus}`, bold: true } : { text };
}

/** A range over more than half of the group says nothing. */
function rankText(group: StandingGroup | null): string {
  if (!group?.rank) return words.present.nothing;
  const [best, worst] = group.rank;
  const count = group.values.length;
  if (worst - best + 1 > count / 2) return words.present.nothing;
  return words.standing.rankRange(best, worst, count);
}

/** Ranks that few rows have take the room of what all have. */
function withFewRanks(rows: readonly (readonly SlideCell[])[]): (readonly SlideCell[])[] {
  const has = rows.filter((row) => row.at(-1)?.text !== words.present.nothing);
  const isRare = has.length * 2 <= rows.length;
  return rows.map((row) => (isRare ? [...row.slice(0, -1), { text: words.present.nothing }] : row));
}
