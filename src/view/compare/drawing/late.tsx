/** Drawings that are rarely asked for: scripts of their own, waited for where they will stand. */
import { late } from '../../notice/late.tsx';
import { WaitingForScript } from '../../notice/waiting.tsx';
import { useReady } from '../../part/ready.ts';

/** The screen is not ready before they are there. */
export const ScatterCard = late(async () => (await import('./scatter.tsx')).ScatterCard, Fetching);
export const GroupMap = late(async () => (await import('./map.tsx')).GroupMap, Fetching);
export const Funnel = late(
  async () => (await import('../../../chart/funnel.tsx')).Funnel,
  Fetching,
);

/** Fetches them ahead of need. */
export async function loadDrawings(): Promise<void> {
  await Promise.all([ScatterCard.load(), GroupMap.load(), Funnel.load()]);
}

function Fetching() {
  useReady('waiting');
  return <WaitingForScript />;
}
