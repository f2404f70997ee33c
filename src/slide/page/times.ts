/** Names of many periods in two lines, none of them slanting: quarters or months, and under them their year. */

export interface TimeLabel {
  readonly text: string;
  /** Positions of the first and the last period that it is about. */
  readonly from: number;
  readonly to: number;
}

export interface TimeLabels {
  /** Beside each other in the upper line; as many as there is room for. */
  readonly parts: readonly TimeLabel[];
  /** In the lower line; none where the upper one says it all. */
  readonly years: readonly TimeLabel[];
  /** What all of the upper line have before them, said once at its start: "Q."; '' for nothing. */
  readonly lead: string;
}

/** "Q.I/2021", "T5/2023", "Q1 2021": a part of a year and the year. */
const PART = /^(.+?)[/ ](\d{4})$/;

/**
 * @param width of the axis, in widths of a character
 */
export function timeLabels(periods: readonly string[], width: number): TimeLabels {
  const found = periods.map((period) => PART.exec(period));
  if (found.length === 0 || found.some((match) => match === null)) {
    return { parts: everyNth(periods, width), years: [], lead: '' };
  }
  const parts = found.map((match) => match?.[1] ?? '');
  const years: TimeLabel[] = [];
  for (const [at, match] of found.entries()) {
    const last = years.at(-1);
    if (last && last.text === match?.[2]) years[years.length - 1] = { ...last, to: at };
    else years.push({ text: match?.[2] ?? '', from: at, to: at });
  }
  const fits = (texts: readonly string[]) => width / periods.length > longest(texts) + SPACE;
  const each = (texts: readonly string[]) => texts.map((text, at) => ({ text, from: at, to: at }));
  if (fits(parts)) return { parts: each(parts), years, lead: '' };
  const lead = sharedStart(parts);
  const bare = parts.map((part) => part.slice(lead.length));
  return fits(bare) ? { parts: each(bare), years, lead } : { parts: [], years, lead: '' };
}

/** Up to a stop: "Q." of "Q.I" and "Q.II". */
function sharedStart(parts: readonly string[]): string {
  const start = /^\D*?\./.exec(parts[0] ?? '')?.[0] ?? '';
  return parts.every((part) => part.startsWith(start)) ? start : '';
}

/** Characters between two names. */
const SPACE = 0.8;

function longest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => text.length), 1);
}

/** Every so many, the last one always. */
function everyNth(periods: readonly string[], width: number): TimeLabel[] {
  const every = Math.max(1, Math.ceil((periods.length * (longest(periods) + 2)) / width));
  return periods.flatMap((text, at) =>
    (periods.length - 1 - at) % every === 0 ? [{ text, from: at, to: at }] : [],
  );
}
