/** What is still to be checked, as a native table. */
import { severityOf } from '../model/issue.ts';
import { codeName } from '../text/issue.ts';
import { unitName } from '../text/name.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import type { TableSlide } from './slide.ts';
import { textsOf } from './texts.ts';

/** What is still to be checked, by unit: neither corrected nor accepted; null where nothing is. */
export async function checksSlide(
  desk: SlideDesk,
  units: readonly string[] | null,
): Promise<TableSlide | null> {
  const { data, ask } = desk;
  const { tally } = await ask({
    ask: 'issues',
    units,
    severities: ['error', 'warning'],
    codes: [],
    source: '',
    period: '',
    without: desk.settled,
    limit: 0,
  });
  const rows = new Map<string, { error: number; warning: number; codes: Map<string, number> }>();
  for (const { unit, code, count } of tally) {
    const row = rows.get(unit) ?? { error: 0, warning: 0, codes: new Map() };
    const severity = severityOf(code) === 'error' ? 'error' : 'warning';
    row[severity] += count;
    if (severity === 'error') row.codes.set(code, count);
    rows.set(unit, row);
  }
  if (rows.size === 0) return null;
  const sorted = [...rows].sort(([, a], [, b]) => b.error - a.error || b.warning - a.warning);
  const shown = sorted.slice(0, 10);
  return {
    type: 'table',
    ...textsOf(desk, words.present.closing, [], { view: 'checks', unit: [] }),
    footnotes:
      sorted.length > shown.length ? [words.present.moreUnits(sorted.length - shown.length)] : [],
    columns: [
      { name: words.column.unit, number: false },
      { name: words.checks.severityName.error ?? '', number: true },
      { name: words.checks.severityName.warning ?? '', number: true },
      { name: words.present.mostly, number: false },
    ],
    rows: shown.map(([unit, row]) => [
      { text: data.units.has(unit) ? unitName(data, unit) : words.checks.noUnit, bold: true },
      { text: String(row.error), ...(row.error > 0 ? { tone: 'error' as const } : {}) },
      { text: String(row.warning) },
      { text: mostOf(row.codes) },
    ]),
  };
}

function mostOf(codes: ReadonlyMap<string, number>): string {
  return [...codes]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 2)
    .map(([code]) => codeName(code))
    .join('; ');
}
