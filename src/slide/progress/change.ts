/** Changes since a base as a bar chart of pairs: then and now beside each other, the change behind the name of the bar. */
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import type { Change, NoChange } from '../../model/statistics/change.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import type { CompareGroup } from '../../question/compare.ts';
import { figureText } from '../../text/figure.ts';
import { periodName, unitName } from '../../text/name.ts';
import {
  baseName,
  changedText,
  changeSentence,
  changesIn,
  changeTitle,
  changeWords,
} from '../../text/told/change.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { footnotesOf, namesOf, rowName, slideDecimals } from '../notes.ts';
import type { ChartSlide, SlideSeries } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** Empty where nobody's change can be told. */
export function changeSlide(
  desk: SlideDesk,
  subject: Subject,
  group: CompareGroup,
  whole: CompareGroup,
): ChartSlide[] {
  const { data, state } = desk;
  const base = baseName(data, group, state.base);
  const changes = changesIn(data, subject, [whole]);
  const changeOf = ({ figure }: { figure: Figure }) => changes.get(figure);
  const rows = group.rows.filter((row) => (changeOf(row)?.by ?? null) !== null);
  const told = rows.flatMap((row) => changeOf(row) ?? []);
  if (told.length === 0 || base === '') return [];
  const isWhole = state.q === ''; // of a selection nothing is said
  const { title, named } = changeTitle(data, subject, whole);
  const figures = told.map(({ figure }) => figure);
  const then = told.flatMap((change) => change.base ?? []);
  const values = [...figures, ...then].flatMap(({ value }) => value ?? []);
  const [least, most] = domainOf(subject, values);
  const texts = textsOf(desk, headingOf(desk, subject, group, base), [...figures, ...then], {
    indicator: [subject.id],
  });
  return [
    {
      type: 'bars',
      ...texts,
      figures, // one a bar
      beside: then,
      title: (isWhole && title) || texts.title,
      sentence: isWhole ? changeSentence(data, subject, whole, state.base) : '',
      footnotes: [
        ...apartNotes(desk, group, changes, base),
        ...signNotes(told),
        ...footnotesOf(data, figures).slice(0, 2),
      ],
      categories: rows.map((row, at) => `${rowName(desk, row)}${signOf(told[at])}`),
      marked: isWhole ? figures.flatMap((figure, at) => (named.has(figure) ? [at] : [])) : [],
      series: seriesOf(desk, subject, group, told, base),
      goal: null,
      percent: subject.isRatio && subject.scale === 100,
      decimals: slideDecimals(subject, values),
      least,
      most,
    },
  ];
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

function seriesOf(
  { data }: SlideDesk,
  subject: Subject,
  { period }: CompareGroup,
  told: readonly Change[],
  base: string,
): SlideSeries[] {
  const plain = { line: '', label: '' };
  return [
    {
      ...{ name: periodName(data, period), role: 'value', isStrong: true, ...plain },
      values: told.map(({ figure }) => figure.value),
      texts: told.map(
        (change) => `${figureText(subject, change.figure)} (${changedText(subject, change)})`,
      ),
    },
    {
      ...{ name: base, role: 'before', isStrong: false, ...plain },
      values: told.map((change) => change.base?.value ?? null),
      texts: told.map((change) => (change.base ? figureText(subject, change.base) : '')),
    },
  ];
}

/** What is written behind a name. */
const SIGNS = { better: ' (+)', worse: ' (−)', rise: ' (↑)', fall: ' (↓)' } as const;

function signOf(change: Change | undefined): string {
  const tone = change && changeWords(change)?.tone;
  return tone && tone in SIGNS ? SIGNS[tone as keyof typeof SIGNS] : '';
}

function signNotes(told: readonly Change[]): string[] {
  const { legend } = words.comparing.change;
  const meanings = {
    worse: legend.worse,
    better: legend.better,
    rise: legend.higher,
    fall: legend.lower,
  };
  const tones = new Set(told.map((change) => changeWords(change)?.tone));
  const texts = (Object.keys(meanings) as (keyof typeof meanings)[])
    .filter((tone) => tones.has(tone))
    .map((tone) => `${SIGNS[tone].trim()} ${meanings[tone]}`);
  return texts.length > 0 ? [texts.join('; ')] : [];
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
