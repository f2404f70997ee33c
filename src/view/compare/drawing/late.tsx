/** Drawings that are rarely asked for: scripts of their own, waited for where they will stand. */
import { lazy, type ReactNode, Suspense } from 'react';
import { WaitingForScript } from '../../notice/waiting.tsx';
import { useReady } from '../../part/ready.ts';

const loadScatter = async () => ({ default: (await import('./scatter.tsx')).ScatterCard });
const loadFunnel = async () => ({ default: (await import('../../../chart/funnel.tsx')).Funnel });
const loadMap = async () => ({ default: (await import('./map.tsx')).GroupMap });

export const ScatterCard = lazy(loadScatter);
export const Funnel = lazy(loadFunnel);
export const GroupMap = lazy(loadMap);

/** Fetches them ahead of need. */
export async function loadDrawings(): Promise<void> {
  await Promise.all([loadScatter(), loadFunnel(), loadMap()]);
}

/** The screen is not ready before they are there. */
export function Late({ children }: { readonly children: ReactNode }) {
  return <Suspense fallback={<Fetching />}>{children}</Suspense>;
}

function Fetching() {
  useReady('waiting');
  return <WaitingForScript />;
}
