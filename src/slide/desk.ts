/** What slides are made from: the package, the address of a view, and the one way to ask for data. */
import type { UrlState } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Ask } from '../question/ask.ts';

export interface SlideDesk {
  readonly data: Dataset;
  readonly ask: Ask;
  readonly state: UrlState;
  /** False while the checks of a large package still run: counts of issues are not final. */
  readonly checked: boolean;
  readonly organisation: string;
  /** Ids of issues that nobody needs to look at any more. */
  readonly settled: readonly string[];
  /** Units whose rates a page before has told one by one, with how each may be used. */
  readonly told?: readonly string[];
}
