/** Charts drawn to SVG in Node, in a document of its own; each is kept under `test/output`, to be opened. */
import { mkdir, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { act, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';

const OUTPUT = resolve(import.meta.dirname, '../output');

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** The one SVG of a chart, as an element to ask and as a file to look at. */
export async function draw(name: string, chart: ReactElement): Promise<SVGSVGElement> {
  const box = document.createElement('div');
  document.body.replaceChildren(box);
  const root = createRoot(box);
  await act(async () => root.render(chart));
  const drawings = box.querySelectorAll('svg');
  const svg = drawings[0];
  if (drawings.length !== 1 || !svg) throw new Error(`${drawings.length} drawings`);
  await mkdir(OUTPUT, { recursive: true });
  svg.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  await writeFile(resolve(OUTPUT, `${name}.svg`), svg.outerHTML);
  return svg;
}

/** Numbers of an element's attributes. */
export function numbers<K extends string>(element: Element, ...names: K[]): Record<K, number> {
  return Object.fromEntries(
    names.map((name) => [name, Number(element.getAttribute(name))]),
  ) as Record<K, number>;
}

/** The points of a path of M, L, H and V, stretch by stretch. */
export function stretches(d: string): [number, number][][] {
  const found: [number, number][][] = [];
  for (const [, command, text = ''] of d.matchAll(/([MLHV])([^MLHV]*)/g)) {
    const [a = 0, b = 0] = text
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const last = found.at(-1)?.at(-1) ?? [0, 0];
    if (command === 'M') found.push([[a, b]]);
    else if (command === 'L') found.at(-1)?.push([a, b]);
    else found.at(-1)?.push(command === 'H' ? [a, last[1]] : [last[0], a]);
  }
  return found;
}
