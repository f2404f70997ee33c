/** Addresses of views → slides: the same questions and sentences as on the screen (share/slides.ts has the flow). */

import type { BriefingItem } from '../address/briefing-item.ts';
import { defaultSubject } from '../address/defaults.ts';
import { resolveUrl } from '../address/resolve.ts';
import { parseUrl } from '../address/url.ts';
import { subjectOf } from '../model/dataset.ts';
import { severityOf } from '../model/issue.ts';
import { codeName } from '../text/issue.ts';
import { unitName } from '../text/name.ts';
import { vi } from '../text/vi/words.ts';
import { settledIssues } from '../view/part/decisions.ts';
import type { Desk } from '../view/part/desk.ts';
import { compareSlides } from './compare.ts';
import { fitted, type Slide, type TableSlide } from './slide.ts';
import { overviewSlide, tableSlide, unitSlides } from './table.ts';
import { textsOf } from './texts.ts';
import { trendSlides } from './trend.ts';

/** A view as it was found, or why it is gone. */
export interface ItemSlides {
  readonly item: BriefingItem;
  readonly slides: readonly Slide[];
  /** What was left out or has vanished, in words. */
  readonly remarks: readonly string[];
}

/** Slides from one item make a deck unreadable beyond this. */
const MOST_SLIDES = 12;

/** The slides of one item. Parts of the address that the package no longer has are named. */
export async function slidesOf(desk: Desk, item: BriefingItem): Promise<ItemSlides> {
  const { state, bad, unknown } = resolveUrl(parseUrl(item.query), desk.data);
  const remarks = [...bad, ...unknown].map(({ param, value }) => vi.present.gone(param, value));
  const foreign = parseUrl(item.query).state.package;
  if (foreign && foreign !== desk.data.path) remarks.push(vi.present.otherPackage(foreign));
  const at = { ...desk, state: { ...state, package: desk.state.package } };
  const found = await draw(at);
  const slides = found.map((slide) => ({ ...slide, note: item.note })).flatMap(fitted);
  if (slides.length === 0) remarks.push(vi.present.empty);
  if (slides.length > MOST_SLIDES) remarks.push(vi.present.cut(MOST_SLIDES, slides.length));
  return { item, slides: slides.slice(0, MOST_SLIDES), remarks };
}

async function draw(desk: Desk): Promise<Slide[]> {
  const { state } = desk;
  switch (state.view) {
    case 'compare':
    case 'trend': {
      const slides: Slide[] = [];
      for (const subject of await subjectsOf(desk)) {
        slides.push(
          ...(await (state.view === 'compare' ? compareSlides : trendSlides)(desk, subject)),
        );
      }
      return slides;
    }
    case 'unit':
      return unitSlides(desk);
    case 'table':
      return tableSlide(desk);
    case 'checks': {
      const slide = await checksSlide(desk, state.unit.length > 0 ? state.unit : null);
      return slide ? [slide] : [];
    }
    default:
      return overviewSlide(desk);
  }
}

async function subjectsOf({ data, ask, state }: Desk) {
  const chosen = state.indicator.length > 0 ? state.indicator : null;
  const ids = chosen ?? [defaultSubject(data, await ask({ ask: 'subjects' }))];
  return ids.flatMap((id) => subjectOf(data, id) ?? []);
}

/** What is still to be checked, by unit: neither corrected nor accepted; null where nothing is. */
export async function checksSlide(
  desk: Desk,
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
    without: settledIssues(data),
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
    ...textsOf(desk, vi.present.closing, [], { view: 'checks', unit: [] }),
    footnotes:
      sorted.length > shown.length ? [vi.present.moreUnits(sorted.length - shown.length)] : [],
    columns: [
      { name: vi.column.unit, number: false },
      { name: vi.checks.severityName.error ?? '', number: true },
      { name: vi.checks.severityName.warning ?? '', number: true },
      { name: vi.present.mostly, number: false },
    ],
    rows: shown.map(([unit, row]) => [
      { text: data.units.has(unit) ? unitName(data, unit) : vi.checks.noUnit, bold: true },
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
