/**
 * How far the dashboard is from instant (`npm run bench`; `BENCH_SIZES=5k npx vitest run --mode bench instant` for the
 * small package alone, `5k,760,1m,10m` for all; 760 is that many units in one comparison): beside a page of bare React
 * and Recharts with its rows inside (the floor) and a naive page over DuckDB-WASM. Everything in one run; only ratios to
 * the floor of that run mean something. `BENCH_PAGES=floor,stored` leaves the others out. Nothing is asserted about
 * time; every picture of the walk is held against native DuckDB.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type StaticServer, serveFolder } from '../support/server.ts';
import { spreadOf } from './measure.ts';
import { readSitePackage, runInNode } from './node.ts';
import { type Ground, makeGround } from './walk/ground.ts';
import { askNative } from './walk/native.ts';
import {
  chosenPlans,
  firstSight,
  randomWalk,
  type Sight,
  trendWalk,
  type WalkPlan,
} from './walk/plan.ts';
import { type Measured, PAGES, type PageName, report } from './walk/results.ts';
import { bytesBefore, openAgain, openCold, type Subject, type Walked, walk } from './walk/visit.ts';

const PLANS = chosenPlans();
const CHOSEN = (process.env.BENCH_PAGES ?? PAGES.join()).split(',');

let ground: Ground;
let server: StaticServer;
const measured: Measured[] = [];

beforeAll(async () => {
  ground = await makeGround(PLANS);
  server = await serveFolder(ground.folder);
});

afterAll(async () => {
  await server?.close();
  await ground?.remove();
  if (measured.length > 0) process.stdout.write(`${await report(measured)}\n`);
});

test.each(PLANS)('$name', async (plan) => {
  const note = noteFor(plan.name);
  const pages = subjectsOf(plan).filter(([page]) => CHOSEN.includes(page));
  const start = firstSight(plan);
  const native = await askNative(dataOf(plan), randomWalk(plan));
  for (const [page, subject] of pages) {
    await measureOpening(plan, page, subject);
    const walked = await walk(subject, [start, ...randomWalk(plan)]);
    noteSpread(note, 'change', page, walked.times);
    expectFigures(walked, native.values);
    if (plan.hasTrends) {
      const trends = await walk(subject, [{ ...start, view: 'trend' }, ...trendWalk(plan)]);
      noteSpread(note, 'trend', page, trends.times);
    }
    if (walked.rest) note('memory at rest', page, 'MB', walked.rest / 2 ** 20);
    if (walked.peak) note('memory, peak', page, 'MB', walked.peak / 2 ** 20);
    if (walked.queries.length > 0)
      note('answer alone', page, 'ms', spreadOf(walked.queries).median);
  }
  note('answer alone', 'floor', 'ms', spreadOf(native.times).median); // native DuckDB
  if (CHOSEN.includes('dashboard')) await measureAnswers(plan);
});

/** The floor, the naive page, the dashboard without and with stored answers. */
function subjectsOf({ name }: WalkPlan): [PageName, Subject][] {
  const { url } = server;
  const { folder } = ground;
  const query = ({ view, indicator, period }: Sight) =>
    `view=${view}&indicator=${indicator}${view === 'trend' ? '' : `&period=${period}`}`;
  const dashboard = (path: string): Subject => ({
    ...{ url, folder },
    address: (sight) => `index.html?package=data/${path}&under=huyen-001&${query(sight)}`,
  });
  return [
    ['floor', { url, folder, address: (sight) => `pages/floor-${name}.html?${query(sight)}` }],
    [
      'naive',
      {
        ...{ url, folder },
        address: (sight) => `pages/naive.html?file=../data/${name}.parquet&${query(sight)}`,
      },
    ],
    ['dashboard', dashboard(name)],
    ...(ground.stored.has(name)
      ? [['stored', dashboard(`${name}-stored`)] as [PageName, Subject]]
      : []),
  ];
}

/** Views that a link without a choice leads to: their answers are stored. */
const LANDING = { overview: '', compare: '&view=compare&indicator=dossiers_online_rate' };

