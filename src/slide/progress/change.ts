/** Changes since a base, one row a unit: from where to where, by how much, and whether beyond chance. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, isFlagged } from '../../model/figure.ts';
import type { Change, NoChange } from '../../model/statistics/change.ts';
import { pairTicks } from '../../model/statistics/scale.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { countsText, figureText, valueText } from '../../text/figure.ts';
import { partName, periodName, unitName } from '../../text/name.ts';
import {
  baseName,
  changedText,
  changeSentence,
  changesIn,
  changeTitle,
  changeWords,
  pairText,
} from '../../text/told/change.ts';
import { changeFields } from '../../text/told/change-fields.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { evenParts } from '../fitted.ts';
import { FLAG, footnotesOf, namesOf } from '../notes.ts';
import type { PlotSeries, PlotSlide, TableSlide } from '../slide.ts';
import { withoutEmpty } from '../table.ts';
import { textsOf } from '../texts.ts';

/** Rows of one slide, and the shares of its width that names and texts take. */
const MOST_ROWS = 16;
const ROOM = { names: 0.26, texts: 0.42 };

/** Empty where nobody's change can be told. */
export function changeSlides(
  desk: SlideDesk,
  subject: Subject,
  group: CompareGroup,
  whole: CompareGroup,
): PlotSlide[] {
  const { data, state } = desk;
  const base = baseName(data, group, state.base);
  const changes = changesIn(data, subject, [whole]);
  const told = group.rows.flatMap(({ figure }) => changes.get(figure) ?? []);
  const known = told.filter(({ by }) => by !== null);
  if (known.length === 0 || base === '') return [];
  const ticks = pairTicks(subject, valuesOf(known));
  const page = pageOf(desk, subject, { group, whole, changes, base });
  return evenParts(known, MOST_ROWS).map((shown, at, all) => page(shown, ticks, at, all.length));
}

interface Told {
  readonly group: CompareGroup;
  readonly whole: CompareGroup;
  readonly changes: ReadonlyMap<Figure, Change>;
  readonly base: string;
}

/** One page of a group; only the first says the finding: later ones may not show what it speaks of. */
function pageOf(desk: SlideDesk, subject: Subject, { group, whole, changes, base }: Told) {
  const { data, state } = desk;
  const heading = headingOf(desk, subject, group, base);
  const period = periodName(data, group.period);
  return (
    shown: readonly Change[],
    ticks: readonly number[],
    at: number,
    all: number,
  ): PlotSlide => {
    const figures = shown.map(({ figure }) => figure);
    const then = shown.flatMap((change) => change.base ?? []);
    const part = all > 1 ? ` (${at + 1}/${all})` : '';
    const texts = textsOf(desk, heading + part, [...figures, ...then], { indicator: [subject.id] });
    const isTold = state.q === '' && at === 0; // of a selection nothing is said
    return {
      ...{ type: 'plot', ...texts, beside: then, fields: changeFields(subject, changes, base) },
      figures, // one a row
      title: (isTold && changeTitle(data, subject, whole).title) || texts.title,
      sentence: isTold ? changeSentence(data, subject, whole, state.base) : '',
      footnotes: [
        ...legendOf(shown, base, period),
        ...(at === 0 ? apartNotes(desk, group, changes, base) : []),
        ...footnotesOf(data, figures).slice(0, 2),
      ],
      ...changePlot(data, subject, shown, { ticks, names: [base, period] }),
      table: tableOf(desk, subject, shown, base),
    };
  };
}

function valuesOf(changes: readonly Change[]): number[] {
  return changes.flatMap(({ figure, base }) => [figure.value, base?.value].flatMap((v) => v ?? []));
}

function headingOf(
  { data }: SlideDesk,
  subject: Subject,
  { parent, period }: CompareGroup,
  base: string,
): string {
  const place = [parent ? unitName(data, parent, period) : '', periodName(data, period)];
  const name = words.comparing.change.title(subject.name, base);
  return [name, ...place].filter(Boolean).join(' · ');
}

/** What a screen, a slide and paper draw: from a hollow dot to a filled one, a square where it is worse. */
function changePlot(
  data: Dataset,
  subject: Subject,
  shown: readonly Change[],
  { ticks, names: ends }: Scale,
): Pick<PlotSlide, 'isRows' | 'room' | 'x' | 'y' | 'series'> {
  const height = (at: number) => shown.length - 1 - at;
  const [least = 0, most = 1] = [ticks[0], ticks.at(-1)];
  const names = shown.map(({ figure }, at) => ({
    at: height(at),
    text: isFlagged(figure) ? `${nameOf(data, figure)} ${FLAG}` : nameOf(data, figure),
  }));
  return {
    isRows: true,
    room: ROOM,
    x: {
      ...{ name: '', least, most },
      ticks: ticks.map((at) => ({ at, text: valueText(subject, at, at % 1 === 0 ? 0 : 1) })),
    },
    y: { name: '', ticks: names, least: -0.7, most: shown.length - 0.3 },
    series: seriesOf(subject, shown, most, ends),
  };
}

