import type { CompareRow } from '../../question/compare.ts';
import type { DrawnGroup } from './group-props.ts';
export function GroupFunnel(_: DrawnGroup & { readonly rows: readonly CompareRow[] }) {
  return null;
}
