/**
 * The URL is the state: every screen can be linked, and a link made by others must work.
 *
 * Reading a parameter gives a valid value, a missing one, or an invalid one with its reason; only what differs
 * from the defaults is written.
 */
import { SEVERITIES, type Severity } from '../model/issue.ts';
import { type Grain, parsePeriod } from '../model/time/period.ts';

export const VIEWS = [
  'overview',
  'compare',
  'trend',
  'unit',
  'table',
  'checks',
  'imports',
  'present',
  'system',
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

export const GRAINS = ['month', 'quarter', 'half', 'nine_months', 'year', 'any'] as const;

/** What a screen is told by the URL; lists are empty and texts '' where nothing was said. */
export interface UrlState {
  readonly package: string;
  readonly view: View;
  readonly indicator: readonly string[];
  readonly unit: readonly string[];
  readonly under: string;
  /** "latest", a canonical code, or "A..B". */
  readonly period: string;
  readonly grain: Grain | 'any';
  readonly breakdown: string;
  readonly category: string;
  /** null = not said: the empty body, else each by itself. */
  readonly body: string | null;
  readonly peers: readonly string[];
  readonly tolerance: number;
  /** "unit~period~indicator~category". */
  readonly open: string;
  readonly code: readonly string[];
  readonly severity: readonly Severity[];
  readonly source: string;
  readonly q: string;
  /** Column id, "-" before it for descending. */
  readonly sort: string;
  readonly columns: readonly string[];
  readonly embed: boolean;
  /** The note to a unit instead of the list of its issues. */
  readonly note: boolean;
  readonly lang: string;
}

export type Param = keyof UrlState;

export const DEFAULTS: UrlState = {
  package: '',
  view: 'overview',
  indicator: [],
  unit: [],
  under: '',
  period: 'latest',
  grain: 'any',
  breakdown: '',
  category: '',
  body: null,
  peers: [],
  tolerance: 0,
  open: '',
  code: [],
  severity: [],
  source: '',
  q: '',
  sort: '',
  columns: [],
  embed: false,
  note: false,
  lang: 'vi',
};

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

/** A parameter's reader; `undefined` means that the value cannot be used. */
const READERS: { readonly [K in Param]: Reader<K> } = {
  package: (value) =>
    value === 'local' || isSitePath(value) ? value.replace(/\/+$/, '') : undefined,
  view: member(VIEWS),
  indicator: list,
  period: readPeriodChoice,
  unit: list,
  under: text,
  grain: member(GRAINS),
  breakdown: text,
  category: text,
  body: text,
  peers: list,
  tolerance: (value) => (/^\d{1,2}$/.test(value) ? Number(value) : undefined),
  open: (value) => (value.split('~').length === 4 ? value : undefined),
  code: list,
  severity: (value) => {
    const known = list(value).map(member(SEVERITIES));
    return known.every((item) => item !== undefined) ? (known as Severity[]) : undefined;
  },
  source: text,
  q: text,
  sort: (value) => (isColumn(value.replace(/^-/, '')) ? value : undefined),
  columns: (value) => (list(value).every(isColumn) ? list(value) : undefined),
  embed: readSwitch,
  note: readSwitch,
  lang: (value) => (value === 'vi' ? value : undefined),
};

/** Reads a query string; what cannot be used is left at its default and named in `bad`. */
export function parseUrl(search: string): ParsedUrl {
  const params = new URLSearchParams(search);
  const bad: BadParam[] = [];
  const said: Partial<Record<Param, unknown>> = {};
  for (const param of Object.keys(READERS) as Param[]) {
    const value = params.get(param);
    if (value === null || value === '') continue;
    const read = READERS[param](value);
    if (read === undefined) bad.push({ param, value });
    else said[param] = read;
  }
  return { state: { ...DEFAULTS, ...said } as UrlState, bad };
}

/** The query string of a state, "?" included; '' for all defaults. Readable: "," "~" "/" stay as they are. */
export function formatUrl(state: UrlState): string {
  const pairs = (Object.keys(READERS) as Param[]).flatMap((param) => {
    const value = writeParam(state[param]);
    if (value === writeParam(DEFAULTS[param])) return [];
    return `${param}=${encodeURIComponent(value).replace(/%(2C|7E|2F)/g, decodeURIComponent)}`;
  });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

function writeParam(value: UrlState[Param]): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  return Array.isArray(value) ? value.join(',') : String(value);
}

function isColumn(id: string): boolean {
  return (TABLE_COLUMNS as readonly string[]).includes(id);
}

/** A path below the site: relative, no scheme, no "..". */
function isSitePath(path: string): boolean {
  const plain = /^[\p{L}\p{N}._ -]+(\/[\p{L}\p{N}._ -]+)*\/?$/u.test(path);
  return plain && !path.split('/').some((part) => part === '..' || part === '.');
}

function readSwitch(value: string): boolean | undefined {
  return value === '1' ? true : value === '0' ? false : undefined;
}

function readPeriodChoice(value: string): string | undefined {
  if (value === 'latest') return value;
  try {
    const ends = value.split('..').map(parsePeriod);
    const [from, to = from] = ends;
    const forward = from !== undefined && to !== undefined && from.start <= to.end;
    return ends.length <= 2 && forward ? ends.map((end) => end.code).join('..') : undefined;
  } catch {
    return undefined;
  }
}
