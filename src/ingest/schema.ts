/** The fixed resources and columns of a package (docs/package.md). */
import { CHANGE_KINDS, DIRECTIONS, TEMPORALS } from '../model/catalogue.ts';
import { BOUNDS, KINDS, STATUSES } from '../model/observation.ts';
import { RECORD_COLUMN_TYPES } from '../model/record/definition.ts';

export type FieldType =
  | 'id'
  | 'joined'
  | 'code'
  | 'either'
  | 'text'
  | 'number'
  | 'day'
  | 'moment'
  | 'period';

/**
 * `id`: of a measure or indicator; `joined`: of one breakdown or category, or of several ("a*b"); `code`: of a unit
 * or source; `either`: of an identity;
 * `day`: "2023-05-26"; `moment`: a day or a month.
 */
export interface Field {
  readonly type: FieldType;
  /** `column`: it must be there and no row may leave it empty; `cell`: a row without it is set aside. */
  readonly required?: 'column' | 'cell';
  /** Allowed values; the empty text must be listed where it is allowed. */
  readonly values?: readonly string[];
  /** Numbers must be greater than this, not less or more than that, without decimals. */
  readonly above?: number;
  readonly least?: number;
  readonly most?: number;
  readonly whole?: true;
  /** Characters of a text; what goes beyond is cut with a note. */
  readonly longest?: number;
  /** Characters that docs/package.md allows; more are kept, with a note. */
  readonly agreed?: number;
  /** What an absent column or an empty cell stands for. */
  readonly default?: string;
  /** A bad value costs the cell ("cell") or the whole row ("row", the default). */
  readonly onBad?: 'cell' | 'row';
}

export type Schema = Readonly<Record<string, Field>>;

const text: Field = { type: 'text' };
/** Stands in headings, axes and lists. */
const name: Field = { type: 'text', longest: 300 };
/** Cut, it would mean something else. */
const formula: Field = { type: 'text', longest: Number.POSITIVE_INFINITY };
const code: Field = { type: 'code', required: 'column' };
const id: Field = { type: 'id', required: 'column' };
const optionalCode: Field = { type: 'code', onBad: 'cell' };
const optionalId: Field = { type: 'id' };
const number: Field = { type: 'number', onBad: 'cell' };
const atLeastZero: Field = { type: 'number', onBad: 'cell', least: 0 };
const day: Field = { type: 'day', onBad: 'cell' };
const tile: Field = { ...atLeastZero, whole: true, most: 99 };

export const SCHEMAS = {
  units: {
    unit: code,
    name,
    kind: name,
    level: { ...name, default: 'commune' },
    parent: { type: 'code', onBad: 'cell' },
    code: text,
    valid_from: day,
    valid_to: day,
    aliases: text,
    tile_row: tile,
    tile_column: tile,
  },
  unit_changes: {
    date: { type: 'day', required: 'cell' },
    kind: { type: 'text', values: CHANGE_KINDS },
    from_unit: { type: 'code', required: 'cell' },
    to_unit: optionalCode,
    share: { ...atLeastZero, most: 1 },
    source: optionalCode,
  },
  sources: {
    source: code,
    unit: optionalCode,
    number: name,
    title: name,
    issuer: name,
    signed_on: { type: 'moment', onBad: 'cell' },
    period: { type: 'period', onBad: 'cell' },
    cutoff: { type: 'text', values: ['calendar', 'day14'], default: 'calendar', onBad: 'cell' },
    due_on: day,
    received_on: day,
    file: text,
    remark: text,
    records: text,
  },
  measures: {
    measure: id,
    name,
    name_en: name,
    unit_label: name,
    temporal: { type: 'text', values: TEMPORALS, default: 'flow' },
    opens: optionalId,
    min_count: { ...atLeastZero, whole: true },
    group: name,
  },
  indicators: {
    indicator: id,
    group: name,
    name,
    name_en: name,
    short_name: name,
    numerator: formula,
    denominator: formula,
    scale: { type: 'number', default: '1', above: 0 },
    decimals: { type: 'number', default: '1', onBad: 'cell', least: 0, most: 6, whole: true },
    direction: { type: 'text', values: DIRECTIONS, default: 'none', onBad: 'cell' },
    definition: text,
    basis: text,
    min_gap: atLeastZero,
  },
  categories: {
    breakdown: { type: 'joined', required: 'column' },
    category: { type: 'joined', required: 'column' },
    name,
    name_en: name,
    position: number,
  },
  identities: {
    identity: { type: 'either', required: 'column' },
    total: formula,
    relation: { type: 'text', values: ['=', '<='], default: '=' },
    parts: formula,
    breakdown: { type: 'joined' },
    use: { type: 'text', values: ['check', 'derive'], default: 'check' },
    remark: text,
  },
  records: { record: id, name, name_en: name },
  record_columns: {
    record: id,
    column: id,
    type: { type: 'text', values: RECORD_COLUMN_TYPES, default: 'text' },
    breakdown: { type: 'id' },
    name,
    name_en: name,
    words: formula,
  },
  record_measures: {
    record: id,
    measure: id,
    event: { type: 'id', required: 'cell' },
    until: { type: 'id' },
    filter: formula,
    breakdown: { type: 'id' },
    value: { type: 'id' },
  },
  observations: {
    unit: code,
    body: { type: 'id' },
    period: { type: 'period' },
    measure: id,
    breakdown: text,
    category: text,
    kind: { type: 'text', values: KINDS, default: '' },
    value: { type: 'number' },
    bound: { type: 'text', values: BOUNDS, default: '' },
    status: { type: 'text', values: STATUSES, default: 'A' },
    as_of: day,
    source: optionalCode,
    locator: name,
    printed: { ...name, agreed: 40 },
    note: text,
  },
  findings: {
    source: optionalCode,
    locator: name,
    unit: { type: 'code' },
    period: { type: 'period', onBad: 'cell' },
    measure: { type: 'id' },
    code: { type: 'text', required: 'cell' },
    note: text,
  },
  decisions: {
    issue: { type: 'text', required: 'column' },
    decision: { type: 'text', values: ['sent', 'corrected', 'accepted'] },
    on: day,
    note: text,
  },
} as const satisfies Record<string, Schema>;

export type ResourceName = keyof typeof SCHEMAS;

/** Columns that must exist although a row may leave them empty (a status can stand for a value). */
export const NEEDED_COLUMNS: Partial<Record<ResourceName, readonly string[]>> = {
  observations: ['value'],
};

export function isResourceName(name: string): name is ResourceName {
  return Object.hasOwn(SCHEMAS, name);
}

export const PATTERNS = {
  id: /^[a-z][a-z0-9_]*$/,
  joined: /^[a-z][a-z0-9_]*(\*[a-z][a-z0-9_]*)*$/,
  code: /^[a-z0-9][a-z0-9-]*$/,
  either: /^([a-z][a-z0-9_]*|[a-z0-9][a-z0-9-]*)$/,
  number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/,
} as const;
