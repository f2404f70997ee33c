/** A row of a comparison as a bar: everything that is written and drawn of it. */
import type { BarRow } from '../../chart/bar.ts';
import type { Subject } from '../../model/catalogue.ts';
import { subjectOf } from '../../model/dataset.ts';
import { type Figure, flagTone, isWeak, showsReported } from '../../model/figure.ts';
import { formatRef } from '../../model/figure-ref.ts';
import type { Change } from '../../model/statistics/change.ts';
import type { Standing } from '../../model/statistics/standing.ts';
import { changeSince } from '../../model/time/comparison.ts';
import type { CompareGroup, CompareRow } from '../../question/compare.ts';
import { changeText, countsText, figureText } from '../../text/figure.ts';
import { figureName, missingText, partName, periodName, unitName } from '../../text/name.ts';
import { besideText, noteText } from '../../text/note.ts';
import { changedText, changeWords, pairText } from '../../text/told/change.ts';
import { rankText, verdictWords } from '../../text/told/standing.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';
import { isPlainClick } from '../part/link.tsx';
import { intoUnit } from '../part/place/into.ts';

/** A row as the way from its base to now. */
export function changeRow(
  desk: Desk,
  row: CompareRow,
  context: RowContext & { readonly change: Change },
): BarRow {
  const { subject, change } = context;
  return {
    ...barRow(desk, row, context),
    ...(change.base?.value == null ? {} : { before: change.base.value }),
    interval: null,
    verdict: changeWords(change),
    rank: '',
    reported: null,
    targets: [],
    text: changedText(subject, change),
    counts: pairText(subject, change),
  };
}

interface RowContext {
  readonly subject: Subject;
  readonly group: CompareGroup;
  readonly standing: Standing;
  /** Said once for the group. */
  readonly shared: ReadonlySet<Figure>;
}

export function barRow(desk: Desk, row: CompareRow, context: RowContext): BarRow {
  const { subject, group, standing } = context;
  const { figure, references } = row;
  const { data, href, change, state } = desk;
  const into = { ...intoUnit(desk, figure.unit, figure.period), q: '', open: null };
  return {
    key: [figure.unit, figure.body, figure.category].join('~'),
    unit: figure.unit,
    name: unitName(data, figure.unit, figure.period),
    under: partName(data, figure),
    href: href(into),
    onFollow: (event) => {
      if (!isPlainClick(event)) return;
      event.preventDefault();
      change(into);
    },
    value: figure.value,
    high: figure.high,
    interval: state.intervals ? standing.interval : null,
    verdict: verdictWords(subject, figure, standing, group),
    rank: rankText(standing.rank),
    weak: isWeak(figure),
    reported: row.beside ? row.beside.value : showsReported(figure) ? figure.reported : null,
    targets: references.flatMap(({ value, kind }) => (value === null ? [] : [{ value, kind }])),
    text: figureText(subject, figure),
    counts: countsText(figure),
    note: noteOf(desk, row, context),
    flag: flagTone(figure),
    label: words.chart.open(figureName(data, subject, figure)),
    open: formatRef(figure),
    onOpen: () => change({ open: figure }),
  };
}

function noteOf({ data }: Desk, row: CompareRow, { subject, shared }: RowContext): string {
  const { figure, before, references } = row;
  const change = changeSince(figure, before, data.units, data.periods);
  const reference = (item: Figure) => {
    const own = subjectOf(data, item.subject);
    return own ? `${words.kind[item.kind]} ${figureText(own, item)}` : '';
  };
  return [
    row.period === figure.period ? '' : words.chart.filled(periodName(data, figure.period)),
    noteText(subject, figure),
    missingText(data, figure),
    row.beside ? besideText(subject, row.beside) : '',
    change === null ? '' : words.chart.change(changeText(subject, change)),
    ...references.filter((item) => !shared.has(item)).map(reference),
  ]
    .filter(Boolean)
    .join(' · ');
}

/** Targets and norms that hold for every row: said once for the group, not on every line. */
export function sharedReferences(rows: readonly CompareRow[]): ReadonlySet<Figure> {
  const [first] = rows;
  const common = (first?.references ?? []).filter(
    (reference) =>
      reference.kind !== 'registered' &&
      rows.length > 1 &&
      rows.every((row) =>
        row.references.some((f) => f.kind === reference.kind && f.value === reference.value),
      ),
  );
  const keys = new Set(common.map((reference) => `${reference.kind} ${reference.value}`));
  return new Set(
    rows.flatMap((row) => row.references.filter((f) => keys.has(`${f.kind} ${f.value}`))),
  );
}
