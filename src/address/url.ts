/**
 * The URL is the state: every screen can be linked, and a link made by others must work.
 *
 * Reading a parameter gives a valid value, a missing one, or an invalid one with its reason; only what differs
 * from the defaults is written.
 */

import { type FigureRef, formatRef, parseRef } from '../model/figure-ref.ts';
import { SEVERITIES, type Severity } from '../model/issue.ts';
import { isBelow } from '../model/path.ts';
import { AGAINST, type Against } from '../model/statistics/decomposition.ts';
import { ORDERS, type Order } from '../model/statistics/order.ts';
import { type Base, isBaseWord, YEAR_BEFORE } from '../model/time/base.ts';
import type { Grain } from '../model/time/period.ts';
import { BASES, type Basis } from '../model/tree/lineage.ts';
import { WEIGHTS, type Weight } from '../model/visit/ranking.ts';
import { LANGUAGES, type Language } from '../model/writing/language.ts';
import { migrated } from './migrations.ts';
import {
  type ChosenPeriod,
  chosenCode,
  formatPeriodChoice,
  LATEST,
  parsePeriodChoice,
} from './period-choice.ts';

export const VIEWS = [
  'overview',
  'compare',
  'trend',
  'unit',
  'table',
  'checks',
  'import',
  'present',
  'system',
  'explain',
] as const;
export type View = (typeof VIEWS)[number];

/** Columns of the data table, in their order; `sort` and `columns` name them. */
export const TABLE_COLUMNS = [
  'unit',
  'body',
  'group',
  'indicator',
  'period',
  'breakdown',
  'category',
  'kind',
  'value',
  'numerator',
  'denominator',
  'reported',
  'status',
  'flags',
  'source',
  'locator',
] as const;
export type TableColumn = (typeof TABLE_COLUMNS)[number];

/** How the page is drawn: for a reader, or for a room. */
export const SIZES = ['normal', 'large'] as const;
export const THEMES = ['light', 'dark'] as const;

export const GRAINS = ['month', 'quarter', 'half', 'nine_months', 'year', 'any'] as const;

/** How a comparison is drawn (the first screen, too, as a `map`), two indicators (`scatter`), a profile (`spine`, `multiples`). */
export const CHARTS = ['bars', 'funnel', 'change', 'map', 'scatter', 'spine', 'multiples'] as const;
export type Chart = (typeof CHARTS)[number];

/** What the table of the first screen holds: results, or how far they are from their targets. */
export const SHOWN = ['results', 'targets'] as const;
export type Shown = (typeof SHOWN)[number];

/** What a screen is told by the URL; lists are empty and texts '' where nothing was said. */
export interface UrlState {
  readonly package: string;
  readonly view: View;
  readonly indicator: readonly string[];
  readonly unit: readonly string[];
  readonly under: string;
  /** Units of this level, by what the units below them add up to; '' = not said: units as they report. */
  readonly level: string;
  /** Boundaries of today, or of the time of each report. */
  readonly basis: Basis;
  readonly period: ChosenPeriod;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  /** null = not said: the empty body, else each by itself. */
  readonly body: string | null;
  readonly peers: readonly string[];
  readonly tolerance: number;
  /** The number whose origin is shown. */
  readonly open: FigureRef | null;
  readonly code: readonly string[];
  readonly severity: readonly Severity[];
  readonly source: string;
  readonly q: string;
  /** Column id, "-" before it for descending. */
  readonly sort: string;
  readonly columns: readonly string[];
  /** Of a comparison: how it is drawn, in which order, and whether with the reach of chance. */
  readonly chart: Chart;
  readonly order: Order;
  readonly intervals: boolean;
  /** What changes are told against: the year before, the period before, or the code of a period. */
  readonly base: Base;
  /** Of an explanation: what a rate is held against. */
  readonly against: Against;
  readonly embed: boolean;
  /** The note to a unit instead of the list of its issues. */
  readonly note: boolean;
  /** What the order of units that need a visit rests on. */
  readonly visits: Weight;
  readonly show: Shown;
  /** '' = not said: that of the site. */
  readonly lang: Language | '';
  readonly size: (typeof SIZES)[number];
  readonly theme: (typeof THEMES)[number];
}

export type Param = keyof UrlState;

export const DEFAULTS: UrlState = {
  package: '',
  view: 'overview',
  indicator: [],
  unit: [],
  under: '',
  level: '',
  basis: 'then',
  period: LATEST,
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
  peers: [],
  tolerance: 0,
  open: null,
  code: [],
  severity: [],
  source: '',
  q: '',
  sort: '',
  columns: [],
  chart: 'bars',
  order: 'worst',
  intervals: true,
  base: YEAR_BEFORE,
  against: 'year',
  embed: false,
  note: false,
  visits: 'all',
  show: 'results',
  lang: '',
  size: 'normal',
  theme: 'light',
};

/** How a page looks is its reader's own: what is taken along does not carry it. */
export const PLAIN_LOOK = { size: DEFAULTS.size, theme: DEFAULTS.theme } as const;

