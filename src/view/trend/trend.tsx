/** "Diễn biến": one subject over periods for several units; gaps break the line and say why. */
import { useState } from 'react';
import { drawnSeries, scopeOf } from '../../address/scope.ts';
import type { Subject } from '../../model/catalogue.ts';
import { categoryName, subjectOf } from '../../model/dataset.ts';
import type { TrendAnswer } from '../../question/trend.ts';
import { trendSentence } from '../../text/told/sentence.ts';
import { words } from '../../text/words.ts';
import { Card } from '../card/card.tsx';
import { Failed, Waiting } from '../notice/waiting.tsx';
import { type Desk, useAnswer, useDesk } from '../part/desk.ts';
import { Several } from '../part/fields.tsx';
import { unitOptions } from '../part/options.ts';
import { readinessOf, useReady } from '../part/ready.ts';
import { chosenSubjects, SubjectControls, useSubject } from '../part/subject-controls.tsx';
import { TrendChart } from './chart.tsx';
import { PeriodRange } from './period-range.tsx';

/** More lines than this in one chart are a tangle, more panels than that a wall. */
const MOST_LINES = 8;
const MOST_PANELS = 24;

export function TrendView() {
  const desk = useDesk();
  const { subject, uses } = useSubject(desk);
  return (
    <>
      <SubjectControls {...{ desk, subject, uses }} withPeriod={false}>
        <PeriodRange desk={desk} use={uses?.find((use) => use.subject === subject?.id)} />
        <Several
          label={words.trend.addUnit}
          values={desk.state.unit}
          options={unitOptions(desk.data)}
          onChange={(unit) => desk.change({ unit })}
        />
      </SubjectControls>
      {subject ? (
        chosenSubjects(desk, subject).map((item, at) => (
          <Trend key={at === 0 ? 'first' : item.id} subject={item} />
        ))
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
  if (!query.data) return <Waiting />;
  const answered = query.data.series[0]?.points[0]?.subject ?? subject.id;
  return (
    <Drawing
      {...{ desk, answer: query.data }}
      subject={subjectOf(desk.data, answered) ?? subject}
    />
  );
}

interface DrawingProps {
  readonly desk: Desk;
  readonly subject: Subject;
  readonly answer: TrendAnswer;
}

function Drawing({ desk, subject, answer: whole }: DrawingProps) {
  const series = drawnSeries(desk, whole);
  const answer = { ...whole, series };
  const below = whole.series.length - series.length;
  const [layout, setLayout] = useState<'auto' | 'together' | 'apart'>('auto');
  const apart = layout === 'auto' ? series.length > MOST_LINES : layout === 'apart';
  const limit = apart ? MOST_PANELS : MOST_LINES;
  const shown = series.slice(0, limit);
  const single = series.every((s) => s.points.filter((p) => p.value !== null).length < 2);
  const { breakdown, category } = desk.state;
  const name = category
    ? words.compare.categoryOf(subject.name, categoryName(desk.data, breakdown, category))
    : subject.name;
  return (
    <Card
      title={words.trend.title(name, words.grain[answer.grain])}
      address={{ indicator: [subject.id] }}
      sentence={trendSentence(desk.data, subject, answer)}
      actions={
        series.length > 1 && (
          <button
            type="button"
            className="button"
            onClick={() => setLayout(apart ? 'together' : 'apart')}
          >
            {apart ? words.trend.together : words.trend.apart}
          </button>
        )
      }
      lead={
        <>
          {single && series.length > 0 && <p>{words.trend.onePoint}</p>}
          {below > 0 && <p>{words.chart.below(below)}</p>}
          {series.length > limit && <p>{words.trend.tooMany(limit, series.length)}</p>}
        </>
      }
      figures={series.flatMap((line) => [...line.points, ...line.targets])}
    >
      {series.length === 0 ? (
        <p className="muted">{words.chart.none}</p>
      ) : (
        <TrendChart {...{ desk, subject, answer, shown, apart }} />
      )}
    </Card>
  );
}
