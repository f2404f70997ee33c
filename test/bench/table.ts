/** The measurements of a run as one text table. */
import type { BrowserRun } from './browser.ts';
import type { NodeRun } from './node.ts';

export interface PackageRun {
  readonly name: string;
  readonly title: string;
  readonly observations: number;
  /** Reading and checking the files, which needs no engine. */
  readonly readMs: number;
  readonly native: NodeRun;
  readonly wasm: NodeRun;
  readonly browser: BrowserRun;
}

type Cell = string | number | null;

/** Everything measured, one section after the other. */
export function tableOf(runs: readonly PackageRun[]): string {
  const title = runs.map((run) => `${run.name} = ${run.observations} observations`).join(', ');
  return [
    `${title}; milliseconds of this run`,
    ...section('Until the first picture, in Chromium', ['view'], firstRows(runs), runs),
    ...changeSection(runs),
    ...section('Loading, in Node', ['stage', 'engine'], stageRows(runs), runs),
    ...section('Memory, MB', ['of'], memoryRows(runs), runs),
    ...runs.flatMap(slowest),
    '',
  ].join('\n');
}

function firstRows(runs: readonly PackageRun[]): Cell[][] {
  const views = runs[0]?.browser.first.map(({ view }) => view) ?? [];
  const rows = views.map((view) => [
    view,
    ...runs.map((run) => run.browser.first.find((item) => item.view === view)?.ms ?? null),
  ]);
  return [...rows, ['flags after that', ...runs.map((run) => run.browser.checksMs)]];
}

/** A change until repaint in the browser, beside the answer alone from each engine. */
function changeSection(runs: readonly PackageRun[]): string[] {
  const head = [
    ...['view', 'change of', 'package', 'n', 'repaint', 'p90'],
    ...['wasm answer', 'native answer', 'repaint ÷ native', 'wasm ÷ native', '1 M ÷ 5 k'],
  ];
  const rows = runs.flatMap((run) =>
    run.browser.changes.map(({ course, spread }, at) => {
      const wasm = run.wasm.questions[at]?.spread.median ?? 0;
      const native = run.native.questions[at]?.spread.median ?? 0;
      const first = runs[0]?.browser.changes.find(
        (item) => item.course.view === course.view && item.course.change === course.change,
      );
      return [
        ...[course.view, course.change, run.name, spread.count],
        ...[spread.median, spread.p90, wasm, native],
        ...[ratio(spread.median, native), ratio(wasm, native)],
        run === runs[0] ? '' : ratio(spread.median, first?.spread.median),
      ];
    }),
  );
  return [
    '',
    'A change until repaint (median and p90), and the answer alone (median)',
    ...grid(head, rows),
  ];
}

function stageRows(runs: readonly PackageRun[]): Cell[][] {
  const stages = runs[0]?.wasm.stages.map(({ stage }) => stage) ?? [];
  const read = ['read and check files', '', ...runs.map((run) => run.readMs)];
  const rows = stages.flatMap((stage) =>
    (['wasm', 'native'] as const).map((engine) => [
      stage,
      engine,
      ...runs.map((run) => run[engine].stages.find((item) => item.stage === stage)?.ms ?? null),
    ]),
  );
  const subjects = (['wasm', 'native'] as const).map((engine) => [
    'question: subjects',
    engine,
    ...runs.map((run) => run[engine].subjects),
  ]);
  return [read, ...rows, ...subjects];
}

function memoryRows(runs: readonly PackageRun[]): Cell[][] {
  const mb = (bytes: number | null) => (bytes === null ? null : bytes / 2 ** 20);
  return [
    ['WebAssembly memory (Node)', ...runs.map((run) => mb(run.wasm.wasmBytes))],
    ['page heap, without worker', ...runs.map((run) => mb(run.browser.heapBytes))],
    ['renderer process, peak', ...runs.map((run) => mb(run.browser.rendererBytes))],
  ];
}

function slowest(run: PackageRun): string[] {
  const rows = run.wasm.steps.map(({ stage, sql, ms }) => [stage, sql, ms]);
  return [
    '',
    `Slowest statements of ${run.name}, wasm`,
    ...grid(['group', 'statement', 'ms'], rows),
  ];
}

function section(
  title: string,
  labels: readonly string[],
  rows: readonly Cell[][],
  runs: readonly PackageRun[],
): string[] {
  const [small, large] = [labels.length, labels.length + 1];
  const head = [...labels, ...runs.map((run) => run.name), ...(runs.length > 1 ? ['ratio'] : [])];
  const ratios = rows.map((row) =>
    runs.length > 1 ? [...row, ratio(Number(row[large]), Number(row[small]))] : row,
  );
  return ['', title, ...grid(head, ratios)];
}

function ratio(a: number, b: number | undefined): string {
  return b && Number.isFinite(a / b) ? `${(a / b).toFixed(1)} ×` : '';
}

/** Texts to the left, numbers to the right. */
function grid(head: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const texts = rows.map((row) => row.map(textOf));
  const widths = head.map((name, at) =>
    Math.max(name.length, ...texts.map((row) => row[at]?.length ?? 0)),
  );
  const isText = head.map(
    (_, at) => typeof rows[0]?.[at] === 'string' && !/×$/.test(String(rows[0]?.[at])),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) =>
        isText[at] ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...texts.map(line)];
}

function textOf(cell: Cell): string {
  if (cell === null) return '–';
  if (typeof cell === 'string') return cell;
  return cell < 10 && !Number.isInteger(cell) ? cell.toFixed(1) : cell.toFixed(0);
}