export interface BadParam {
  readonly param: Param;
  readonly value: string;
}

export interface ParsedUrl {
  readonly state: UrlState;
  readonly bad: readonly BadParam[];
}

type Reader<K extends Param> = (text: string) => UrlState[K] | undefined;

const text = (value: string) => value;
const list = (value: string) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean);
const member =
  <T extends string>(values: readonly T[]) =>
  (value: string): T | undefined =>
    values.find((candidate) => candidate === value);

interface Rule<K extends Param> {
  /** `undefined` means that the value cannot be used. */
  readonly read: Reader<K>;
  /** Until what changes it is kept (reset.ts): the screen, the package, or always. */
  readonly lasts: 'view' | 'package' | 'always';
}

/** Every parameter, in the order in which an address names them. */
export const PARAMS: { readonly [K in Param]: Rule<K> } = {
  package: {
    read: (value) => (value === 'local' || isBelow(value) ? value.replace(/\/+$/, '') : undefined),
    lasts: 'always',
  },
  view: { read: member(VIEWS), lasts: 'always' },
  indicator: { read: list, lasts: 'package' },
  period: { read: (value) => parsePeriodChoice(value) ?? undefined, lasts: 'package' },
  unit: { read: list, lasts: 'package' },
  under: { read: text, lasts: 'package' },
  level: { read: text, lasts: 'package' },
  basis: { read: member(BASES), lasts: 'package' },
  grain: { read: member(GRAINS), lasts: 'always' },
  breakdown: { read: text, lasts: 'package' },
  category: { read: text, lasts: 'package' },
  body: { read: text, lasts: 'package' },
  peers: { read: list, lasts: 'package' },
  tolerance: {
    read: (value) => (/^\d{1,2}$/.test(value) ? Number(value) : undefined),
    lasts: 'always',
  },
  open: { read: (value) => parseRef(value) ?? undefined, lasts: 'view' },
  code: { read: list, lasts: 'package' },
  severity: {
    read: (value) => {
      const known = list(value).map(member(SEVERITIES));
      return known.every((item) => item !== undefined) ? (known as Severity[]) : undefined;
    },
    lasts: 'always',
  },
  source: { read: text, lasts: 'package' },
  q: { read: text, lasts: 'package' },
  sort: {
    read: (value) => (isColumn(value.replace(/^-/, '')) ? value : undefined),
    lasts: 'always',
  },
  columns: {
    read: (value) => (list(value).every(isColumn) ? list(value) : undefined),
    lasts: 'always',
  },
  chart: { read: member(CHARTS), lasts: 'view' },
  order: { read: member(ORDERS), lasts: 'always' },
  intervals: { read: readSwitch, lasts: 'always' },
  base: { read: readBase, lasts: 'package' },
  against: { read: member(AGAINST), lasts: 'view' },
  embed: { read: readSwitch, lasts: 'always' },
  note: { read: readSwitch, lasts: 'view' },
  visits: { read: member(WEIGHTS), lasts: 'always' },
  show: { read: member(SHOWN), lasts: 'view' },
  lang: { read: member(LANGUAGES), lasts: 'always' },
  size: { read: member(SIZES), lasts: 'always' },
  theme: { read: member(THEMES), lasts: 'always' },
};

/** Reads a query string; what cannot be used is left at its default and named in `bad`. */
export function parseUrl(search: string): ParsedUrl {
  const params = migrated(search);
  const bad: BadParam[] = [];
  const said: Partial<Record<Param, unknown>> = {};
  for (const param of Object.keys(PARAMS) as Param[]) {
    const value = params.get(param);
    if (value === null || value === '') continue;
    const read = PARAMS[param].read(value);
    if (read === undefined) bad.push({ param, value });
    else said[param] = read;
  }
  return { state: { ...DEFAULTS, ...said } as UrlState, bad };
}

/** The query string of a state, "?" included; '' for all defaults. Readable: "," "~" "/" stay as they are. */
export function formatUrl(state: UrlState): string {
  const pairs = (Object.keys(PARAMS) as Param[]).flatMap((param) => {
    const value = writeParam(param, state);
    if (value === writeParam(param, DEFAULTS)) return [];
    return `${param}=${encodeURIComponent(value).replace(/%(2C|7E|2F)/g, decodeURIComponent)}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function writeParam(param: Param, state: UrlState): string {
  if (param === 'period') return formatPeriodChoice(state.period);
  if (param === 'open') return state.open ? formatRef(state.open) : '';
  const value = state[param];
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}

function isColumn(id: string): boolean {
  return (TABLE_COLUMNS as readonly string[]).includes(id);
}

function readBase(value: string): Base | undefined {
  if (isBaseWord(value)) return value;
  const choice = parsePeriodChoice(value);
  return (choice && chosenCode(choice)) || undefined;
}

function readSwitch(value: string): boolean | undefined {
  return value === '1' ? true : value === '0' ? false : undefined;
}
