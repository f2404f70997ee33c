/** What a card of changes says: title, sentence, the columns of its table, its notes. */
import type { Subject } from '../../../model/catalogue.ts';
import type { Figure } from '../../../model/figure.ts';
import { baseOf, type Change } from '../../../model/statistics/change.ts';
import type { Base } from '../../../model/time/base.ts';
import type { CompareGroup } from '../../../question/compare.ts';
import { changeText, figureText } from '../../../text/figure.ts';
import { lowerFirst } from '../../../text/letter-case.ts';
import {
  baseName,
  changeNotes,
  changeSentence,
  changesIn,
  changeWords,
  percentOf,
  percentText,
} from '../../../text/told/change.ts';
import { words } from '../../../text/words.ts';
import type { MoreColumns } from '../../card/figure-table.tsx';
import type { Desk } from '../../part/desk.ts';

export interface Said {
  readonly title: (name: string) => string;
  readonly sentence: string;
  /** Of which the table and the files have rows beside those of the drawing. */
  readonly figures: readonly Figure[];
  readonly more: MoreColumns | undefined;
  readonly notes: readonly string[];
}

export function saidOfChange({ data, state }: Desk, { subject, groups, all }: SaidProps): Said {
  const changes = changesIn(data, subject, groups);
  const [first] = all;
  const base = first ? baseName(data, first, state.base) : '';
  const told = [...changesIn(data, subject, first ? [first] : []).values()];
  return {
    title: (name) =>
      titleOf(name, new Set(groups.map((one) => baseName(data, one, state.base))), state.base),
    sentence: changeSentence(data, subject, first, state.base),
    figures: groups.flatMap(({ rows }) => rows.flatMap((row) => baseOf(row) ?? [])),
    more: base ? columnsOf(subject, changes, base) : undefined,
    notes: changeNotes(data, subject, told, state.base),
  };
}

/** Groups of several periods have several bases: then their common name stands. */
function titleOf(name: string, bases: ReadonlySet<string>, base: Base): string {
  const [only] = bases;
  const { bases: names, change } = words.comparing;
  if (bases.size === 1) return only ? change.title(name, only) : name;
  return base in names ? `${name}: ${lowerFirst(names[base as keyof typeof names])}` : name;
}

interface SaidProps {
  readonly subject: Subject;
  readonly groups: readonly CompareGroup[];
  /** Before the search: sentence and notes are about these. */
  readonly all: readonly CompareGroup[];
}

/** Beside each value the one at the base, the change, and whether it is beyond chance. */
function columnsOf(
  subject: Subject,
  changes: ReadonlyMap<Figure, Change>,
  since: string,
): MoreColumns {
  const { base, change, percent, verdict } = words.comparing.change.columns;
  const names = [base(since), change, ...(subject.isRatio ? [] : [percent]), verdict];
  const of = (figure: Figure) => {
    const found = changes.get(figure);
    if (!found) return names.map(() => '');
    const share = percentOf(subject, found);
    return [
      found.base ? figureText(subject, found.base) : words.absence.NO_DATA,
      found.by === null ? '' : changeText(subject, found.by),
      ...(subject.isRatio ? [] : [share === null ? '' : percentText(share)]),
      changeWords(found)?.text ?? '',
    ];
  };
  return { names, of };
}
