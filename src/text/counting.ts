/** A definition of records in words: what was counted for a figure (docs/package.md, "Records"). */
import type { Temporal } from '../model/catalogue.ts';
import { categoryName, type Dataset, recordColumnName, recordName } from '../model/dataset.ts';
import type { Condition, RecordDefinition, RecordMeasure } from '../model/record/definition.ts';
import { words } from './words.ts';

/** '' where no kind of records, or more than one, counts this measure. */
export function countingText(data: Dataset, measure: string): string {
  const kinds = [...data.records.values()].flatMap((definition) =>
    definition.measures
      .filter((item) => item.measure === measure)
      .map((item) => ({ definition, item })),
  );
  const [only, ...more] = kinds;
  if (!only || more.length > 0) return '';
  const { definition, item } = only;
  const kind = recordName(definition);
  const rule = ruleText(data, definition, item, data.measures.get(measure)?.temporal ?? 'flow');
  if (item.value === '') return words.counting.counted(kind, rule);
  return words.counting.added(kind, columnText(definition, item.value), rule);
}

function ruleText(
  data: Dataset,
  definition: RecordDefinition,
  { event, until, filter }: RecordMeasure,
  temporal: Temporal,
): string {
  const say = words.counting;
  const day = columnText(definition, event);
  const conditions = filter.map((condition) => conditionText(data, definition, condition));
  const open = until === '' ? [] : [say.until(columnText(definition, until))];
  const joined = (...parts: readonly string[]) => parts.join('; ');
  if (temporal === 'stock') return joined(say.stock(day), ...open, ...conditions);
  const opening = joined(say.opening(day), ...open, ...conditions);
  if (temporal === 'opening') return opening;
  if (temporal === 'load') return say.load(say.flow(day), opening);
  return joined(say.flow(day), ...conditions);
}

function conditionText(
  data: Dataset,
  definition: RecordDefinition,
  { column, test, to }: Condition,
): string {
  const say = words.counting;
  const own = columnText(definition, column);
  if (test === 'given' || test === 'missing') return say[test](own);
  const known = definition.columns.find((item) => item.column === column);
  const values = to
    .filter((word) => word !== 'missing')
    .map((word) => valueText(data, definition, known?.breakdown ?? '', word));
  const listed = values.join(say.or);
  const isDay = known?.type === 'day';
  const text =
    test === '<>'
      ? say.not(own, listed)
      : isDay || test !== '='
        ? say.day[test](own, listed)
        : say.among(own, listed);
  return to.includes('missing') ? say.orMissing(text) : text;
}

function valueText(
  data: Dataset,
  definition: RecordDefinition,
  breakdown: string,
  word: string,
): string {
  if (word === 'end') return words.counting.end;
  const column = definition.columns.find((item) => item.column === word);
  if (column) return `“${recordColumnName(column)}”`;
  return breakdown === ''
    ? (words.import.records.flag[word] ?? word)
    : categoryName(data, breakdown, word);
}

function columnText({ columns }: RecordDefinition, id: string): string {
  const column = columns.find((item) => item.column === id);
  return column ? recordColumnName(column) : id;
}