interface Scale {
  readonly ticks: readonly number[];
  /** Of the two periods. */
  readonly names: readonly [string, string];
}

function seriesOf(
  subject: Subject,
  shown: readonly Change[],
  edge: number,
  [then, now]: Scale['names'],
): PlotSeries[] {
  const { verdict, columns } = words.comparing.change;
  const point = (value: number | null | undefined, at: number, text = '') =>
    value == null ? null : { x: value, y: shown.length - 1 - at, text };
  const isWorse = (change: Change) => changeWords(change)?.tone === 'worse';
  const nowWhere = (worse: boolean) =>
    shown.map((change, at) => (isWorse(change) === worse ? point(change.figure.value, at) : null));
  const ways = shown.flatMap(({ figure, base }, at) => [
    point(base?.value, at),
    point(figure.value, at),
    null,
  ]);
  const all: PlotSeries[] = [
    { name: columns.change, look: 'thin', points: ways },
    { name: then, look: 'ring', points: shown.map((one, at) => point(one.base?.value, at)) },
    { name: now, look: 'dot', points: nowWhere(false) },
    { name: `${now}, ${verdict.worse}`, look: 'bad', points: nowWhere(true) },
    {
      name: words.unit.value,
      look: 'text',
      points: shown.map((change, at) => point(edge, at, rowText(subject, change))),
    },
  ];
  return all.filter(({ points }) => points.some((one) => one !== null));
}

/** "62,1% → 71,3%, +9,2 điểm, tốt lên rõ"; what is not beyond chance is said once, under the drawing. */
function rowText(subject: Subject, change: Change): string {
  const verdict = isClear(change) ? changeWords(change)?.text : '';
  return [pairText(subject, change), changedText(subject, change), verdict]
    .filter(Boolean)
    .join(', ');
}

function isClear({ verdict }: Change): boolean {
  return verdict !== null && verdict !== 'similar';
}

function nameOf(data: Dataset, figure: Figure): string {
  const unit = unitName(data, figure.unit, figure.period);
  return [unit, partName(data, figure)].filter(Boolean).join(' · ');
}

function tableOf(
  { data }: SlideDesk,
  subject: Subject,
  shown: readonly Change[],
  base: string,
): Pick<TableSlide, 'columns' | 'rows'> {
  const { columns } = words.comparing.change;
  return withoutEmpty(
    [
      { name: words.column.unit, number: false },
      { name: columns.base(base), number: true },
      { name: words.column.value, number: true },
      { name: words.present.counts, number: true },
      { name: columns.change, number: true },
      { name: columns.verdict, number: false },
    ],
    shown.map((change) => [
      { text: nameOf(data, change.figure) },
      { text: change.base ? figureText(subject, change.base) : '' },
      {
        text: `${figureText(subject, change.figure)}${isFlagged(change.figure) ? ` ${FLAG}` : ''}`,
        bold: true,
      },
      { text: countsText(change.figure) },
      { text: changedText(subject, change) },
      { text: changeWords(change)?.text ?? '' },
    ]),
  );
}

function legendOf(shown: readonly Change[], base: string, period: string): string[] {
  const { slide, unsaid } = words.comparing.change.legend;
  const isJudged = shown.some(({ verdict }) => verdict !== null);
  return [slide(base, period), ...(isJudged ? [unsaid] : [])];
}

/** Whose change cannot be told, and why. */
function apartNotes(
  { data }: SlideDesk,
  { rows }: CompareGroup,
  changes: ReadonlyMap<Figure, Change>,
  base: string,
): string[] {
  const { change } = words.comparing;
  const say: Record<NoChange, string> = {
    base: change.noBase(base),
    unlike: change.notAlikeShort(base),
    value: change.noValue,
  };
  return (Object.keys(say) as NoChange[]).flatMap((reason) => {
    const own = rows.map(({ figure }) => figure).filter((f) => changes.get(f)?.reason === reason);
    return own.length > 0 ? [`${say[reason]}${namesOf(data, own)}`] : [];
  });
}
