/** Provinces whose communes merge, divide, give parts away and take other names twice, by chance; and the same as if today's had always been there. */
import type { Counted, CountedPackage, CountedUnit } from './counted.ts';

export interface World {
  readonly province: string;
  readonly made: CountedPackage;
  /** Counts of the units of today, by unit and period. */
  readonly always: ReadonlyMap<string, Pick<Counted, 'online' | 'received'>>;
}

/** A quarter before, between and after the two changes. */
export const PERIODS = ['2023-Q1', '2024-Q1', '2025-Q1'] as const;
const CHANGES = [
  { date: '2024-01-01', last: '2023-12-31' },
  { date: '2025-01-01', last: '2024-12-31' },
] as const;
const COMMUNES = 8;

/** How much of a unit went where. */
type Ways = Map<string, ReadonlyMap<string, number>>;
interface Standing {
  readonly unit: string;
  readonly from: string;
}
type Chance = (below: number) => number;

export function world(seed: number): World {
  const pick = randomly(seed);
  const province = `tinh-${seed}`;
  const commune = { level: 'commune', parent: province };
  let standing: readonly Standing[] = Array.from({ length: COMMUNES }, (_, at) => ({
    unit: `${province}-0-${at}`,
    from: '',
  }));
  const generations = [standing.map(({ unit }) => unit)];
  const ended: CountedUnit[] = [];
  const changes: string[] = [];
  const ways: Ways[] = [];
  for (const [at, change] of CHANGES.entries()) {
    const next = reorganised(pick, standing, `${province}-${at + 1}`, change.date);
    const gone = standing.filter(({ unit }) => next.ended.has(unit));
    ended.push(...gone.map((own) => ({ ...own, ...commune, to: change.last })));
    changes.push(...next.changes);
    ways.push(next.ways);
    standing = next.standing;
    generations.push(standing.map(({ unit }) => unit));
  }
  const counts = PERIODS.flatMap((period, at) =>
    (generations[at] ?? []).map((unit) => report(pick, unit, period)),
  );
  const units = [{ unit: province, level: 'province' }, ...ended];
  const today = standing.map((own) => ({ ...own, ...commune }));
  const made = { units: [...units, ...today], changes, counts };
  return { province, made, always: alwaysThere(counts, ways) };
}

/** Some have nothing, or one case. */
function report(pick: Chance, unit: string, period: string): Counted {
  const received = pick(6) === 0 ? pick(2) : 10 + pick(200);
  return { unit, period, received, online: pick(received + 1) };
}

interface Reorganised {
  readonly standing: readonly Standing[];
  readonly ended: ReadonlySet<string>;
  readonly changes: readonly string[];
  readonly ways: Ways;
}

function reorganised(
  pick: Chance,
  before: readonly Standing[],
  name: string,
  date: string,
): Reorganised {
  const standing: Standing[] = [];
  const changes: string[] = [];
  const ways: Ways = new Map();
  const ended = new Set<string>();
  const left = [...before];
  const born = () => {
    const unit = `${name}-${standing.length}`;
    standing.push({ unit, from: date });
    return unit;
  };
  const goes = (kind: string, unit: string, shares: readonly (readonly [string, number])[]) => {
    const moved = shares.filter(([into]) => into !== unit);
    changes.push(...moved.map(([into, share]) => `${date} ${kind} ${unit} ${into} ${share}`));
    ways.set(unit, new Map(shares));
    if (moved.length === shares.length) ended.add(unit);
  };
  for (let own = left.shift(); own; own = left.shift()) {
    const { unit } = own;
    const kind = pick(5);
    const other = kind === 0 || kind === 2 ? left.shift() : undefined;
    if (kind === 0 && other) {
      const into = born();
      for (const one of [own, other]) goes('merge', one.unit, [[into, 1]]);
    } else if (kind === 1) {
      goes('split', unit, [
        [born(), 0.4],
        [born(), 0.6],
      ]);
    } else if (kind === 2 && other) {
      goes('transfer', unit, [
        [unit, 0.7],
        [other.unit, 0.3],
      ]);
      standing.push(own, other);
    } else if (kind === 3) goes('rename', unit, [[born(), 1]]);
    else standing.push(own);
  }
  return { standing, ended, changes, ways };
}

/** Counts carried forward into the units of today, each by its share. */
function alwaysThere(counts: readonly Counted[], ways: readonly Ways[]): World['always'] {
  const found = new Map<string, { online: number; received: number }>();
  for (const { unit, period, online, received } of counts) {
    const later = ways.slice((PERIODS as readonly string[]).indexOf(period));
    for (const [id, share] of carried(unit, later)) {
      const known = found.get(`${id} ${period}`) ?? { online: 0, received: 0 };
      found.set(`${id} ${period}`, {
        online: known.online + share * online,
        received: known.received + share * received,
      });
    }
  }
  return found;
}

function carried(unit: string, ways: readonly Ways[]): ReadonlyMap<string, number> {
  const start: ReadonlyMap<string, number> = new Map([[unit, 1]]);
  return ways.reduce((now, way) => {
    const next = new Map<string, number>();
    for (const [from, share] of now) {
      for (const [into, part] of way.get(from) ?? new Map([[from, 1]]))
        next.set(into, (next.get(into) ?? 0) + share * part);
    }
    return next;
  }, start);
}

function randomly(seed: number): Chance {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
