/** The fixed resources and columns of a package (DESIGN, "Data package"). */
import { CHANGE_KINDS, DIRECTIONS, TEMPORALS } from '../model/catalogue.ts';
import { BOUNDS, KINDS, STATUSES } from '../model/observation.ts';

export type FieldType = 'id' | 'code' | 'text' | 'number' | 'day' | 'moment' | 'period';

/**
 * `id`: of a measure, indicator, breakdown or category; `code`: of a unit or source; `day`: "2023-05-26";
 * `moment`: a day or a month.
 */
export interface Field {
  readonly type: FieldType;
  /** The column must be there and no row may leave it empty. */
  readonly required?: boolean;
  /** Allowed values; the empty text must be listed where it is allowed. */
  readonly values?: readonly string[];
  /** Numbers must be greater than this, or not less than that. */
  readonly above?: number;
  readonly least?: number;
  /** What an absent column or an empty cell stands for. */
  readonly default?: string;
  /** A bad value costs the cell ("cell") or the whole row ("row", the default). */
  readonly onBad?: 'cell' | 'row';
}

export type Schema = Readonly<Record<string, Field>>;

const text: Field = { type: 'text' };
const code: Field = { type: 'code', required: true };
const id: Field = { type: 'id', required: true };
const optionalCode: Field = { type: 'code', onBad: 'cell' };
const optionalId: Field = { type: 'id' };
const number: Field = { type: 'number', onBad: 'cell' };
const atLeastZero: Field = { type: 'number', onBad: 'cell', least: 0 };
const day: Field = { type: 'day', onBad: 'cell' };

export const SCHEMAS = {
  units: {
    unit: code,
    name: text,
    kind: text,
    level: { type: 'text', default: 'commune' },
    parent: { type: 'code', onBad: 'cell' },
    code: text,
    valid_from: day,
    valid_to: day,
    aliases: text,
  },
  unit_changes: {
    date: { type: 'day', required: true },
    kind: { type: 'text', values: CHANGE_KINDS },
    from_unit: code,
    to_unit: optionalCode,
    share: atLeastZero,
    source: optionalCode,
  },
  sources: {
    source: code,
    unit: optionalCode,
    number: text,
    title: text,
    issuer: text,
    signed_on: { type: 'moment', onBad: 'cell' },
    period: { type: 'period', onBad: 'cell' },
    cutoff: { type: 'text', values: ['calendar', 'day14'], default: 'calendar', onBad: 'cell' },
    due_on: day,
    received_on: day,
    file: text,
    remark: text,
  },
  measures: {
    measure: id,
    name: text,
    name_en: text,
    unit_label: text,
    temporal: { type: 'text', values: TEMPORALS, default: 'flow' },
    opens: optionalId,
    min_count: atLeastZero,
    group: text,
  },
  indicators: {
    indicator: id,
    group: text,
    name: text,
    name_en: text,
    short_name: text,
    numerator: text,
    denominator: text,
    scale: { type: 'number', default: '1', above: 0 },
    decimals: { type: 'number', default: '1', onBad: 'cell', least: 0 },
    direction: { type: 'text', values: DIRECTIONS, default: 'none', onBad: 'cell' },
    definition: text,
    basis: text,
    min_gap: atLeastZero,
  },
  categories: {
    breakdown: id,
    category: id,
    name: text,
    name_en: text,
    position: number,
  },
  identities: {
    identity: id,
    total: { type: 'text', required: true },
    relation: { type: 'text', values: ['=', '<='], default: '=' },
    parts: text,
    breakdown: text,
    use: { type: 'text', values: ['check', 'derive'], default: 'check' },
    remark: text,
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
    locator: text,
    printed: text,
    note: text,
  },
  findings: {
    source: optionalCode,
    locator: text,
    unit: { type: 'code' },
    period: { type: 'period', onBad: 'cell' },
    measure: { type: 'id' },
    code: { type: 'text', required: true },
    note: text,
  },
  decisions: {
    issue: { type: 'text', required: true },
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
  code: /^[a-z0-9][a-z0-9-]*$/,
  number: /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/,
} as const;
