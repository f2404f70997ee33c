/** Width of an element, for drawings that are sized in pixels. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** What A4 holds upright between its margins; on its side the drawing is enlarged. */
const PAPER = 704;

/** Where there is no screen. */
const FALLBACK = 960;

/** The sides of a page (`--side` in base.css), in pixels of a screen without a scroll bar that takes room. */
const sideOf = (width: number) =>
  Math.max(Math.min(Math.max(16, width * 0.03), 40), (width - 1472) / 2);

/** What most drawings will have: those that were foreseen are not drawn twice. */
function foreseen(): number {
  const { innerWidth: width } = globalThis;
  return width ? Math.floor(width - 2 * sideOf(width)) : FALLBACK;
}

/** A ref and the element's current width; until it is measured, that of the page. */
export function useWidth(): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(foreseen);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(320, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const onPrint = () => flushSync(() => setWidth(PAPER));
    addEventListener('beforeprint', onPrint);
    addEventListener('afterprint', measure);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', onPrint);
      removeEventListener('afterprint', measure);
    };
  }, []);
  return [ref, width];
}
