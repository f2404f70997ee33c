/** Which measure headings over each other name together; every one of them must be explained. */
import { nameKey } from '../../model/writing/fold.ts';
import type { Place } from './place.ts';
import { isTotalLabel } from './role.ts';
import type { Category, Match, Vocabulary } from './vocabulary.ts';

interface Found {
  readonly sure: Pick<Place, 'measure' | 'breakdown' | 'category'> | null;
  readonly ids: readonly string[];
  /** All of them bear this very heading. */
  readonly exact: boolean;
}

/** The measure that headings over each other name together; every one of them must be explained. */
export function subjectIn(labels: readonly string[], vocabulary: Vocabulary): Found {
  const joined = [labels.join(' '), [...labels].reverse().join(' ')].map((text) =>
    vocabulary.subject(text),
  );
  const whole = joined.find((match) => match.kind === 'sure');
  if (whole?.kind === 'sure') return { sure: { measure: whole.id }, ids: [], exact: true };
  const ids = joined.flatMap((match) => (match.kind === 'doubtful' ? match.ids : []));
  const byParts = explained(labels, vocabulary);
  const lowest = labels.length > 1 ? vocabulary.named(labels.at(-1) ?? '') : null;
  const measure = byParts?.measure;
  if (measure && lowest && lowest !== measure)
    return { sure: null, ids: [lowest, measure], exact: false }; // "Hộ nghèo" over "Tổng số hộ": of all, or of the poor?
  if (byParts) return { sure: byParts, ids: [], exact: true };
  const single = labels.map((label) => vocabulary.subject(label)).reverse();
  const likely = single.flatMap((match) =>
    match.kind === 'sure' ? [match.id] : match.kind === 'doubtful' ? match.ids : [],
  );
  const exact = labels.length === 1 && joined[0]?.kind === 'doubtful' && joined[0].exact;
  const all = [...new Set([...ids, ...likely])];
  const named = labels.flatMap((label) => {
    const match = vocabulary.subject(label);
    return match.kind === 'sure' ? [match.id] : exactIds(match);
  });
  const offered = labels.some(isRateWord)
    ? all.filter((id) => isRatioOf(id, named, vocabulary))
    : all;
  return { sure: null, ids: offered.slice(0, 6), exact };
}

/** Of a rate only ratios are offered, and only of what the headings name. */
function isRatioOf(id: string, named: readonly string[], { data }: Vocabulary): boolean {
  const { numerator = [], denominator = [] } = data.indicators.get(id) ?? {};
  const operands = [...numerator, ...denominator].map(({ measure }) => measure);
  return denominator.length > 0 && named.some((measure) => operands.includes(measure));
}

/** One heading names a measure; the others its category, its group, its whole, or its rate. */
function explained(labels: readonly string[], vocabulary: Vocabulary): Found['sure'] {
  for (const [at, label] of [...labels.entries()].reverse()) {
    const match = vocabulary.subject(label);
    const others = labels.filter((_, other) => other !== at);
    if (match.kind === 'sure') {
      const place = explainOthers(match.id, others, vocabulary);
      if (place) return place;
    }
    if (match.kind !== 'doubtful' || !match.exact || others.length === 0) continue;
    const places = match.ids.flatMap((id) => explainOthers(id, others, vocabulary) ?? []);
    if (places.length === 1) return places[0] ?? null;
  }
  return null;
}

function explainOthers(
  measure: string,
  others: readonly string[],
  vocabulary: Vocabulary,
): Found['sure'] {
  let place: NonNullable<Found['sure']> = { measure };
  for (const text of others) {
    if (isTotalLabel(text) || isGroup(text, measure, vocabulary)) continue;
    const category = vocabulary.category(text, measure);
    if (category) {
      place = { ...place, ...joinedWith(place, category) };
      continue;
    }
    const rate = isRateWord(text) ? rateOf(measure, vocabulary) : null;
    if (rate) {
      place = { ...place, measure: rate };
      continue;
    }
    if (isOfPeriod(text, measure, vocabulary)) continue;
    const whole = vocabulary.subject(text);
    const ids = whole.kind === 'sure' ? [whole.id] : exactIds(whole);
    if (!ids.some((id) => isPartOf(measure, id, vocabulary))) return null;
  }
  return place;
}

export const exactIds = (match: Match) =>
  match.kind === 'doubtful' && match.exact ? match.ids : [];

/** "Trong kỳ" under what happens in a period says nothing more; of a load it is another measure. */
function isOfPeriod(text: string, measure: string, { data }: Vocabulary): boolean {
  return (
    /^(trong kỳ|trong quý|trong tháng|kỳ này)$/iu.test(text.trim()) &&
    data.measures.get(measure)?.temporal === 'flow'
  );
}

/** Two breakdowns at once are written as one. */
function joinedWith(place: Place, { breakdown, category }: Category): Category {
  if (!place.breakdown) return { breakdown, category };
  return {
    breakdown: `${place.breakdown}*${breakdown}`,
    category: `${place.category}*${category}`,
  };
}

function isRateWord(text: string): boolean {
  return (
    /^(%|tỷ lệ|tỉ lệ|tỷ lệ %|tỷ lệ \(%\)|đạt tỷ lệ|ty le)/iu.test(text.trim()) && text.length < 16
  );
}

/** The one indicator that divides this measure by another. */
function rateOf(measure: string, { data }: Vocabulary): string | null {
  const rates = [...data.indicators.values()].filter(
    ({ numerator, denominator }) =>
      denominator.length > 0 && numerator.length === 1 && numerator[0]?.measure === measure,
  );
  return rates.length === 1 ? (rates[0]?.indicator ?? null) : null;
}

function isGroup(text: string, id: string, { data }: Vocabulary): boolean {
  const group = data.measures.get(id)?.group ?? data.indicators.get(id)?.group ?? '';
  return group !== '' && nameKey(group) === nameKey(text);
}

/** An identity says so: on time and late are parts of what was resolved. */
function isPartOf(part: string, whole: string, { data }: Vocabulary): boolean {
  return (
    part === whole ||
    data.identities.some(
      ({ total, parts }) =>
        total.some(({ measure }) => measure === whole) &&
        parts.some(({ measure }) => measure === part),
    ) ||
    data.indicators.get(part)?.denominator.some(({ measure }) => measure === whole) === true ||
    data.indicators.get(part)?.numerator.some(({ measure }) => measure === whole) === true
  );
}
