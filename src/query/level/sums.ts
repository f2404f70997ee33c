/** The sums that a question may need, made when they are asked for: of units below, and of what a unit was made of. */
import type { Dataset } from '../../model/dataset.ts';
import type { Figure } from '../../model/figure.ts';
import type { Period } from '../../model/time/period.ts';
import { lineageOf, type Piece } from '../../model/tree/lineage.ts';
import type { Scope } from '../../question/scope.ts';
import { absenceOf } from '../absence.ts';
import { expectedOf, listedReports } from './expected.ts';
import type { Found } from './found.ts';
import { baseLevel, gatherUnder } from './gather.ts';
import { sumFigure } from './sum.ts';

/** A question that may ask for a level, or for the boundaries of today. */
export type Asked = Omit<Scope, 'period'> & { readonly subject: string };

type Sum = (unit: string, period: string, category: string) => Figure | null;

export interface Sums {
  /** What the units below add up to; null where there are none. */
  readonly below: Sum;
  /** What a unit of today was made of at the time adds up to; null where it was itself. */
  readonly before: Sum;
  /** Units of the level that is added up which are below a unit: of the time, or of today; empty where there are none. */
  readonly members: (unit: string, period: string) => readonly string[];
  /** Units, or parts of them, that are added up for a unit; empty where there are none below. */
  readonly pieces: (unit: string, period: string) => readonly Piece[];
}

export function sumsOf(data: Dataset, question: Asked, found: Found): Sums {
  const { subject, breakdown } = question;
  const body = question.body ?? '';
  const listed = listedReports(data);
  const origins = piecesBefore(data, found);
  const members = membersBelow(data, question, found);
  const pieces = piecesOf(question, members, origins);
  return {
    members,
    pieces,
    below: kept((unit, period, category) => {
      const own = pieces(unit, period);
      if (own.length === 0) return null;
      const units = own.map((piece) => piece.unit);
      return sumFigure(data, {
        ...{ of: 'below', whole: false, pieces: own },
        place: { subject, unit, body, period, breakdown, category },
        none: absenceOf(data, unit, period),
        figures: found.cell(period, category),
        expected: (told) => expectedOf(listed, period, units, told),
      });
    }),
    before: kept((unit, period, category) => {
      const own = origins([unit], period);
      if (own.every((piece) => piece.unit === unit && piece.share === 1)) return null;
      return sumFigure(data, {
        ...{ of: 'before', whole: true, pieces: own },
        place: { subject, unit, body, period, breakdown, category },
        none: 'NO_DATA',
        figures: found.cell(period, category),
        expected: () => own.length,
      });
    }),
  };
}

function kept(make: Sum): Sum {
  const made = new Map<string, Figure | null>();
  return (unit, period, category) => {
    const key = [unit, period, category].join('~');
    const known = made.get(key);
    if (known !== undefined) return known;
    const sum = make(unit, period, category);
    made.set(key, sum);
    return sum;
  };
}

/**
 * What units of today consisted of at a period's end; of a period within which they changed, and for which nobody of
 * today speaks, at its start.
 */
function piecesBefore(data: Dataset, { tells }: Found) {
  const { piecesOn } = lineageOf(data);
  return (units: readonly string[], code: string): readonly Piece[] => {
    const period = data.periods.get(code);
    if (!period) return [];
    const last = piecesOn(units, period.end);
    if (last.some((piece) => tells(piece.unit, code))) return last;
    const first = piecesOn(units, period.start);
    return first.some((piece) => tells(piece.unit, code)) ? first : last;
  };
}

type Origins = ReturnType<typeof piecesBefore>;

/** What is added up: units below as they were, or what today's were made of at the time. */
function piecesOf({ basis }: Asked, members: Sums['members'], origins: Origins): Sums['pieces'] {
  return (unit, code) => {
    const own = members(unit, code);
    return basis === 'now' ? origins(own, code) : own.map((member) => ({ unit: member, share: 1 }));
  };
}

/** Units of one level below: as they were, or as they are today. */
function membersBelow(data: Dataset, question: Asked, found: Found): Sums['members'] {
  const level = question.level ?? '';
  const base = level === '' ? '' : baseLevel(data, level, found.units);
  const isNow = question.basis === 'now';
  const gathered = new Map<string, ReadonlyMap<string, readonly string[]>>();
  return (unit, code) => under(code).get(unit) ?? [];

  function under(code: string): ReadonlyMap<string, readonly string[]> {
    const key = isNow ? '' : code;
    const known = gathered.get(key);
    if (known) return known;
    const period: Period | null = isNow ? null : (data.periods.get(code) ?? null);
    const isAsked = base !== '' && (isNow || period !== null);
    const made = isAsked
      ? gatherUnder(data, { level, base, period, tells: found.tells })
      : new Map<string, string[]>();
    gathered.set(key, made);
    return made;
  }
}
