/** Each indicator of a unit over time as a small chart; each leads to the trend of its indicator. */
import { useEffect, useMemo, useState } from 'react';
import type { Dataset } from '../../model/dataset.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { hollowNote } from '../../slide/page/panels.ts';
import {
  leftNote,
  type Multiple,
  multiplesOf,
  pastOf,
  smallChart,
  trendOf,
} from '../../slide/plot/multiples.ts';
import { figureText, targetText, valueText } from '../../text/figure.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { periodName } from '../../text/name.ts';
import { reasonText } from '../../text/visit/reason.ts';
import { words } from '../../text/words.ts';
import { SmallChart } from '../card/small-chart.tsx';
import { Failed } from '../notice/waiting.tsx';
import { useAnswer, useDesk } from '../part/desk.ts';
import { Link } from '../part/link.tsx';
import { readinessOf, useReady } from '../part/ready.ts';
import { useWidth } from '../part/room/width.ts';

/** Pixels of a chart, of the narrowest, and between two of them; as the sheet has them (visits.css). */
const HEIGHT = 132;
const LEAST = 240;
const GAP = 28;

export function Multiples({ answer }: { readonly answer: StandingAnswer }) {
  const { data } = useDesk();
  const [ref, width] = useWidth();
  const items = useMemo(() => multiplesOf(data, answer), [data, answer]);
  const [hollow, setHollow] = useState('');
  if (items.length === 0) return <p className="muted">{words.multiples.none}</p>;
  const columns = Math.max(1, Math.floor((width + GAP) / (LEAST + GAP)));
  const own = Math.floor((width - (columns - 1) * GAP) / columns);
  return (
    <div ref={ref}>
      <ul className="multiples">
        {items.map((item) => (
          <li key={`${item.subject.id}~${item.figure.body}`} data-indicator={item.subject.id}>
            <One item={item} width={own} onHollow={setHollow} />
          </li>
        ))}
      </ul>
      {[
        `${[...words.multiples.legend, hollow].filter(Boolean).join('; ')}.`,
        words.multiples.axis,
        leftNote(answer, items.length),
      ]
        .filter(Boolean)
        .map((note) => (
          <p key={note} className="small muted">
            {note}
          </p>
        ))}
    </div>
  );
}

interface OneProps {
  readonly item: Multiple;
  readonly width: number;
  /** Is told what hollow points mean, where it has any. */
  readonly onHollow: (note: string) => void;
}

function One({ item, width, onHollow }: OneProps) {
  const { data, state } = useDesk();
  const query = useAnswer(pastOf({ data, state }, item));
  useReady(readinessOf(query));
  const answer = query.isPlaceholderData ? undefined : query.data;
  const panel = useMemo(
    () => (answer ? smallChart({ data, state }, item, answer) : null),
    [data, state, item, answer],
  );
  const note = panel ? hollowNote([panel]) : '';
  useEffect(() => {
    if (note) onHollow(lowerFirst(note));
  }, [note, onHollow]);
  if (query.error !== null) return <Failed error={query.error} />;
  const { subject, figure } = item;
  return (
    <Link to={trendOf(item)} className="multiple" label={labelOf(data, item)}>
      <span className="multiple-head">
        <span>{subject.shortName}</span>
        <strong>{figureText(subject, figure)}</strong>
      </span>
      <span className="multiple-drawing">
        {panel && <SmallChart panel={panel} width={width} height={HEIGHT} />}
      </span>
      <Facts item={item} />
    </Link>
  );
}

/** What calls for attention in it, else what it is held against. */
function Facts({ item }: { readonly item: Multiple }) {
  const { data } = useDesk();
  const clauses = clausesOf(data, item);
  if (clauses.length > 0) return <span className="small alarm">{clauses.join('; ')}</span>;
  return <span className="small muted">{besideOf(item).join(' · ')}</span>;
}

function clausesOf(data: Dataset, { subject, reasons, target, isMet }: Multiple): string[] {
  const told = reasonText(data, reasons).clauses.map(({ text }) => text);
  if (told.length > 0 || isMet !== false || target?.value == null) return told;
  return [words.visits.missed(targetText(subject, target.value))];
}

function besideOf({ subject, target, group }: Multiple): string[] {
  return [
    target?.value == null ? '' : `${words.chart.legendTarget} ${targetText(subject, target.value)}`,
    group ? `${words.standing.group} ${valueText(subject, group.value)}` : '',
  ].filter(Boolean);
}

/** The drawing in words: where it began, where it stands, what it is held against. */
function labelOf(data: Dataset, item: Multiple): string {
  const { subject, figure, past } = item;
  const first = past.find(({ value }) => value !== null);
  const { label, points } = words.multiples;
  const from = first?.value == null ? '' : valueText(subject, first.value);
  const to = figureText(subject, figure);
  const when = (code: string) => periodName(data, code);
  const way = from && first ? points(when(first.period), from, when(figure.period), to) : to;
  return [label(subject.name), way, ...clausesOf(data, item), ...besideOf(item)].join(', ');
}
