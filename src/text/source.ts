/** Where figures come from, in one line. */
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { words } from './words.ts';

/** Documents named in a footer; more are counted. */
const MOST_SOURCES = 3;

/** Its number; its title where it has none, or one in which no figure was filled in ("/BC-UBND"). */
function nameOf(data: Dataset, id: string): string {
  const { number = '', title = '' } = data.sources.get(id) ?? {};
  return (/\d/.test(number) ? number : title) || number || id;
}

/** "Nguồn: 167-BC/ĐU; … và 12 văn bản khác"; '' where no document is known. */
export function documentsLine(data: Dataset, figures: readonly Figure[]): string {
  const ids = [...new Set(figures.flatMap((figure) => figure.sources))];
  const names = [...new Set(ids.map((id) => nameOf(data, id)))];
  const some = names.slice(0, MOST_SOURCES).join('; ');
  const more =
    names.length > MOST_SOURCES ? words.present.moreSources(names.length - MOST_SOURCES) : '';
  return some ? words.present.source(`${some}${more}`) : '';
}

/** "Nguồn: 167-BC/ĐU; … · package · Gói lập ngày …". */
export function sourceLine(data: Dataset, figures: readonly Figure[]): string {
  const parts = [
    documentsLine(data, figures),
    data.title,
    data.created ? words.app.created(formatDayOrMonth(data.created)) : '',
    data.synthetic ? words.app.syntheticNote : '',
  ];
  return parts.filter(Boolean).join(' · ');
}
