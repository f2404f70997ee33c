/** What a meeting may decide, as a table to be filled in: drawn from the figures, with who and when left open. */
import { overviewQuestion, visitsQuestion } from '../../address/scope.ts';
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { severityOf } from '../../model/issue.ts';
import { rankVisits, type Visit } from '../../model/visit/reason.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { IssueTally } from '../../question/issues.ts';
import type { OverviewTile } from '../../question/overview.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { reasonText } from '../../text/visit/reason.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import type { TableSlide } from '../slide.ts';
import { textsOf } from '../texts.ts';

/** Rows of each kind, and units that one row names. */
const MOST_VISITS = 3;
const MOST_TILES = 2;
const MOST_CORRECTED = 3;
const MOST_NAMED = 3;

/** To be filled in. */
const OWNER = '................';
const DUE = '............';

interface Proposal {
  readonly task: string;
  readonly units: string;
}

/** For an overview and its scope; null where nothing stands apart, is overdue or must be corrected. */
export async function proposalsSlide(desk: SlideDesk): Promise<TableSlide | null> {
  const { data, ask, settled } = desk;
  const { tiles } = await ask(overviewQuestion(desk));
  const question = visitsQuestion(desk, settled);
  const { reasons } = await ask(question);
  const { tally } = await ask({
    ...{ ask: 'issues', units: question.units, severities: ['error'], codes: [], source: '' },
    ...{ period: '', limit: 1, without: settled, grouped: false },
  });
  const visits = rankVisits(reasons, desk.state.visits).slice(0, MOST_VISITS);
  const proposals = [
    ...tiles.slice(0, MOST_TILES).flatMap((tile) => clearing(data, tile)),
    ...visits.map((visit) => clarifying(data, visit)),
    ...correcting(data, tally, visits.length > 0),
  ];
  if (proposals.length === 0) return null;
  const { heading, lead, task, owner, due } = words.proposals;
  return {
    type: 'table',
    ...textsOf(desk, heading, []),
    sentence: lead,
    footnotes: [],
    columns: [task, words.column.unit, owner, due].map((name) => ({ name, number: false })),
    rows: proposals.map(({ task: text, units }) => [
      { text },
      { text: units, bold: true },
      { text: OWNER },
      { text: DUE },
    ]),
  };
}

/** What is open and late, with the units that have most of it. */
function clearing(data: Dataset, { subject, value, most }: OverviewTile): Proposal[] {
  const about = subjectOf(data, subject);
  if (!about || value <= 0) return [];
  const task = words.proposals.clear(
    lowerFirst(about.name),
    `${formatCount(value)} ${about.unitLabel}`,
  );
  return [{ task, units: named(data, most) }];
}

/** What stands apart beyond chance in a unit: why, and what is done. */
function clarifying(data: Dataset, { unit, matters }: Visit): Proposal {
  const heads = matters.map((reasons, at) => {
    const { head } = reasonText(data, reasons);
    return at === 0 ? head : lowerFirst(head);
  });
  return { task: words.proposals.clarify(heads.join('; ')), units: unitName(data, unit) };
}

/** Figures to be corrected: all units in one row where others come first, else a row each. */
function correcting(data: Dataset, tally: readonly IssueTally[], isOne: boolean): Proposal[] {
  const errors = tally.filter(({ code, unit }) => severityOf(code) === 'error' && unit !== '');
  const counts = [...groupBy(errors, ({ unit }) => unit)]
    .map(([unit, items]) => ({ unit, value: items.reduce((sum, { count }) => sum + count, 0) }))
    .filter(({ unit }) => data.units.has(unit))
    .sort((a, b) => b.value - a.value);
  const sum = counts.reduce((all, { value }) => all + value, 0);
  const { correct } = words.proposals;
  if (sum === 0) return [];
  if (isOne || counts.length > MOST_CORRECTED)
    return [{ task: correct(sum), units: named(data, counts) }];
  return counts.map(({ unit, value }) => ({ task: correct(value), units: unitName(data, unit) }));
}

/** "Phường Bích Trạch (182), Xã Ninh Hạc (4) và 3 đơn vị khác". */
function named(
  data: Dataset,
  units: readonly { readonly unit: string; readonly value: number }[],
): string {
  const shown = units.slice(0, MOST_NAMED);
  const names = shown.map(({ unit, value }) => `${unitName(data, unit)} (${formatCount(value)})`);
  const left = units.length - shown.length;
  return names.join(', ') + (left > 0 ? words.proposals.others(left) : '');
}
