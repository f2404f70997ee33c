/** Width of an element, for drawings that are sized in pixels. */
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

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
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
