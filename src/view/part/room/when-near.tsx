/** Draws its content once it comes near the viewport: of a wall of charts only what can be seen costs time. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far outside the viewport content is drawn ahead, and kept. */
const MARGIN = '150px';

/** Has everything drawn wherever it is, until `drawNear`: a picture of the page has no fold. */
export function drawAll(): void {
  dispatchEvent(new Event(ALL));
}

export function drawNear(): void {
  dispatchEvent(new Event(NEAR));
}

const ALL = 'drawall';
const NEAR = 'drawnear';

/** @param leaves what is far away again goes, but for where the focus is: of a thousand rows few are there at once */
export function WhenNear({
  height,
  leaves = false,
  children,
}: {
  readonly height: number;
  readonly leaves?: boolean;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [room, setRoom] = useState(height);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    return watched(element, (isNear) => {
      const stays = !leaves || element.contains(document.activeElement);
      if (!isNear && stays) return;
      if (!isNear && element.childElementCount > 0) setRoom(element.offsetHeight);
      setNear(isNear);
    });
  }, [leaves]);
  return (
    <div ref={ref} style={{ minHeight: near ? height : room }}>
      {near && children}
    </div>
  );
}

/** Says whenever an element comes near or goes away. @returns what ends it */
function watched(element: Element, onChange: (isNear: boolean) => void): () => void {
  let isHeld = false;
  const observer = new IntersectionObserver(
    (entries) => {
      const isNear = entries.at(-1)?.isIntersecting ?? false;
      if (isNear || !isHeld) onChange(isNear);
    },
    { rootMargin: MARGIN },
  );
  observer.observe(element);
  const hold = () => {
    isHeld = true;
    flushSync(() => onChange(true)); // paper has no fold
  };
  const release = () => {
    isHeld = false;
    observer.unobserve(element);
    observer.observe(element);
  };
  for (const name of ['beforeprint', ALL]) addEventListener(name, hold);
  for (const name of ['afterprint', NEAR]) addEventListener(name, release);
  return () => {
    observer.disconnect();
    for (const name of ['beforeprint', ALL]) removeEventListener(name, hold);
    for (const name of ['afterprint', NEAR]) removeEventListener(name, release);
  };
}
