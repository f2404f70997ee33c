/** What a card of changes says: title, sentence, the columns of its table, its notes. */
import type { Subject } from '../../../model/catalogue.ts';
import type { Figure } from '../../../model/figure.ts';
import { baseOf } from '../../../model/statistics/change.ts';
import type { Base } from '../../../model/time/base.ts';
import type { CompareGroup } from '../../../question/compare.ts';
import type { FigureField } from '../../../text/figure-fields.ts';
import { lowerFirst } from '../../../text/letter-case.ts';
import { baseName, changeNotes, changeSentence, changesIn } from '../../../text/told/change.ts';
import { changeFields } from '../../../text/told/change-fields.ts';
import { words } from '../../../text/words.ts';
import { columnsOf, type MoreColumns } from '../../card/figure-table.tsx';
import type { Desk } from '../../part/desk.ts';

export interface Said {
  readonly title: (name: string) => string;
  readonly sentence: string;
  /** Of which the table and the files have rows beside those of the drawing. */
  readonly figures: readonly Figure[];
  readonly more: MoreColumns | undefined;
  /** The same in files. */
  readonly fields: readonly FigureField[];
  readonly notes: readonly string[];
}

export function saidOfChange({ data, state }: Desk, { subject, groups, all }: SaidProps): Said {
  const changes = changesIn(data, subject, groups);
  const [first] = all;
  const base = first ? baseName(data, first, state.base) : '';
  const fields = base ? changeFields(subject, changes, base) : [];
  const told = [...changesIn(data, subject, first ? [first] : []).values()];
  return {
    title: (name) =>
      titleOf(name, new Set(groups.map((one) => baseName(data, one, state.base))), state.base),
    sentence: changeSentence(data, subject, first, state.base),
    figures: groups.flatMap(({ rows }) => rows.flatMap((row) => baseOf(row) ?? [])),
    more: base ? columnsOf(data, fields.filter(isRead)) : undefined,
    fields,
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

/** The base stands in a heading; ends of intervals are for who reckons on. */
function isRead({ csv }: FigureField): boolean {
  return !['base_period', 'change_low', 'change_high'].includes(csv);
}

interface SaidProps {
  readonly subject: Subject;
  readonly groups: readonly CompareGroup[];
  /** Before the search: sentence and notes are about these. */
  readonly all: readonly CompareGroup[];
}
