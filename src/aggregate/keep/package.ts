/** Figures of areas → partitions by year, and the package around them. */
import type { FileAccess } from '../../ingest/file/files.ts';
import { readBase } from '../../intake/keep/base.ts';
import { packageCsv } from '../../intake/keep/csv.ts';
import { type NewSource, packageFiles } from '../../intake/keep/package.ts';
import type { RecordFigure } from '../../record/figures.ts';
import { AggregationError } from '../fault.ts';
import type { Plan } from '../plan.ts';
import type { Partition, StagedFile, Staging } from './folder.ts';

const COLUMNS = ['unit', 'period', 'measure', 'breakdown', 'category', 'value', 'source'] as const;
/** The document of all figures: what was counted is no report. */
const SOURCE = 'ban-ghi';

/** One file a year; the same figures give the same bytes. */
export function partitionsOf(
  area: string,
  figures: readonly RecordFigure[],
  years: readonly string[],
): StagedFile[] {
  return years.flatMap((year) => {
    const own = sorted(figures.filter(({ period }) => period.startsWith(year)));
    if (own.length === 0) return [];
    const rows = own.map((figure) => ({ ...figure, source: SOURCE }));
    const path = `observations/${area}/${year}.csv`;
    return [{ path, rows: rows.length, bytes: packageCsv(COLUMNS, rows) }];
  });
}

function sorted(figures: readonly RecordFigure[]): RecordFigure[] {
  const keyed = figures.map((figure) => {
    const { unit, period, measure, breakdown, category } = figure;
    return { figure, key: `${unit} ${period} ${measure} ${breakdown} ${category}` };
  });
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ figure }) => figure);
}

export interface Wrapping {
  readonly plan: Plan;
  readonly base: string;
  readonly access: FileAccess;
  readonly today: string;
  readonly partitions: readonly Partition[];
}

/** Everything beside the partitions, the descriptor last. */
export async function writePackage(staging: Staging, wrapping: Wrapping): Promise<void> {
  const { plan, base, access, today, partitions } = wrapping;
  if (partitions.length === 0) throw new AggregationError('table', 'nothing was counted');
  const { name, title, parts, whole } = plan.wish;
  const files = packageFiles({
    ...{ name, title, created: today, drafts: [], records: [], mappings: [] },
    place: { parts, whole },
    base: await readBase(base, access, false),
    sources: [sourceOf(plan, today)],
    declared: { units: [], measures: [], indicators: [] },
  });
  for (const [path, bytes] of files) if (path !== DESCRIPTOR) await staging.write(path, bytes);
  await staging.sweep(
    plan.areas.map(({ area }) => area),
    new Set([...files.keys(), ...partitions.map(({ path }) => path)]),
  );
  await staging.write(DESCRIPTOR, withPartitions(files.get(DESCRIPTOR), plan, partitions));
}

const DESCRIPTOR = 'datapackage.json';

/** `records` says that it was counted; the records themselves stay where they are. */
function sourceOf({ definition, wish, survey }: Plan, today: string): NewSource {
  const [from, to] = [survey.coverage.from, survey.coverage.to].map(
    (month) => `${month.slice(5)}/${month.slice(0, 4)}`,
  );
  return {
    ...{ source: SOURCE, unit: '', period: '', signedOn: '', receivedOn: today },
    title: `${definition.name}: ${wish.title} (${from}–${to})`,
    ...{ file: '', remark: '' },
    record: definition.record,
    records: `records/${definition.record}`,
  };
}

function withPartitions(
  bytes: Uint8Array | undefined,
  { wish }: Plan,
  partitions: readonly Partition[],
): Uint8Array {
  const described = JSON.parse(new TextDecoder().decode(bytes));
  const observations = {
    name: 'observations',
    path: partitions.map(({ path }) => path),
    format: 'csv',
    bytes: partitions.map((file) => file.bytes),
    hash: partitions.map(({ hash }) => `sha256:${hash}`),
  };
  const resources = [...described.resources, observations];
  const { keywords } = wish;
  const more = keywords.length > 0 ? { keywords } : {};
  return new TextEncoder().encode(
    `${JSON.stringify({ ...described, ...more, resources }, null, 2)}\n`,
  );
}
