/** What a unit's slide says of its indicators: its title, what is met, whose the group's value is, what the marks mean. */
import type { Subject } from '../../model/catalogue.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, figureKey, isFlagged, showsReported } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import { compareCodes, severityOf } from '../../model/issue.ts';
import type { StandingAnswer } from '../../question/standing.ts';
import { figureText, reportedText } from '../../text/figure.ts';
import { codeName } from '../../text/issue.ts';
import { lowerFirst } from '../../text/letter-case.ts';
import { unitName } from '../../text/name.ts';
import { storyText } from '../../text/told/story.ts';
import { fitting } from '../../text/told/title.ts';
import { words } from '../../text/words.ts';
import { FLAG } from '../notes.ts';

/** A unit's result on one indicator. */
export interface Row {
  readonly subject: Subject;
  readonly figure: Figure;
  readonly target: Figure | null;
  /** Against the target; null where there is none, or the two cannot be held against each other. */
  readonly isMet: boolean | null;
  readonly change: number | null;
}

export function titleOf(name: string, rows: readonly Row[]): string {
  const judged = judgedOf(rows);
  const missed = judged.filter(({ isMet }) => isMet === false).length;
  if (judged.length === 0) {
    const flagged = rows.filter(({ figure }) => isFlagged(figure));
    if (flagged.length === 0) return '';
    return fitting('', [
      ...flagged.flatMap((row) => disagreement(name, row)),
      words.title.toCheck(name, flagged.length),
    ]);
  }
  return fitting('', [
    missed > 0
      ? words.title.missed(name, missed, judged.length)
      : words.title.met(name, judged.length),
  ]);
}

/** One row an indicator that has a target: of several bodies one that misses it. */
function judgedOf(rows: readonly Row[]): Row[] {
  const judged = rows.filter(({ isMet }) => isMet !== null);
  return [...groupBy(judged, ({ subject }) => subject.id).values()].flatMap(
    (same) => same.find(({ isMet }) => isMet === false) ?? same.slice(0, 1),
  );
}

/** What follows from a rate that its own counts do not give, where the title tells of one; '' elsewhere. */
export function doubtLead(rows: readonly Row[]): string {
  const isTold = rows.every(({ isMet }) => isMet === null);
  const isAny = rows.some(({ figure }) => isFlagged(figure) && showsReported(figure));
  return isTold && isAny ? words.present.disagreeLead : '';
}

/** "Phường A: hồ sơ trực tuyến báo cáo ghi 100%, số đếm cho 20,9%". */
function disagreement(name: string, { subject, figure }: Row): string[] {
  if (!showsReported(figure) || figure.value === null) return [];
  const [stated, counted] = [reportedText(subject, figure), figureText(subject, figure)];
  return [words.title.disagrees(name, lowerFirst(subject.shortName), stated, counted)];
}

/** What is met, by name, where not all is; then how it stands in its group, and since a year before. */
export function toldOf(data: Dataset, rows: readonly Row[], standing: StandingAnswer): string {
  return [metText(rows), storyText(data, standing, false)].filter(Boolean).join(' ');
}

/** "Đạt 4/13 chỉ tiêu: số hóa hồ sơ, hộ nghèo."; '' where all or none are met. */
export function metText(rows: readonly Row[]): string {
  const judged = judgedOf(rows);
  const met = judged.filter(({ isMet }) => isMet);
  const names = met.map(({ subject }) => lowerFirst(subject.shortName)).join(', ');
  const isSome = met.length > 0 && met.length < judged.length;
  return isSome ? words.present.metOnes(met.length, judged.length, names) : '';
}

/** Whose the group's value is: what their parent reports may be another. */
export function groupNote(
  data: Dataset,
  unit: string,
  shown: readonly Row[],
  standing: StandingAnswer,
): string[] {
  const { parent } = data.units.at(unit);
  const isShown = ({ figure }: StandingAnswer['rows'][number]) =>
    shown.some((row) => figureKey(row.figure) === figureKey(figure));
  const isAny = standing.rows.some((row) => row.group !== null && isShown(row));
  return parent && isAny ? [words.present.groupOf(unitName(data, parent))] : [];
}

/** What the marks mean, by indicator: the unit is the slide's. */
export function flagNotes(rows: readonly Row[]): string[] {
  return rows
    .filter(({ figure }) => isFlagged(figure))
    .map(({ subject, figure }) => {
      const codes = figure.flags.filter((code) => severityOf(code) === 'error');
      const stated = showsReported(figure)
        ? words.chart.reported(reportedText(subject, figure))
        : '';
      const told = [codes.sort(compareCodes).map(codeName).join('; '), stated].filter(Boolean);
      return `${FLAG} ${subject.shortName}: ${told.join(', ')}`;
    });
}
