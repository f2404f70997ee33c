/** Width of an element, for drawings that are sized in pixels. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** What A4 holds upright between its margins; on its side the drawing is enlarged. */
const PAPER = 704;

/** A ref and the element's current width; `fallback` until it is measured. */
export function useWidth(fallback = 960): [RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(fallback);
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
