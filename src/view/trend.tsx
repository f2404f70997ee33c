/** "Diễn biến": one subject over periods for several units; gaps break the line. */
import { type LineSeries, Lines, seriesColour } from '../chart/lines.tsx';
import type { Subject } from '../model/catalogue.ts';
import { categoryName } from '../model/dataset.ts';
import { formatPeriodShort } from '../model/date.ts';
import { isWeak } from '../model/figure.ts';
import type { TrendAnswer, TrendSeries } from '../query/question.ts';
import { valueText } from '../text/figure.ts';
import { vi } from '../text/vi.ts';
import { Card } from './card.tsx';
import { type Desk, useAnswer, useDesk } from './desk.ts';
import { Several } from './fields.tsx';
import { unitOptions } from './options.ts';
import { readinessOf, useReady } from './ready.ts';
import { domainOf } from './scale.ts';
import { scopeOf } from './scope.ts';
import { chosenSubjects, SubjectControls, useSubject } from './subject-controls.tsx';
import { figureLabel, openParam, partName, unitName } from './subject-label.ts';
import { Failed, Waiting } from './waiting.tsx';
import { useWidth } from './width.ts';

/** More lines than this are a tangle; the table and the downloads hold all. */
const MOST_LINES = 8;

export function TrendView() {
  const desk = useDesk();
  const { subject, uses } = useSubject(desk);
  return (
    <>
      <SubjectControls {...{ desk, subject, uses }} withPeriod={false}>
        <Several
          label={vi.trend.addUnit}
          values={desk.state.unit}
          options={unitOptions(desk.data)}
          onChange={(unit) => desk.change({ unit })}
        />
      </SubjectControls>
      {subject ? (
        chosenSubjects(desk, subject).map((item) => <Trend key={item.id} subject={item} />)
      ) : (
        <Waiting />
      )}
    </>
  );
}

function Trend({ subject }: { readonly subject: Subject }) {
  const desk = useDesk();
  const query = useAnswer({ ask: 'trend', subject: subject.id, ...scopeOf(desk.data, desk.state) });
  useReady(readinessOf(query));
  if (query.isError) return <Failed error={query.error} />;
  return query.data ? <Drawing {...{ desk, subject, answer: query.data }} /> : <Waiting />;
}

function Drawing({
  desk,
  subject,
  answer,
}: {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly answer: TrendAnswer;
}) {
  const [ref, width] = useWidth();
  const drawn = answer.series.slice(0, MOST_LINES);
  const lines = drawn.map((series) => lineOf(desk, subject, series));
  const values = drawn.flatMap((series) =>
    [...series.points, ...series.targets].map((f) => f.value),
  );
  const single = answer.series.every((s) => s.points.filter((p) => p.value !== null).length < 2);
  const { breakdown, category } = desk.state;
  const name = category
    ? vi.compare.categoryOf(subject.name, categoryName(desk.data, breakdown, category))
    : subject.name;
  return (
    <Card
      title={vi.trend.title(name, vi.grain[answer.grain])}
      lead={
        <>
          {single && answer.series.length > 0 && <p>{vi.trend.onePoint}</p>}
          {answer.series.length > MOST_LINES && (
            <p>{vi.trend.tooMany(MOST_LINES, answer.series.length)}</p>
          )}
        </>
      }
      figures={answer.series.flatMap((series) => [...series.points, ...series.targets])}
    >
      <div ref={ref}>
        {answer.series.length === 0 ? (
          <p className="muted">{vi.chart.none}</p>
        ) : (
          <Lines
            periods={answer.periods.map((code) => shortPeriod(desk, code))}
            series={lines}
            domain={domainOf(
              subject,
              values.filter((value) => value !== null),
            )}
            tick={(value) => valueText(subject, value, value % 1 === 0 ? 0 : 1)}
            width={width}
          />
        )}
      </div>
      <ul className="legend" aria-label={vi.chart.legend}>
        {lines.map((line, at) => (
          <li key={line.key}>
            <svg width={24} height={12} aria-hidden="true">
              <path d="M0 6H24" stroke={seriesColour(at)} strokeWidth={3} />
            </svg>
            {line.name}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function shortPeriod({ data }: Desk, code: string): string {
  const period = data.periods.get(code);
  return period ? formatPeriodShort(period) : code;
}

function lineOf(desk: Desk, subject: Subject, series: TrendSeries): LineSeries {
  const first = series.points[0];
  const part = first ? partName(desk.data, first) : '';
  return {
    key: [series.unit, series.body, series.category].join('~'),
    name: [unitName(desk.data, series.unit), part].filter(Boolean).join(', '),
    points: series.points.map((figure) => ({
      value: figure.value,
      target: series.targets.find((target) => target.period === figure.period)?.value ?? null,
      weak: isWeak(figure),
      label: figureLabel(desk.data, subject, figure),
      onOpen: () => desk.change({ open: openParam(figure) }),
    })),
  };
}
