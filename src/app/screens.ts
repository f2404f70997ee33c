/** The screens: code of their own, fetched when it is first needed, or when the page has nothing else to do. */
import type { ComponentType } from 'react';
import type { View } from '../address/url.ts';
import { type Late, late } from '../view/notice/late.tsx';
import { WaitingForScript } from '../view/notice/waiting.tsx';
import { loadLists } from '../view/part/field/touch.ts';
import { NotYet } from '../view/part/ready.ts';

/** A script that came empty has nothing to draw with: as good as one that did not come. */
function screen<T, P extends object = object>(
  script: () => Promise<T>,
  pick: (script: T) => ComponentType<P> | undefined,
  Meanwhile: ComponentType = WaitingForScript,
): Late<P> {
  return late(async () => {
    const found = pick(await script());
    if (!found) throw new Error('error loading dynamically imported module: empty');
    return found;
  }, Meanwhile);
}

export const SCREENS: Partial<Record<View, Late<object>>> = {
  overview: screen(
    () => import('../view/overview/overview.tsx'),
    (script) => script.OverviewView,
  ),
  compare: screen(
    () => import('../view/compare/compare.tsx'),
    (script) => script.CompareView,
  ),
  trend: screen(
    () => import('../view/trend/trend.tsx'),
    (script) => script.TrendView,
  ),
  unit: screen(
    () => import('../view/unit/unit.tsx'),
    (script) => script.UnitView,
  ),
  table: screen(
    () => import('../view/table/table.tsx'),
    (script) => script.TableView,
  ),
  present: screen(
    () => import('../view/present/present.tsx'),
    (script) => script.PresentView,
  ),
  import: screen(
    () => import('../view/import/import.tsx'),
    (script) => script.ImportView,
  ),
  checks: screen(
    () => import('../view/checks/checks.tsx'),
    (script) => script.ChecksView,
  ),
  explain: screen(
    () => import('../view/explain/explain.tsx'),
    (script) => script.ExplainView,
  ),
};
export const Origin = screen(
  () => import('../view/origin/origin.tsx'),
  (script) => script.OriginPanel,
  NotYet,
);
export const Show = screen(
  () => import('../view/present/show/show.tsx'),
  (script) => script.Show,
  NotYet,
);
export const System = screen(
  () => import('../view/system/system.tsx'),
  (script) => script.SystemView,
);
/** The import where no package could be opened. */
export const ImportAlone = screen(
  () => import('../view/import/alone.tsx'),
  (script) => script.ImportAlone,
);

/** The script of the screen that the address names comes beside the package, and not after it. */
export async function loadAhead(view: View): Promise<void> {
  await SCREENS[view]?.load().catch(() => {}); // told where it is drawn
}

const loadDrawings = async () => (await import('../view/compare/drawing/late.tsx')).loadDrawings();

/** From then on a lost network does not matter: everything that may be asked for is there. */
export async function loadTheRest(): Promise<void> {
  await loadLists();
  for (const late of [Origin, ...Object.values(SCREENS), Show, System]) await late.load();
  await loadDrawings();
  const [deck, excel, docx] = await Promise.all([
    import('../share/pptx/pptx.ts'),
    import('../share/excel/workbook.ts'),
    import('../share/docx/docx.ts'),
  ]);
  await Promise.all([deck.preloadDeck(), excel.preloadExcel(), docx.preloadDocx()]);
}
