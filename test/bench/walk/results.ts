/** Measurements of a run: as a table with ratios to the floor, kept as JSON, beside those of the last kept run. */
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

const KEPT = resolve(import.meta.dirname, '../../output/bench-walk.json');

export const PAGES = ['floor', 'naive', 'dashboard', 'stored'] as const;
export type PageName = (typeof PAGES)[number];

export interface Measured {
  readonly size: string;
  readonly what: string;
  readonly page: PageName;
  readonly unit: 'ms' | 'MB' | 'kB';
  readonly value: number;
}

/** A measurement beside the floor of its own run: what other runs may be compared by. */
interface Compared extends Measured {
  readonly ratio: number | null;
}

/** Worse than this against the last kept run is named: below it, it is the machine. */
const WORSE = 1.25;

/** Prints the table, names what has become worse, and keeps the run; sizes that were not measured stay. */
export async function report(measured: readonly Measured[]): Promise<string> {
  const now = measured.map((item) => ({ ...item, ratio: ratioOf(item, measured) }));
  const before: Compared[] = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, 'utf8')) : [];
  const sizes = [...new Set(now.map(({ size }) => size))];
  const rest = before.filter(({ size }) => !sizes.includes(size));
  await mkdir(dirname(KEPT), { recursive: true });
  await writeFile(KEPT, JSON.stringify([...rest, ...now], null, 1));
  return [...sizes.flatMap((size) => tableOf(size, now)), ...worseThan(before, now)].join('\n');
}

function ratioOf(item: Measured, all: readonly Measured[]): number | null {
  const floor = all.find(
    ({ size, what, page }) => size === item.size && what === item.what && page === 'floor',
  );
  return floor && item.page !== 'floor' ? item.value / floor.value : null;
}

function tableOf(size: string, all: readonly Compared[]): string[] {
  const own = all.filter((item) => item.size === size);
  const what = [...new Set(own.map((item) => item.what))];
  const rows = what.map((name) => [
    name,
    ...PAGES.map((page) => cellOf(own.find((item) => item.what === name && item.page === page))),
  ]);
  const all_ = [[size, ...PAGES], ...rows];
  const widths = ['', ...PAGES].map((_, at) =>
    Math.max(...all_.map((row) => (row[at] ?? '').length)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('   ');
  return ['', ...all_.map(line)];
}

function cellOf(item: Compared | undefined): string {
  if (!item) return '–';
  const text = `${item.value < 10 ? item.value.toFixed(1) : Math.round(item.value)} ${item.unit}`;
  return item.ratio === null ? text : `${text} (${item.ratio.toFixed(2)} ×)`;
}

function worseThan(before: readonly Compared[], now: readonly Compared[]): string[] {
  const lines = now.flatMap((item) => {
    const then = before.find(
      ({ size, what, page }) => size === item.size && what === item.what && page === item.page,
    );
    const [a, b] = [then && comparable(then), comparable(item)];
    if (!a || !b || b / a < WORSE) return [];
    return [
      `worse than the last kept run: ${item.size}, ${item.what}, ${item.page}: ${a.toFixed(2)} → ${b.toFixed(2)}`,
    ];
  });
  return [
    '',
    ...(lines.length > 0
      ? lines
      : before.length > 0
        ? ['nothing is worse than in the last kept run']
        : []),
  ];
}

/** Ratios; bytes and megabytes as they are; milliseconds of another run say nothing. */
function comparable({ ratio, unit, value }: Compared): number | null {
  return ratio ?? (unit === 'ms' ? null : value);
}
