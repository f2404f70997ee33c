/**
 * What lies below the first screenful, or at its very edge, is drawn right after it: neither that nor `data-ready` waits
 * for it.
 */
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

/** Of the height of the screen. */
const EDGE = 0.9;

/** @param height room that is kept meanwhile, in pixels */
export function Below({
  height,
  children,
}: {
  readonly height: number;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [isDrawn, setDrawn] = useState(false);
  useLayoutEffect(() => {
    const top = ref.current?.getBoundingClientRect().top;
    if (top === undefined) return;
    if (top >= innerHeight * EDGE) return afterFrame(() => setDrawn(true));
    setDrawn(true); // it is on the screen: in the same frame
    return;
  }, []);
  return isDrawn ? children : <div ref={ref} style={{ minHeight: height }} />;
}

/** Calls back when the frame that is being made is painted; returns how to take that back. */
export function afterFrame(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(act);
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