async function measureOpening(plan: WalkPlan, page: PageName, subject: Subject): Promise<void> {
  const note = noteFor(plan.name);
  const first = subject.address(firstSight(plan));
  const median = async (times: Promise<number[]>) => spreadOf(await times).median;
  note('first chart', page, 'ms', await median(openCold(subject, first, plan.opens)));
  note('bytes before it', page, 'kB', await kilobytes(subject, first));
  const landing = plan.isPublished ? LANDING : {};
  if (page === 'floor') {
    for (const name of Object.keys(landing)) {
      note(`first ${name}`, page, 'ms', await median(openCold(subject, first, plan.opens)));
    }
    note('second visit', page, 'ms', await median(openAgain(subject, first, 3)));
  }
  if (page !== 'dashboard' && page !== 'stored') return;
  const name = page === 'stored' ? `${plan.name}-stored` : plan.name;
  for (const [view, query] of Object.entries(landing)) {
    const path = `index.html?package=data/${name}${query}`;
    note(`first ${view}`, page, 'ms', await median(openCold(subject, path, plan.opens)));
    note(`bytes before ${view}`, page, 'kB', await kilobytes(subject, path));
  }
  note('second visit', page, 'ms', await median(openAgain(subject, first, 3)));
}

async function kilobytes(subject: Subject, path: string): Promise<number> {
  const files = await bytesBefore(subject, path);
  if (process.env.BENCH_FILES)
    process.stdout.write(
      `${path}\n${files.map(({ file, bytes }) => `  ${bytes} ${file}`).join('\n')}\n`,
    );
  return files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000;
}

/** The dashboard's own questions in Node: the module beside native DuckDB. */
async function measureAnswers(plan: WalkPlan): Promise<void> {
  if (plan.name === '10m') return;
  const loaded = await readSitePackage(ground.folder, `data/${plan.name}`);
  const [dashboard] = subjectsOf(plan).filter(([page]) => page === 'dashboard');
  const address = (sight: Sight) => `?${dashboard?.[1].address(sight).split('?')[1]}`;
  const steps = randomWalk(plan).slice(0, 40).map(address);
  const course = {
    view: 'compare',
    change: 'period',
    start: address(firstSight(plan)),
    steps,
  } as const;
  const runs = [
    await runInNode('native', loaded, [course]),
    await runInNode('wasm', loaded, [course]),
  ];
  for (const [at, page] of (['floor', 'dashboard'] as const).entries()) {
    const spread = runs[at]?.questions[0]?.spread;
    if (spread) noteFor(plan.name)('answer to its own question', page, 'ms', spread.median);
  }
}

/** Fewer marks show that rows are drawn where the reader is only. */
const LEAST_DRAWN = 20;

/** Every picture shows what native DuckDB counts: all of it, or of very many units those that are drawn. */
function expectFigures({ values }: Walked, right: readonly (readonly number[])[]): void {
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;
  const drawn = (list: readonly number[], shown: readonly number[]) => {
    const isPart = shown.length < list.length && shown.length >= LEAST_DRAWN;
    return isPart && shown.every((value) => list.some((one) => near(one, value))) ? shown : list;
  };
  const rounded = (lists: readonly (readonly number[])[]) =>
    lists.map((list) => list.map((value) => value.toFixed(6)));
  expect(rounded(values)).toEqual(rounded(right.map((list, at) => drawn(list, values[at] ?? []))));
}

type Note = (what: string, page: PageName, unit: Measured['unit'], value: number) => void;

const noteFor =
  (size: string): Note =>
  (what, page, unit, value) =>
    measured.push({ size, what, page, unit, value });

function noteSpread(note: Note, what: string, page: PageName, times: readonly number[]): void {
  const { median, p95 } = spreadOf(times);
  note(`${what}, median`, page, 'ms', median);
  note(`${what}, p95`, page, 'ms', p95);
}

function dataOf({ name }: WalkPlan) {
  const data = ground.data.get(name);
  if (!data) throw new Error(`no data: ${name}`);
  return data;
}
