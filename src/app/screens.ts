/** The screens: code of their own, fetched when it is first needed, or when the page has nothing else to do. */
import { lazy } from 'react';
import type { View } from '../address/url.ts';
import { preloadExcel } from '../share/excel.ts';
import { preloadDeck } from '../share/pptx/pptx.ts';

const LOADERS = {
  overview: async () => ({ default: (await import('../view/overview/overview.tsx')).OverviewView }),
  compare: async () => ({ default: (await import('../view/compare/compare.tsx')).CompareView }),
  trend: async () => ({ default: (await import('../view/trend/trend.tsx')).TrendView }),
  unit: async () => ({ default: (await import('../view/unit/unit.tsx')).UnitView }),
  table: async () => ({ default: (await import('../view/table/table.tsx')).TableView }),
  present: async () => ({ default: (await import('../view/present/present.tsx')).PresentView }),
  import: async () => ({ default: (await import('../view/import/import.tsx')).ImportView }),
  checks: async () => ({ default: (await import('../view/checks/checks.tsx')).ChecksView }),
};
const loadOrigin = async () => ({
  default: (await import('../view/origin/origin.tsx')).OriginPanel,
});
const loadSystem = async () => ({
  default: (await import('../view/system/system.tsx')).SystemView,
});

export const SCREENS: Partial<Record<View, ReturnType<typeof lazy>>> = Object.fromEntries(
  Object.entries(LOADERS).map(([view, load]) => [view, lazy(load)]),
);
export const Origin = lazy(loadOrigin);
export const System = lazy(loadSystem);

/** From then on a lost network does not matter: everything that may be asked for is there. */
export async function loadTheRest(): Promise<void> {
  for (const load of [loadOrigin, ...Object.values(LOADERS), loadSystem]) await load();
  await Promise.all([preloadDeck(), preloadExcel()]);
}
