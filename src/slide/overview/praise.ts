/** Who does well: those that meet every target of theirs, else those that miss fewest. */
import { type Dataset, subjectOf } from '../../model/dataset.ts';
import { groupBy } from '../../model/group.ts';
import { reaches } from '../../model/statistics/reference.ts';
import { formatCount } from '../../model/writing/number.ts';
import type { TargetRow } from '../../question/standing.ts';
import { unitName } from '../../text/name.ts';
import { words } from '../../text/words.ts';

/** Targets that a unit has at least, and units that are named. */
const FEWEST = 3;
const MOST_NAMES = 4;

/** "Đạt mọi chỉ tiêu được giao: Phường A, Xã B."; '' where no unit has a few targets, or nobody stands out. */
export function praiseText(
  data: Dataset,
  targets: readonly TargetRow[],
  units: readonly string[],
): string {
  const records = units.map((unit) => recordOf(data, targets, unit));
  const judged = records.filter(({ all }) => all >= FEWEST);
  const whole = judged.filter(({ met, all }) => met === all);
  const { metAll, metMost, ofUnits } = words.present;
  if (whole.length > 0) return metAll(namesOf(data, whole));
  const missed = ({ met, all }: TargetRecord) => all - met;
  const [first, ...others] = judged.sort((a, b) => missed(a) - missed(b) || b.all - a.all);
  if (!first || first.met <= first.all / 2) return '';
  const alike = others.filter((one) => missed(one) === missed(first));
  const isOne = alike.every(({ all }) => all === first.all);
  const told = isOne ? ofUnits(missed(first), first.all) : formatCount(missed(first));
  return metMost(namesOf(data, [first, ...alike]), told);
}

export interface TargetRecord {
  readonly unit: string;
  readonly met: number;
  readonly all: number;
}

/** How many of its targets a unit meets: of several bodies all must. */
export function recordOf(data: Dataset, targets: readonly TargetRow[], unit: string): TargetRecord {
  const own = targets.filter(({ figure }) => figure.unit === unit);
  const latest = groupBy(own, ({ figure }) => `${figure.subject}~${figure.body}`);
  const judged = [...latest.values()].flatMap(([row]) => {
    const subject = row && subjectOf(data, row.figure.subject);
    const goal = row?.targets.find(({ kind }) => kind === 'target') ?? null;
    const isMet = subject && row ? reaches(subject, row.figure, goal) : null;
    return isMet === null || !subject ? [] : [{ of: subject.id, isMet }];
  });
  const found = [...groupBy(judged, ({ of }) => of).values()].map((same) =>
    same.every(({ isMet }) => isMet),
  );
  return { unit, met: found.filter(Boolean).length, all: found.length };
}

function namesOf(data: Dataset, records: readonly TargetRecord[]): string {
  const names = records.slice(0, MOST_NAMES).map(({ unit }) => unitName(data, unit));
  const more = records.length - names.length;
  return names.join(', ') + (more > 0 ? words.proposals.others(more) : '');
}
