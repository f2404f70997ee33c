/** Slides that are too long for a room, cut into several. */

import { TABLE } from './page/columns.ts';
import { firstPage, pages, type Room } from './page/room.ts';
import type { ChartSlide, Slide } from './slide.ts';

/** What one slide can hold and a room can read. */
const MOST_BARS = 16;

/** Cuts a slide that is too long into several, numbered in their headings, values untouched. */
export function fitted(slide: Slide, room: Room = TABLE): Slide[] {
  if (slide.type === 'table') {
    if (slide.left) return [firstPage(slide, slide.left, room)];
    return pages(slide, room).map((rows, at, all) => ({
      ...numbered(slide, at, all.length),
      rows,
    }));
  }
  if (slide.type === 'bars') {
    return evenParts(slide.categories, MOST_BARS).map((categories, at, all) => {
      const from = all.slice(0, at).reduce((sum, part) => sum + part.length, 0);
      const cut = <T>(list: readonly T[]) => list.slice(from, from + categories.length);
      const series = slide.series.map((item) => ({
        ...item,
        values: cut(item.values),
        texts: cut(item.texts),
      }));
      const marked = slide.marked.map((mark) => mark - from).filter((m) => categories[m]);
      return { ...numbered(slide, at, all.length), categories, series, marked };
    });
  }
  return [slide];
}

/** Whether a slide is drawn as bars or lines of series. */
export function isChart(slide: Slide): slide is ChartSlide {
  return slide.type === 'bars' || slide.type === 'lines';
}

/** One number alone is read, not drawn: its text and what it is about; null where there are several. */
export function onlyValue({
  type,
  categories,
  series,
}: ChartSlide): { readonly text: string; readonly about: string } | null {
  const own = series.filter(({ role }) => role === 'value');
  const known = own.flatMap(({ name, values, texts }) =>
    values.flatMap((value, at) =>
      value === null ? [] : [{ text: texts[at] ?? '', name, category: categories[at] ?? '' }],
    ),
  );
  const [only] = known;
  if (!only || known.length > 1) return null;
  return {
    text: only.text,
    about: type === 'bars' ? only.category : `${only.name}, ${only.category}`,
  };
}

function numbered<S extends Slide>(slide: S, at: number, all: number): S {
  if (all === 1) return slide;
  const heading = `${slide.heading} (${at + 1}/${all})`;
  const isFinding = at === 0 && slide.title !== slide.heading; // later pages may not show what it speaks of
  return { ...slide, heading, title: isFinding ? slide.title : heading };
}

/** Even parts of at most `most`; one empty part for an empty list. */
export function evenParts<T>(list: readonly T[], most: number): (readonly T[])[] {
  const count = Math.max(1, Math.ceil(list.length / most));
  const size = Math.ceil(list.length / count);
  return Array.from({ length: count }, (_, at) => list.slice(at * size, (at + 1) * size));
}
