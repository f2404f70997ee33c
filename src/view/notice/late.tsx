/** Components whose scripts come when they are needed, or ahead of it. */
import { type ComponentType, type FC, useEffect, useState } from 'react';

/** A component that may still have to come. */
export interface Late<P> extends FC<P> {
  /** Fetches the script ahead of need. @throws what `import` throws */
  load(): Promise<void>;
}

/**
 * A component that is fetched when it is first drawn. One that has come before is drawn at once: React's own `lazy`
 * first shows what stands in for it in any case, and then holds the picture back for 300 ms.
 *
 * @param Meanwhile what stands in its place
 */
export function late<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  Meanwhile: ComponentType,
): Late<P> {
  let come: ComponentType<P> | null = null;
  const load = async () => {
    come ??= await fetch();
    return come;
  };
  const Component = (props: P) => {
    const [now, setNow] = useState<Coming<P>>({ found: come, fault: null });
    useEffect(() => {
      if (now.found) return;
      load().then(
        (found) => setNow({ found, fault: null }),
        (error) => setNow({ found: null, fault: { error } }),
      );
    }, [now]);
    if (now.fault) throw now.fault.error;
    if (now.found) return <now.found {...props} />;
    return <Meanwhile />;
  };
  return Object.assign(Component, { load: async () => void (await load()) });
}

/** What is there of it. */
interface Coming<P> {
  readonly found: ComponentType<P> | null;
  readonly fault: { readonly error: unknown } | null;
}
