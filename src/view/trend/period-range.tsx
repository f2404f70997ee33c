/** From which period to which: written into the URL as "A..B". */

import { LATEST } from '../../address/period-choice.ts';
import { comparePeriods } from '../../model/time/period.ts';
import { formatPeriod } from '../../model/writing/date.ts';
import type { SubjectUse } from '../../question/subjects.ts';
import { words } from '../../text/words.ts';
import type { Desk } from '../part/desk.ts';
import { Choice } from '../part/fields.tsx';

export function PeriodRange({
  desk,
  use,
}: {
  readonly desk: Desk;
  readonly use: SubjectUse | undefined;
}) {
  const { data, state, change } = desk;
  const periods = (use?.periods ?? []).flatMap((code) => data.periods.get(code) ?? []);
  const fitting = periods.filter((period) => state.grain === 'any' || period.grain === state.grain);
  fitting.sort(comparePeriods);
  const [first, last] = [fitting[0], fitting.at(-1)];
  if (fitting.length < 3 || !first || !last) return null;
  const { from, to } =
    state.period.type === 'range' ? state.period : { from: first.code, to: last.code };
  const options = fitting.map((period) => ({ id: period.code, name: formatPeriod(period) }));
  const choose = (start: string, end: string) => {
    const whole = start === first.code && end === last.code;
    change({ period: whole ? LATEST : { type: 'range', from: start, to: end } });
  };
  return (
    <div className="range">
      <Choice
        label={words.trend.range}
        value={from}
        options={options}
        onChange={(code) => choose(code, to)}
      />
      <Choice
        label={words.trend.rangeTo}
        value={to}
        options={options}
        onChange={(code) => choose(from, code)}
      />
    </div>
  );
}
