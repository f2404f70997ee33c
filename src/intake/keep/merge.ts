/** New figures beside those of a package, key by key: nothing vanishes without a word. */
import type { Draft } from '../shape/draft.ts';
import { draftKey } from '../shape/draft.ts';
import { type Base, rowsIn } from './base.ts';

export type ChangeKind = 'added' | 'changed' | 'unchanged' | 'withdrawn';

/** What an import does to one figure of the package. */
export interface Change {
  readonly kind: ChangeKind;
  /** Of the statement, beside its document. */
  readonly key: string;
  readonly unit: string;
  readonly period: string;
  readonly measure: string;
  readonly category: string;
  /** As it stood, and in which document; null and '' where nothing stood. */
  readonly before: number | null;
  readonly sourceBefore: string;
  readonly after: number | null;
  readonly sourceAfter: string;
  /** The value is the same, but not its bound, its status or its day. */
  readonly isRestated?: true;
}

const KEY = ['unit', 'body', 'period', 'measure', 'breakdown', 'category', 'kind'] as const;

/** What is said of a value besides itself. */
const ABOUT = ['bound', 'status', 'as_of'] as const;

const aboutIn = (row: Readonly<Record<string, unknown>>) =>
  JSON.stringify(ABOUT.map((column) => String(row[column] ?? '') || WITHOUT[column]));

const WITHOUT = { bound: '', status: 'A', as_of: '' };

function keyIn(row: Readonly<Record<string, unknown>>): string {
  const { unit, body, period, measure, breakdown, category, kind } = row;
  return `${unit}~${body}~${period}~${measure}~${breakdown}~${category}~${kind}`;
}

/** A statement of the package, and what decides whether it is the one that is shown. */
interface Stands {
  readonly value: number | null;
  readonly source: string;
  readonly about: string;
  readonly isCounted: boolean;
  readonly signedOn: string;
}

const signedIn = (base: Base) =>
  new Map(
    rowsIn(base.tables.get('sources'), ['source', 'signed_on']).map((row) => [
      String(row.source),
      String(row.signed_on),
    ]),
  );

/** Of several statements of one key a value stands, a printed one, the latest signed one, the first (docs/figures.md, 3). */
function stands(one: Stands, other: Stands | undefined): boolean {
  if (!other) return true;
  if ((one.value === null) !== (other.value === null)) return other.value === null;
  if (one.isCounted !== other.isCounted) return other.isCounted;
  return one.signedOn > other.signedOn;
}

/**
 * Compares the drafts with the statements of the base.
 *
 * @param sourceOf the document that each sheet becomes; one that the base has already is replaced as a whole
 */
export function changesOf(
  drafts: readonly Draft[],
  base: Base,
  sourceOf: (sheet: number) => string,
): Change[] {
  const rows = rowsIn(base.tables.get('observations'), [...KEY, 'value', 'source', ...ABOUT]);
  const replaced = new Set(drafts.map(({ sheet }) => sourceOf(sheet)));
  const before = new Map<string, Stands>();
  const signed = signedIn(base);
  const own = new Map<string, Stands & { row: Record<string, unknown> }>();
  for (const row of rows) {
    const key = keyIn(row);
    const stated: Stands = {
      value: typeof row.value === 'number' ? row.value : null,
      source: String(row.source ?? ''),
      about: aboutIn(row),
      isCounted: row.status === 'E',
      signedOn: signed.get(String(row.source)) ?? '',
    };
    if (replaced.has(stated.source)) own.set(`${stated.source}~${key}`, { ...stated, row });
    else if (stands(stated, before.get(key))) before.set(key, stated);
  }
  const changes = drafts.map((draft): Change => {
    const key = draftKey(draft);
    const source = sourceOf(draft.sheet);
    const known = own.get(`${source}~${key}`) ?? before.get(key);
    own.delete(`${source}~${key}`);
    const kind =
      known === undefined ? 'added' : known.value === draft.value ? 'unchanged' : 'changed';
    const { unit, period, measure, category } = draft;
    const isRestated =
      kind === 'unchanged' && known?.about !== aboutIn({ ...draft, as_of: draft.asOf });
    return {
      ...{ kind, key, unit, period, measure, category },
      ...(isRestated ? { isRestated: true as const } : {}),
      before: known?.value ?? null,
      sourceBefore: known?.source ?? '',
      after: draft.value,
      sourceAfter: source,
    };
  });
  const withdrawn = [...own.values()].map(({ value, source, row }): Change => {
    const text = (column: string) => String(row[column] ?? '');
    const place = {
      unit: text('unit'),
      period: text('period'),
      measure: text('measure'),
      category: text('category'),
    };
    return {
      kind: 'withdrawn',
      key: keyIn(row),
      ...place,
      before: value,
      sourceBefore: source,
      after: null,
      sourceAfter: '',
    };
  });
  return [...changes, ...withdrawn];
}
