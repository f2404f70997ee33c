/** What of an address is said anew when the package or the screen changes. */
import { DEFAULTS, PARAMS, type Param, type UrlState, type View } from './url.ts';

/** Another package: what speaks of units, indicators or periods of the old one goes. */
export function withPackage(path: string): Partial<UrlState> {
  return {
    ...defaultsOf((param) => PARAMS[param].lasts === 'package'),
    ...VIEW_ENDS,
    package: path,
  };
}

/**
 * A part of this package, or the whole it belongs to: ids mean the same there, so what is looked at stays. Places are
 * named anew; a profile of a unit becomes the comparison of those below it.
 */
export function withPart(state: UrlState, path: string): Partial<UrlState> {
  const { indicator, period, breakdown, category, body, chart } = state;
  const view = state.view === 'unit' ? ('compare' as const) : state.view;
  const kept = { indicator, period, breakdown, category, body, chart };
  return { ...withPackage(path), view, ...kept };
}

/**
 * Another screen: what is open on this one closes. The unit of a profile is no limit on the town: only where a view
 * lists its units does it go along.
 */
export function towards(state: UrlState, view: View): Partial<UrlState> {
  const leavesProfile = state.view === 'unit' && (view === 'overview' || view === 'compare');
  return { ...VIEW_ENDS, view, ...(leavesProfile ? { unit: [] } : {}) };
}

const VIEW_ENDS = defaultsOf((param) => PARAMS[param].lasts === 'view');

function defaultsOf(test: (param: Param) => boolean): Partial<UrlState> {
  const chosen = (Object.keys(PARAMS) as Param[]).filter(test);
  return Object.fromEntries(chosen.map((param) => [param, DEFAULTS[param]]));
}
