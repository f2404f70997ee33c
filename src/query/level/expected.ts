/** How many reports were to come: the "N" of "k/N đơn vị đã báo cáo". */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';

/** Units that `sources` lists, by period. */
export type Listed = ReadonlyMap<string, ReadonlySet<string>>;

export function listedReports(data: Dataset): Listed {
  const listed = new Map<string, Set<string>>();
  for (const { period, unit } of data.sources.values()) {
    if (!listed.has(period)) listed.set(period, new Set());
    listed.get(period)?.add(unit);
  }
  return listed;
}

/**
 * Of some units those that were to report for a period: the ones that `sources` lists, and those that have a figure
 * for it all the same (derived from other reports); where none is listed, all of them.
 */
export function expectedOf(
  listed: Listed,
  period: string,
  members: readonly string[],
  told: Iterable<string>,
): number {
  const known = listed.get(period);
  const expected = members.filter((unit) => known?.has(unit));
  return new Set([...(expected.length > 0 ? expected : members), ...told]).size;
}

/** A unit has said something: a number, one that is not published, that nothing arose, that it does not apply. */
export function isTold({ value, absence }: Figure): boolean {
  return (
    value !== null ||
    absence === 'SUPPRESSED' ||
    absence === 'NOTHING_AROSE' ||
    absence === 'NOT_APPLICABLE'
  );
}
