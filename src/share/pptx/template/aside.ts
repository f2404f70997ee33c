/** Logos of a template: titles make room for them. */
import { relationsOf, type Template } from './template.ts';

/** A place on a page, in EMU. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const EMU = 914_400;
/** Inches of what may be a logo at most; what is larger is a background or a band, and titles stand on it. */
const MOST = { w: 4.5, h: 2.5 };
/** Inches between a text and a logo, and of a text that is still one. */
const GAP = 0.15;
const LEAST = 4;

/** Pictures of the master and a layout, as they lie on a deck's own pages. */
export async function obstaclesOf(template: Template, layout: string): Promise<Box[]> {
  const { zip, master, scale } = template;
  const known = await relationsOf(zip, layout);
  const paths = known.length > 0 ? [master, layout] : [layout];
  const texts = await Promise.all(paths.map((path) => zip.file(path)?.async('string') ?? ''));
  return texts
    .flatMap((xml) =>
      [...xml.matchAll(/<p:pic>[\s\S]*?<\/p:pic>/g)].flatMap(([pic]) => boxIn(pic) ?? []),
    )
    .map(({ x, y, w, h }) => ({ x: x / scale, y: y / scale, w: w / scale, h: h / scale }))
    .filter(({ w, h }) => w <= MOST.w * EMU && h <= MOST.h * EMU);
}

function boxIn(xml: string): Box | null {
  const found = /<a:off x="(-?\d+)" y="(-?\d+)"\s*\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/.exec(xml);
  if (!found) return null;
  const [x = 0, y = 0, w = 0, h = 0] = found.slice(1).map(Number);
  return { x, y, w, h };
}

/** Text boxes that a logo would cover end before it, or begin behind it. */
export function steppedAside(xml: string, obstacles: readonly Box[]): string {
  return xml.replace(/<p:sp>[\s\S]*?<\/p:sp>/g, (shape) => {
    const box = shape.includes('<a:t>') ? boxIn(shape) : null;
    if (!box) return shape;
    const free = obstacles.reduce(beside, box);
    if (free === box) return shape;
    return shape
      .replace(/<a:off x="-?\d+"/, `<a:off x="${Math.round(free.x)}"`)
      .replace(/<a:ext cx="\d+"/, `<a:ext cx="${Math.round(free.w)}"`);
  });
}

function beside(box: Box, obstacle: Box): Box {
  const isApart =
    obstacle.x >= box.x + box.w ||
    obstacle.x + obstacle.w <= box.x ||
    obstacle.y >= box.y + box.h ||
    obstacle.y + obstacle.h <= box.y;
  if (isApart) return box;
  const isRight = obstacle.x + obstacle.w / 2 > box.x + box.w / 2;
  const x = isRight ? box.x : obstacle.x + obstacle.w + GAP * EMU;
  const end = isRight ? obstacle.x - GAP * EMU : box.x + box.w;
  return end - x < LEAST * EMU ? box : { ...box, x, w: end - x };
}
