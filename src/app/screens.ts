/** The screens: code of their own, fetched when it is first needed, or when the page has nothing else to do. */
import { type ComponentType, lazy } from 'react';
import type { View } from '../address/url.ts';
import { loadLists } from '../view/part/field/touch.ts';

/** A script that came empty has nothing to draw with: as good as one that did not come. */
async function screen<T>(script: Promise<T>, pick: (script: T) => ComponentType | undefined) {
  const found = pick(await script);
  if (!found) throw new Error('error loading dynamically imported module: empty');
  return { default: found };
}

const LOADERS = {
  overview: () => screen(import('../view/overview/overview.tsx'), (script) => script.OverviewView),
  compare: () => screen(import('../view/compare/compare.tsx'), (script) => script.CompareView),
  trend: () => screen(import('../view/trend/trend.tsx'), (script) => script.TrendView),
  unit: () => screen(import('../view/unit/unit.tsx'), (script) => script.UnitView),
  table: () => screen(import('../view/table/table.tsx'), (script) => script.TableView),
  present: () => screen(import('../view/present/present.tsx'), (script) => script.PresentView),
  import: () => screen(import('../view/import/import.tsx'), (script) => script.ImportView),
  checks: () => screen(import('../view/checks/checks.tsx'), (script) => script.ChecksView),
  explain: () => screen(import('../view/explain/explain.tsx'), (script) => script.ExplainView),
};
const loadOrigin = async () => ({
  default: (await import('../view/origin/origin.tsx')).OriginPanel,
});
const loadShow = async () => ({ default: (await import('../view/present/show/show.tsx')).Show });
const loadDrawings = async () => (await import('../view/compare/drawing/late.tsx')).loadDrawings();
const loadAlone = async () => (await import('../view/import/alone.tsx')).ImportAlone;
const loadSystem = async () => ({
  default: (await import('../view/system/system.tsx')).SystemView,
});

export const SCREENS: Partial<Record<View, ReturnType<typeof lazy>>> = Object.fromEntries(
  Object.entries(LOADERS).map(([view, load]) => [view, lazy(load)]),
);
export const Origin = lazy(loadOrigin);
export const Show = lazy(loadShow);
export const System = lazy(loadSystem);
/** The import where no package could be opened. */
export const ImportAlone = lazy(async () => ({ default: await loadAlone() }));

/** From then on a lost network does not matter: everything that may be asked for is there. */
export async function loadTheRest(): Promise<void> {
  await loadLists();
  for (const load of [loadOrigin, ...Object.values(LOADERS), loadShow, loadSystem, loadDrawings])
    await load();
  const [deck, excel, docx] = await Promise.all([
    import('../share/pptx/pptx.ts'),
    import('../share/excel/workbook.ts'),
    import('../share/docx/docx.ts'),
  ]);
  await Promise.all([deck.preloadDeck(), excel.preloadExcel(), docx.preloadDocx()]);
}
