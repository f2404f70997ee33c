/** What the cells of a unit's slide say: value, target, group, change, what must be kept in mind. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, figureKey, isFlagged, isWeak } from '../../model/figure.ts';
import type { Issue } from '../../model/issue.ts';
import { Z_OF_MANY } from '../../model/statistics/interval.ts';
import { minGapOf } from '../../model/statistics/standing.ts';
import { changeVerdict, meaningOf } from '../../model/statistics/verdict.ts';
import { isJudged, shareOf } from '../../model/visit/peers.ts';
import type { StandingAnswer, StandingGroup } from '../../question/standing.ts';
import { changeText, targetText, valueText } from '../../text/figure.ts';
import { lowerFirst, upperFirst } from '../../text/letter-case.ts';
import { partName, periodName } from '../../text/name.ts';
import { words } from '../../text/words.ts';
import type { SlideDesk } from '../desk.ts';
import { doubtOf } from '../doubt/doubts.ts';
import { WEAK } from '../notes.ts';
import { countsAfter, largeText, onlyText } from '../page/few.ts';
import type { SlideCell } from '../slide.ts';
import type { Row } from './story.ts';

/** Holds no place. */
export const NONE: SlideCell = { text: '' };

export function cellsOf(
  { data }: SlideDesk,
  row: Row,
  period: string,
  { rows, reasons }: StandingAnswer,
  doubts: readonly Issue[],
): SlideCell[] {
  const { subject, figure, isMet } = row;
  const when = figure.period === period ? '' : ` (${lowerFirst(periodName(data, figure.period))})`;
  const name = [subject.shortName, partName(data, figure)].filter(Boolean).join(', ');
  const isSame = (other: Figure | null) => other !== null && figureKey(other) === figureKey(figure);
  const own = rows.find((other) => other.figure.subject === figure.subject && isSame(other.figure));
  const isBehind = reasons.some(
    (reason) =>
      reason.kind === 'level' && reason.subject === figure.subject && isSame(reason.figure),
  );
  const isFlag = isFlagged(figure);
  return [
    { text: name + when + countsAfter(figure), bold: isMet === null && isBehind },
    {
      text: largeText(data, figure) + (isWeak(figure) ? WEAK : ''),
      bold: true,
      ...(isMet === false ? { tone: 'error' as const } : {}),
      ...(isMet !== false && isFlag ? { tone: 'warning' as const } : {}),
    },
    targetCell(row),
    groupCell(subject, own?.group ?? null),
    changeCell(data, row, own?.before ?? null),
    noteCell(data, figure, doubts),
  ];
}

function targetCell({ subject, target }: Row): SlideCell {
  const text = target?.value == null ? words.present.nothing : targetText(subject, target.value);
  return { text };
}

/** What must be checked; of few cases how many they are. */
function noteCell(data: Dataset, figure: Figure, doubts: readonly Issue[]): SlideCell {
  if (isFlagged(figure))
    return { text: upperFirst(doubtOf(data, figure, doubts)), tone: 'warning' };
  const isFew = figure.flags.includes('SMALL_N');
  return isFew ? { text: words.present.forReference(onlyText(data, figure)) } : NONE;
}

/** What became worse beyond chance is bold; of a change that may be chance it is said that it is not sure. */
function changeCell(data: Dataset, row: Row, before: Figure | null): SlideCell {
  const { subject, figure, change } = row;
  if (change === null || figure.flags.includes('SMALL_N')) return { text: words.present.nothing };
  const text = changeText(subject, change);
  const meaning = changeMeaning(data, row, before);
  const { betterBy, worseBy, unclearBy } = words.present;
  if (meaning === null) return { text };
  if (meaning === 'better') return { text: betterBy(text) };
  if (meaning === 'worse') return { text: worseBy(text), bold: true };
  return { text: unclearBy(text) };
}

/** For better or worse beyond chance, or neither (''); null where that cannot be told. */
function changeMeaning(data: Dataset, { subject, figure }: Row, before: Figure | null) {
  const [now, then] = [shareOf(figure), before && shareOf(before)];
  if (!isJudged(subject) || !now || !then) return null;
  const found = changeVerdict(now, then, minGapOf(data, subject), Z_OF_MANY);
  return found === null ? null : meaningOf(found, subject.direction);
}

function groupCell(subject: Subject, group: StandingGroup | null): SlideCell {
  return { text: group ? valueText(subject, group.value) : words.present.nothing };
}
