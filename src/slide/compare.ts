/** Groups of a comparison as bar charts: n and marks in the names, targets as a series. */

import { scopeOf } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { bodyName, categoryName, subjectOf } from '../model/dataset.ts';
import { isFlagged } from '../model/figure.ts';
import { domainOf } from '../model/statistics/scale.ts';
import { formatCount } from '../model/writing/number.ts';
import type { CompareGroup, CompareRow } from '../question/compare.ts';
import { figureText } from '../text/figure.ts';
import { periodName, unitName } from '../text/name.ts';
import { searchGroups } from '../text/search.ts';
import { compareSentence } from '../text/sentence.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { FLAG, footnotesOf, saysMore, slideDecimals } from './notes.ts';
import type { ChartSlide, Slide } from './slide.ts';
import { textsOf } from './texts.ts';

export async function compareSlides(desk: SlideDesk, asked: Subject): Promise<Slide[]> {
  const { groups } = await desk.ask({
    ask: 'compare',
    subject: asked.id,
    peers: desk.state.peers,
    tolerance: desk.state.tolerance,
    ...scopeOf(desk.data, desk.state),
  });
  const answered = groups[0]?.rows[0]?.figure.subject ?? asked.id;
  const subject = subjectOf(desk.data, answered) ?? asked;
  return searchGroups(desk.data, groups, desk.state.q)
    .filter((group) => group.rows.some(({ figure }) => figure.value !== null))
    .map((group) => groupSlide(desk, subject, group));
}

function groupSlide(desk: SlideDesk, subject: Subject, group: CompareGroup): ChartSlide {
  const { data } = desk;
  const figures = group.rows.map((row) => row.figure);
  const targets = group.rows.map(targetOf);
  const place = [
    group.parent ? unitName(data, group.parent) : '',
    periodName(data, group.period),
  ].filter(Boolean);
  const percent = subject.isRatio && subject.scale === 100;
  const known = [...figures.map((figure) => figure.value), ...targets].filter((v) => v !== null);
  const [least, most] = domainOf(subject, known);
  return {
    type: 'bars',
    ...textsOf(desk, `${subject.name} · ${place.join(' · ')}`, figures, {
      indicator: [subject.id],
    }),
    sentence: desk.state.q ? '' : compareSentence(data, subject, [group]), // of a selection nothing is said
    footnotes: footnotesOf(data, figures),
    categories: group.rows.map((row) => rowName(desk, subject, row)),
    series: [
      { name: subject.shortName, role: 'value', values: figures.map((figure) => figure.value) },
      ...(targets.some((value) => value !== null)
        ? [{ name: words.chart.legendTarget, role: 'target' as const, values: targets }]
        : []),
    ],
    percent,
    decimals: slideDecimals(subject, known),
    least,
    most,
  };
}

function targetOf({ references }: CompareRow): number | null {
  return references.find((figure) => figure.kind === 'target')?.value ?? null;
}

/** "Phổ Hòa (n=545) ⚑"; an absence in words. */
function rowName({ data }: SlideDesk, subject: Subject, { figure, period }: CompareRow): string {
  const part = [
    figure.category ? categoryName(data, figure.breakdown, figure.category) : '',
    figure.body ? bodyName(data, figure.body) : '',
  ].filter(Boolean);
  const name = [unitName(data, figure.unit, figure.period), ...part].join(' · ');
  if (figure.value === null) return `${name}: ${figureText(subject, figure)}`;
  const n = figure.denominator === null ? '' : ` (n=${formatCount(figure.denominator)})`;
  const said = [
    saysMore(subject, figure) ? figureText(subject, figure) : '',
    period === figure.period ? '' : words.chart.filled(periodName(data, figure.period)),
  ].filter(Boolean);
  const more = said.length > 0 ? `: ${said.join(', ')}` : '';
  return `${name}${n}${more}${isFlagged(figure) ? ` ${FLAG}` : ''}`;
}
