/** Everything about a loaded package that is small enough to hold in memory; figures stay in the engine. */
import type {
  Category,
  Decision,
  Finding,
  Identity,
  Indicator,
  Measure,
  Source,
  Subject,
  UnitChange,
} from './catalogue.ts';
import type { Problem } from './problem.ts';
import { countsCases } from './quantity.ts';
import type { RecordColumn, RecordDefinition } from './record/definition.ts';
import type { Period } from './time/period.ts';
import type { Units } from './unit.ts';
import { language, nameIn } from './writing/language.ts';

export interface Dataset {
  /** Path of the package relative to the site, as in the URL. */
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly created: string;
  /** SHA-256 over the package's files, in hex: tells versions apart. */
  readonly hash: string;
  /** Made by a generator: said on every screen and on everything that leaves the app. */
  readonly synthetic: boolean;
  readonly units: Units;
  readonly unitChanges: readonly UnitChange[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly categories: readonly Category[];
  readonly identities: readonly Identity[];
  /** Kinds of records that can be counted, by id. */
  readonly records: ReadonlyMap<string, RecordDefinition>;
  /** Files of records that came with the package, by path. */
  readonly recordFiles: ReadonlySet<string>;
  readonly findings: readonly Finding[];
  readonly decisions: readonly Decision[];
  /** Every period that occurs or may be derived, by canonical code, in time order. */
  readonly periods: ReadonlyMap<string, Period>;
  readonly observationCount: number;
  readonly problems: readonly Problem[];
  /** Packages that hold what lies below a unit of this one; ids mean the same in all of them. */
  readonly parts: readonly Part[];
  /** The package that this one is a part of; null where it stands by itself. */
  readonly whole: Whole | null;
}

/** Where the figures of the units below a unit lie; a path as in the URL. */
export interface Part {
  readonly unit: string;
  readonly package: string;
}

export interface Whole {
  readonly package: string;
  /** What people call it: "Cả nước". */
  readonly title: string;
}

/** The package that holds what lies below a unit; null where this one does, or nothing is known of it. */
export function packageBelow({ parts }: Pick<Dataset, 'parts'>, unit: string): string | null {
  return parts.find((part) => part.unit === unit)?.package ?? null;
}

/** The indicator or measure with this id; an id that is both is the measure. */
export function subjectOf(data: Dataset, id: string): Subject | null {
  const measure = data.measures.get(id);
  if (measure) return measureSubject(data, measure);
  const indicator = data.indicators.get(id);
  return indicator ? indicatorSubject(data, indicator) : null;
}

/** Name of a category; a combined one ("x*y" of "a*b") is named from its halves. */
export function categoryName(data: Dataset, breakdown: string, category: string): string {
  const exact = data.categories.find((c) => c.breakdown === breakdown && c.category === category);
  if (exact) return nameIn(exact.name, exact.nameEn);
  const halves = category.split('*');
  if (halves.length < 2) return category;
  const names = breakdown.split('*').map((half, at) => categoryName(data, half, halves[at] ?? ''));
  return names.join(', ');
}

/** Position of a category in its breakdown, unknown ones last. */
export function categoryPosition(data: Dataset, breakdown: string, category: string): number {
  const at = data.categories.findIndex((c) => c.breakdown === breakdown && c.category === category);
  return at < 0 ? Number.MAX_SAFE_INTEGER : (data.categories[at]?.position ?? at);
}

/** Name of a kind of records, and of one of its columns. */
export function recordName({ name, nameEn }: Pick<RecordDefinition, 'name' | 'nameEn'>): string {
  return nameIn(name, nameEn);
}
export function recordColumnName({ name, nameEn }: Pick<RecordColumn, 'name' | 'nameEn'>): string {
  return nameIn(name, nameEn);
}

/** Name of a body ("Đảng ủy"), or its id. */
export function bodyName(data: Dataset, body: string): string {
  return categoryName(data, 'body', body);
}

/**
 * A text of the catalogue that has no id (a group, a unit of counting) in the chosen language: a category row of the
 * breakdown `group` or `unit_label` with this name gives its English one.
 */
function labelName(data: Dataset, breakdown: 'group' | 'unit_label', name: string): string {
  if (language() === 'vi') return name;
  const row = data.categories.find((c) => c.breakdown === breakdown && c.name === name);
  return nameIn(name, row?.nameEn ?? '');
}

function measureSubject(data: Dataset, measure: Measure): Subject {
  const name = nameIn(measure.name, measure.nameEn);
  return {
    id: measure.measure,
    group: labelName(data, 'group', measure.group),
    name,
    shortName: name,
    isMeasure: true,
    isRatio: false,
    countsCases: false,
    scale: 1,
    decimals: 0,
    unitLabel: labelName(data, 'unit_label', measure.unitLabel),
    direction: 'none',
    definition: '',
    basis: '',
    numerator: [{ measure: measure.measure, sign: 1, optional: false }],
    denominator: [],
  };
}

/** The catalogue has one English name of an indicator: "Share of poor households" is "Poor households" in narrow places. */
function shortEnglish(name: string): string {
  const rest = name.replace(/^(Share|Rate) of /, '');
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

function indicatorSubject(data: Dataset, indicator: Indicator): Subject {
  const name = nameIn(indicator.name, indicator.nameEn);
  const isRatio = indicator.denominator.length > 0 || indicator.numerator.length === 0;
  return {
    id: indicator.indicator,
    group: labelName(data, 'group', indicator.group),
    name,
    shortName: nameIn(indicator.shortName || indicator.name, shortEnglish(indicator.nameEn)),
    isMeasure: false,
    isRatio,
    countsCases:
      indicator.denominator.length > 0 &&
      countsCases([...indicator.numerator, ...indicator.denominator], data.measures),
    scale: indicator.scale,
    decimals: indicator.decimals,
    unitLabel: isRatio && indicator.scale === 100 ? '%' : '',
    direction: indicator.direction,
    definition: inVietnamese(indicator.definition),
    basis: inVietnamese(indicator.basis),
    numerator: indicator.numerator,
    denominator: indicator.denominator,
  };
}

/** What a catalogue says in Vietnamese only is left out in English: the formula stands in its place. */
function inVietnamese(text: string): string {
  return language() === 'vi' ? text : '';
}
