/** What slides, pictures and print say about where their figures come from. */

import { formatUrl, type UrlState } from '../address/url.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { vi } from '../text/vi/words.ts';
import type { Desk } from '../view/part/desk.ts';
import type { SlideText } from './slide.ts';

/** Documents named in a footer; more are counted. */
const MOST_SOURCES = 3;

/** Heading, source line and link of a slide about these figures. */
export function textsOf(
  { data, state }: Desk,
  heading: string,
  figures: readonly Figure[],
  change: Partial<UrlState> = {},
): SlideText {
  return {
    heading,
    sentence: '',
    note: '',
    footnotes: [],
    source: sourceLine(data, figures),
    query: formatUrl({ ...state, open: '', embed: false, note: false, ...change }),
  };
}

/** "Nguồn: 167-BC/ĐU; … · package · Gói lập ngày …". */
export function sourceLine(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.flatMap((figure) => figure.sources))];
  const names = ids.map((id) => data.sources.get(id)?.number || data.sources.get(id)?.title || id);
  const some = names.slice(0, MOST_SOURCES).join('; ');
  const more =
    names.length > MOST_SOURCES ? vi.present.moreSources(names.length - MOST_SOURCES) : '';
  const parts = [
    some ? vi.present.source(`${some}${more}`) : '',
    data.title,
    data.created ? vi.app.created(formatDayOrMonth(data.created)) : '',
    data.synthetic ? vi.app.syntheticNote : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
