/** Where figures come from, in one line. */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { words } from './words.ts';

/** Documents named in a footer; more are counted. */
const MOST_SOURCES = 3;

/** "Nguồn: 167-BC/ĐU; … · package · Gói lập ngày …". */
export function sourceLine(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.flatMap((figure) => figure.sources))];
  const names = ids.map((id) => data.sources.get(id)?.number || data.sources.get(id)?.title || id);
  const some = names.slice(0, MOST_SOURCES).join('; ');
  const more =
    names.length > MOST_SOURCES ? words.present.moreSources(names.length - MOST_SOURCES) : '';
  const parts = [
    some ? words.present.source(`${some}${more}`) : '',
    data.title,
    data.created ? words.app.created(formatDayOrMonth(data.created)) : '',
    data.synthetic ? words.app.syntheticNote : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
