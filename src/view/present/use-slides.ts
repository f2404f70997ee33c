/** The slides of the view that the address names, cut for the room that they are shown in. */
import { useEffect, useMemo, useState } from 'react';
import { formatUrl, PLAIN_LOOK } from '../../address/url.ts';
import { fitted } from '../../slide/fitted.ts';
import { TABLE } from '../../slide/page/columns.ts';
import type { Room } from '../../slide/page/room.ts';
import { forRoom, withOneNote } from '../../slide/page/simple.ts';
import type { Slide } from '../../slide/slide.ts';
import { slidesOf } from '../../slide/slides.ts';
import { settledIssues } from '../part/decisions.ts';
import { type Desk, useDesk } from '../part/desk.ts';

export interface Made {
  readonly of: string;
  readonly slides: readonly Slide[];
  /** What could not be shown, in words. */
  readonly remarks: readonly string[];
}

/** The last ones stay until the next are made; null before the first, and while nothing is presented. */
export function useSlides(isOn: boolean, note: string): { made: Made | null; isCurrent: boolean } {
  const desk = useDesk();
  const room = useRoom();
  const query = formatUrl({ ...desk.state, open: null, ...PLAIN_LOOK });
  const of = [desk.generation, desk.checked, room.width, room.height, note, query].join(' ');
  const [made, setMade] = useState<Made | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `of` is everything that slides depend on
  useEffect(() => {
    if (!isOn) return setMade(null);
    let isWanted = true;
    slidesFor(desk, query, note, room).then(
      (next) => isWanted && setMade({ of, ...next }),
      () => isWanted && setMade({ of, slides: [], remarks: [] }),
    );
    return () => {
      isWanted = false;
    };
  }, [isOn, of]);
  return { made, isCurrent: made?.of === of };
}

async function slidesFor(desk: Desk, query: string, note: string, room: Room) {
  const { data, ask, state, checked, organisation } = desk;
  const slideDesk = { data, ask, state, checked, organisation, settled: settledIssues(data) };
  const made = await slidesOf(slideDesk, { query, note }, (slide) => fitted(slide, room));
  return { ...made, slides: forRoom(made.slides).map(withOneNote) };
}

/** Pixels of the smallest type, read from four metres, and what a slide of 7.5 inches gives to 14 pt. */
const LEAST = 24;
const SHARE = 14 / 540;
const SLIDE = 16 / 9;
/** Lines on a screen break later than reckoned for paper, and what is too long is drawn smaller. */
const SPARE = 1.25;

/** Type for a screen of this height. */
export function stageType(height: number): number {
  return Math.max(LEAST, height * SHARE);
}

/** A screen in inches of a slide whose type has 14 pt. */
function useRoom(): Room {
  const { width, height } = useScreen();
  return useMemo(() => {
    const larger = stageType(height) / (height * SHARE);
    return {
      width: (SPARE * TABLE.width * (width / height / SLIDE)) / larger,
      height: (SPARE * TABLE.height) / larger,
    };
  }, [width, height]);
}

/** The window's inner size. */
export function useScreen(): { readonly width: number; readonly height: number } {
  const [size, setSize] = useState({ width: innerWidth, height: innerHeight });
  useEffect(() => {
    const measure = () => setSize({ width: innerWidth, height: innerHeight });
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  return size;
}
