/** What slides, pictures and print say about where their figures come from. */

import { formatUrl, PLAIN_LOOK, type UrlState } from '../address/url.ts';
import type { Figure } from '../model/figure.ts';
import { briefDocumentsLine, sourceLine } from '../text/source.ts';
import type { SlideDesk } from './desk.ts';
import type { SlideText } from './slide.ts';

/** Heading, source line and link of a slide about these figures. */
export function textsOf(
  { data, state }: Pick<SlideDesk, 'data' | 'state'>,
  heading: string,
  figures: readonly Figure[],
  change: Partial<UrlState> = {},
): SlideText {
  return {
    title: heading,
    heading,
    sentence: '',
    note: '',
    footnotes: [],
    figures,
    documents: briefDocumentsLine(data, figures),
    source: sourceLine(data, figures),
    query: formatUrl({ ...state, open: null, embed: false, note: false, ...PLAIN_LOOK, ...change }),
  };
}
