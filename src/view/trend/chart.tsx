/** The lines of a trend: all in one chart, or a panel for each unit on the same scale. */

import { memo, type ReactNode } from 'react';
import {
  type LineSeries,
  seriesColour,
  seriesDash,
  seriesSign,
} from '../../chart/line-drawing.tsx';
import { Lines, Panel } from '../../chart/lines.tsx';
import { setMark, useIsMarked } from '../../chart/marking.ts';
import type { LineBreak } from '../../chart/plot/breaks.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { type Figure, isHollow, isWeak } from '../../model/figure.ts';
import { formatRef } from '../../model/figure-ref.ts';
import { groupBy } from '../../model/group.ts';
import { domainOf } from '../../model/statistics/scale.ts';
import { formatDay, formatPeriodShort } from '../../model/writing/date.ts';
import type { TrendAnswer, TrendBreak, TrendSeries } from '../../question/trend.ts';
import { countsText, valueText } from '../../text/figure.ts';
import { figureLabel, partName, periodName, unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import { Strip } from '../card/strip.tsx';
import type { Desk } from '../part/desk.ts';
import { UnitOfLevel } from '../part/place/unit-link.tsx';
import { WhenNear } from '../part/room/when-near.tsx';
import { useWidth } from '../part/room/width.ts';
import { drawingHeight } from '../part/showing.ts';
import { Gaps } from './gaps.tsx';
import { toldOf } from './told.ts';

const HEIGHT = 380;
const PANEL_HEIGHT = 200;

interface ChartProps {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly answer: TrendAnswer;
  readonly shown: readonly TrendSeries[];
  readonly apart: boolean;
}

/** Drawn anew only for another answer: the URL changes with every panel that opens. */
export const TrendChart = memo(
  Chart,
  (a, b) =>
    a.answer === b.answer &&
    a.apart === b.apart &&
    a.shown.length === b.shown.length &&
    a.subject.id === b.subject.id,
);

function Chart({ desk, subject, answer, shown, apart }: ChartProps) {
  const [ref, width] = useWidth();
  const lines = shown.map((series) => unitLine(desk, subject, answer, series));
  const around = extraLines(desk, subject, answer);
  const beside = shown.map((series) => besideLines(desk, subject, series));
  const extra = [...(shown.length <= MOST_BESIDE ? beside.flat() : []), ...around];
  const all = [...lines, ...extra];
  const values = all.flatMap((line) => line.points.flatMap((p) => [p.value, p.target]));
  const common = {
    periods: answer.periods.map((code) => shortPeriod(desk, code)),
    domain: domainOf(
      subject,
      values.filter((value) => value !== null),
    ),
    tick: (value: number) => valueText(subject, value, value % 1 === 0 ? 0 : 1),
  };
  const breaksFor = (units: readonly string[]) => lineBreaks(desk, answer, units);
  return (
    <>
      <Strip tell={(mark) => toldOf(desk.data, subject, answer, mark)} />
      <div ref={ref} className={apart ? 'panels' : ''}>
        {apart ? (
          lines.map((line, at) => (
            <section key={line.key} aria-label={line.name}>
              <h3>
                <LineName series={shown[at]} name={line.name} />
              </h3>
              <WhenNear height={PANEL_HEIGHT}>
                <Panel
                  {...common}
                  series={[line, ...(beside[at] ?? []), ...around]}
                  breaks={breaksFor([shown[at]?.unit ?? ''])}
                  width={panelWidth(width)}
                  height={PANEL_HEIGHT}
                />
              </WhenNear>
            </section>
          ))
        ) : (
          <Lines
            {...common}
            series={all}
            breaks={breaksFor(shown.map((s) => s.unit))}
            width={width}
            height={drawingHeight(HEIGHT)}
          />
        )}
      </div>
      <TrendLegend
        lines={apart ? around : all}
        drawn={apart ? [] : shown}
        offset={apart ? lines.length : 0}
        figures={shown.flatMap((s) => s.points)}
      />
      <Gaps desk={desk} shown={shown} />
    </>
  );
}

/** As many panels of at least 22 rem as fit, 2 rem apart. */
function panelWidth(width: number): number {
  const columns = Math.max(1, Math.floor((width + 32) / (352 + 32)));
  return Math.floor((width - (columns - 1) * 32) / columns);
}

function shortPeriod({ data }: Desk, code: string): string {
  const period = data.periods.get(code);
  return period ? formatPeriodShort(period) : code;
}

function unitLine(
  desk: Desk,
  subject: Subject,
  answer: TrendAnswer,
  series: TrendSeries,
): LineSeries {
  const first = series.points[0];
  const part = first ? partName(desk.data, first) : '';
  const name = [unitName(desk.data, series.unit), part].filter(Boolean).join(', ');
  const own = answer.breaks.filter((item) => item.cuts && item.unit === series.unit);
  const breaks = new Set(own.map((item) => item.period));
  return {
    key: [series.unit, series.body, series.category].join('~'),
    name,
    role: 'unit',
    unit: series.unit,
    points: linePoints(desk, subject, series, breaks),
  };
}

function linePoints(
  desk: Desk,
  subject: Subject,
  series: TrendSeries,
  breaks: ReadonlySet<string> = new Set(),
): LineSeries['points'] {
  return series.points.map((figure) => ({
    value: figure.value,
    target: series.targets.find((target) => target.period === figure.period)?.value ?? null,
    weak: isWeak(figure),
    derived: figure.derived && figure.value !== null,
    breakBefore: breaks.has(figure.period),
    glyph: figure.absence ? words.glyph[figure.absence] : '',
    label: figureLabel(desk.data, subject, figure),
    open: formatRef(figure),
    onOpen: () => desk.change({ open: figure }),
  }));
}

/** Own reports drawn beside sums in one chart. */
const MOST_BESIDE = 3;

/** The name of a line; with a level chosen it leads one level down. */
function LineName({ series, name }: { series: TrendSeries | undefined; name: string }) {
  return series && series.category === '' ? <UnitOfLevel unit={series.unit} /> : name;
}

/** What a unit reports itself beside its sum, or the sum beside its report. */
function besideLines(desk: Desk, subject: Subject, series: TrendSeries): LineSeries[] {
  const { unit, category, beside = [] } = series;
  if (beside.length === 0) return [];
  const say = beside.some((figure) => figure.sum) ? words.trend.group : words.trend.own;
  const drawn = linePoints(desk, subject, { ...series, points: beside, targets: [] });
  const points = drawn.map((point) => ({ ...point, glyph: '' }));
  return [
    {
      key: `beside ${unit}~${category}`,
      name: say(unitName(desk.data, unit)),
      role: 'own',
      points,
    },
  ];
}

/** The group's value and the parent's own report: two figures, never one. */
function extraLines(desk: Desk, subject: Subject, { group, own }: TrendAnswer): LineSeries[] {
  const lines: LineSeries[] = [];
  if (group) {
    const name = words.trend.group(unitName(desk.data, group.parent));
    const points = group.points.map(({ period, total, expected }) => ({
      value: total?.value ?? null,
      target: null,
      weak: total !== null && total.reported < expected,
      derived: false,
      breakBefore: false,
      glyph: '',
      label: total ? groupLabel(desk, subject, name, period, total, expected) : '',
      open: '',
      onOpen: null,
    }));
    lines.push({ key: `group ${group.parent}`, name, role: 'group', points });
  }
  if (own) {
    const name = words.trend.own(unitName(desk.data, own.unit));
    lines.push({
      key: `own ${own.unit}`,
      name,
      role: 'own',
      points: linePoints(desk, subject, own),
    });
  }
  return lines;
}

type Total = NonNullable<NonNullable<TrendAnswer['group']>['points'][number]['total']>;

function groupLabel(
  desk: Desk,
  subject: Subject,
  name: string,
  period: string,
  total: Total,
  expected: number,
): string {
  const { numerator, denominator, reported } = total;
  const counts = countsText({ numerator, denominator } as Figure);
  const say = subject.isRatio ? words.chart.groupTotal : words.chart.groupSum;
  return `${name}, ${periodName(desk.data, period)}. ${say(valueText(subject, total.value), counts, words.place.reported(reported, expected))}`;
}

function lineBreaks(desk: Desk, answer: TrendAnswer, units: readonly string[]): LineBreak[] {
  const own = answer.breaks.filter((item) => units.includes(item.unit));
  return [...groupBy(own, (item) => item.period)].map(([period, same]) => ({
    period: shortPeriod(desk, period),
    label: breakLabel(same),
  }));
}

/** Several units that change at once are told by the day alone. */
function breakLabel(same: readonly TrendBreak[]): string {
  const [first] = same.filter((item) => item.name !== '');
  if (!first) return words.trend.breakStated;
  const units = new Set(same.map((item) => item.unit)).size;
  const day = formatDay(first.date);
  return units > 1 ? words.place.reorganised(day, units) : words.trend.breakTo(day, first.name);
}

function TrendLegend({
  lines,
  drawn,
  offset,
  figures,
}: {
  readonly lines: readonly LineSeries[];
  /** What the first of the lines are drawn from. */
  readonly drawn: readonly TrendSeries[];
  readonly offset: number;
  readonly figures: readonly Figure[];
}) {
  const hollow = figures.some(isHollow);
  return (
    <ul className="legend" aria-label={words.chart.legend}>
      {lines.map((line, at) => (
        <LegendItem key={line.key} unit={line.unit ?? ''}>
          <svg width={28} height={12} aria-hidden="true">
            <path
              d="M0 6H28"
              stroke={seriesColour(at + offset, line.role)}
              strokeWidth={3}
              strokeDasharray={seriesDash(line.role)}
            />
          </svg>
          {seriesSign(lines, at) && <b>{seriesSign(lines, at)}</b>}
          <LineName series={drawn[at]} name={line.name} />
        </LegendItem>
      ))}
      {hollow && <li>{words.trend.hollow}</li>}
    </ul>
  );
}

/** Pointed at, it marks its line; its line marks it. */
function LegendItem({ unit, children }: { readonly unit: string; readonly children: ReactNode }) {
  const isMarked = useIsMarked(unit);
  return (
    <li
      className={isMarked ? 'marked' : ''}
      onPointerEnter={() => unit && setMark({ unit, open: '' })}
      onPointerLeave={() => setMark(null)}
    >
      {children}
    </li>
  );
}
