/** Texts in one line: none beyond its ends, none over another, each above its place. */
import { expect, test } from 'vitest';
import { textMiddles } from '../../src/model/drawing/texts.ts';

const LINE = { from: 0, to: 400 };

test('a text stands at its place, and inside the line', () => {
  expect(textMiddles([{ at: 200, width: 100 }], LINE)).toEqual([200]);
  expect(textMiddles([{ at: 20, width: 100 }], LINE)).toEqual([50]);
  expect(textMiddles([{ at: 390, width: 100 }], LINE)).toEqual([350]);
});

test('one that would lie over the next gives way as long as its place stays under it', () => {
  const wide = [
    { at: 150, width: 140 },
    { at: 310, width: 220 },
  ];
  expect(textMiddles(wide, LINE)).toEqual([104, 290]);
});

test('where there is no room one is left out, and the others have theirs', () => {
  const close = [100, 110, 260].map((at) => ({ at, width: 100 }));
  expect(textMiddles(close, LINE)).toEqual([null, 110, 260]);
  const long = [{ at: 20, width: 500 }];
  expect(textMiddles(long, LINE)).toEqual([null]);
});
