/** Draws its content once it comes near the viewport: of a wall of charts only what can be seen costs time. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** How far below the fold content is drawn ahead. */
const MARGIN = '150px';

export function WhenNear({
  height,
  children,
}: {
  readonly height: number;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (!element || near) return;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true),
      { rootMargin: MARGIN },
    );
    observer.observe(element);
    const onPrint = () => flushSync(() => setNear(true)); // paper has no fold
    addEventListener('beforeprint', onPrint);
    return () => {
      observer.disconnect();
      removeEventListener('beforeprint', onPrint);
    };
  }, [near]);
  return (
    <div ref={ref} style={{ minHeight: height }}>
      {near && children}
    </div>
  );
}
