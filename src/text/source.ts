/** Where figures come from: in one line, as a footnote, and the place of an issue. */
import type { Source } from '../model/catalogue.ts';
import type { Dataset } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { groupBy } from '../model/group.ts';
import type { Issue } from '../model/issue.ts';
import { formatDayOrMonth } from '../model/writing/date.ts';
import { documentKind } from '../model/writing/document.ts';
import { lowerFirst } from './letter-case.ts';
import { periodName, unitName } from './name.ts';
import { words } from './words.ts';

/** Documents named in a footer, and cited in a footnote; more are counted. */
const MOST_SOURCES = 3;
const MOST_CITED = 6;

/** Its number; its title where it has none, or one in which no figure was filled in ("/BC-UBND"). */
function nameOf(data: Dataset, id: string): string {
  const { number = '', title = '' } = data.sources.get(id) ?? {};
  return (/\d/.test(number) ? number : title) || number || id;
}

/** A document as a letter names it: its number or, without one, its title and day. */
export function documentName(data: Dataset, id: string): string {
  const source = data.sources.get(id);
  if (!source || /\d/.test(source.number)) return nameOf(data, id);
  return [nameOf(data, id), dayOf(source)].filter(Boolean).join(', ');
}

/** Characters of a document's name in a narrow place. */
const MOST_NAME = 34;

/** A document in a narrow place: its number; of a long title what it reports on ("Báo cáo quý I/2024"). */
export function briefDocument(data: Dataset, id: string): string {
  const name = documentName(data, id);
  const { title = '', period = '', signedOn = '' } = data.sources.get(id) ?? {};
  if (name.length <= MOST_NAME || !name.startsWith(title)) return name;
  const when = period ? lowerFirst(periodName(data, period)) : formatDayOrMonth(signedOn);
  return when ? words.present.reportOf(when, documentKind(title)) : name;
}

/** "Nguồn: 167-BC/ĐU; … và 12 văn bản khác"; '' where no document is known. */
export function documentsLine(data: Dataset, figures: readonly Figure[]): string {
  const ids = sourcesOf(figures);
  return lineOf(groupBy(ids, (id) => nameOf(data, id)));
}

/** The same in short, for the foot of a slide; documents without a number that are then called the same are told apart. */
export function briefDocumentsLine(data: Dataset, figures: readonly Figure[]): string {
  const ids = sourcesOf(figures);
  const named = groupBy(ids, (id) => briefDocument(data, id));
  const whose = (id: string) => {
    const { unit = '', number = '' } = data.sources.get(id) ?? {};
    const isAlone = (named.get(briefDocument(data, id)) ?? []).length === 1;
    return unit && !isAlone && !/\d/.test(number) ? ` (${unitName(data, unit)})` : '';
  };
  const nameIn = (id: string) => briefDocument(data, id) + whose(id);
  const told = groupBy(ids, nameIn);
  const isShared = (id: string) => (told.get(nameIn(id)) ?? []).length > 1;
  return lineOf(groupBy(ids, (id) => (isShared(id) ? nameOf(data, id) : nameIn(id))));
}

const sourcesOf = (figures: readonly Figure[]) => [
  ...new Set(figures.flatMap(({ sources }) => sources)),
];

/** @param named documents by their names: two may have one number */
function lineOf(named: ReadonlyMap<string, readonly string[]>): string {
  const names = [...named.keys()];
  const shown = names.slice(0, namesThatFit(names.slice(0, MOST_SOURCES)));
  const left = names.slice(shown.length).flatMap((name) => named.get(name) ?? []).length;
  const more = left > 0 ? words.present.moreSources(left) : '';
  return shown.length > 0 ? words.present.source(`${shown.join('; ')}${more}`) : '';
}

/** How many names stand in one line: the first always; of the others it is said how many there are. */
export function namesThatFit(names: readonly string[], most = MOST_LENGTH): number {
  let length = 0;
  const over = names.findIndex((name, at) => {
    length += name.length + 2;
    return at > 0 && length > most;
  });
  return over < 0 ? names.length : over;
}

/** Characters of the names in a line of sources. */
const MOST_LENGTH = 125;

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

/**
 * The documents of figures in full, as a footnote has them: number, day, issuer, title and the sections; '' where no
 * document is known.
 */
export function citation(data: Dataset, figures: readonly Figure[]): string {
  const places = new Map<string, Set<string>>();
  for (const { sources, locators } of figures) {
    for (const id of sources) {
      const own = places.get(id) ?? new Set();
      if (sources.length === 1) for (const locator of locators) own.add(locator);
      places.set(id, own);
    }
  }
  const some = [...places].slice(0, MOST_CITED);
  const cited = some.map(([id, sections]) => citedText(data, id, [...sections])).join('; ');
  const more = places.size - some.length;
  return (
    cited && words.present.source(`${cited}${more > 0 ? words.present.moreSources(more) : ''}`)
  );
}

/** "167-BC/ĐU ngày 26/5/2023 của Đảng ủy phường Phổ Hòa: Báo cáo …, mục II.4.1". */
function citedText(data: Dataset, id: string, sections: readonly string[]): string {
  const source = data.sources.get(id);
  if (!source) return id;
  const { title, issuer } = source;
  const by = issuer ? words.paper.issuedBy(issuer) : '';
  const isNumbered = /\d/.test(source.number);
  const head = isNumbered
    ? [source.number, dayOf(source), by].filter(Boolean).join(' ')
    : [title, by, dayOf(source)].filter(Boolean).join(' ');
  const section = sections.length > 0 ? words.origin.section(sections.join('; ')) : '';
  const named = isNumbered && title ? `${head} (${title})` : head || id;
  return [named, section].filter(Boolean).join(', ');
}

/** "ngày 26/5/2023", "tháng 3/2024"; '' where it has none. */
function dayOf({ signedOn }: Source): string {
  if (!signedOn) return '';
  const text = formatDayOrMonth(signedOn);
  return signedOn.length > 7 ? words.paper.onDay(text) : words.paper.inMonth(text);
}

/** Document (where it has to be named), section and period of an issue. */
export function placeText(data: Dataset, issue: Issue, isNamed = true): string {
  const sources = isNamed ? issue.source.split('|').filter(Boolean) : [];
  return [
    sources.map((id) => documentName(data, id)).join('; '),
    issue.locator ? words.origin.section(issue.locator.replace(/\|/g, '; ')) : '',
    issue.period ? periodName(data, issue.period) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
