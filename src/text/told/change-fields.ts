/** What files and the table of changes say of a figure: its base, the change, how far chance reaches, the verdict. */
import type { Subject } from '../../model/catalogue.ts';
import type { Figure } from '../../model/figure.ts';
import { type Change, changeInterval } from '../../model/statistics/change.ts';
import { changeText, figureText } from '../figure.ts';
import type { FigureField } from '../figure-fields.ts';
import { periodName } from '../name.ts';
import { fieldOver, type Make } from '../view-field.ts';
import { words } from '../words.ts';
import { changeWords, percentOf, percentText } from './change.ts';

/** @param since name of the base; '' where groups have several */
export function changeFields(
  subject: Subject,
  changes: ReadonlyMap<Figure, Change>,
  since: string,
): FigureField[] {
  const { columns } = words.comparing.change;
  const field = fieldOver((figure) => changes.get(figure));
  const reach = (change: Change, end: 'low' | 'high') => {
    const interval = changeInterval(subject, change);
    return interval && interval[end] * subject.scale;
  };
  return [
    field('base_period', columns.period, {
      raw: ({ base }) => base?.period ?? '',
      word: ({ base }, data) => (base ? periodName(data, base.period) : ''),
    }),
    field('base_value', columns.base(since), {
      number: 'value',
      raw: ({ base }) => base?.value ?? null,
      word: ({ base }) => (base ? figureText(subject, base) : words.absence.NO_DATA),
    }),
    field('change', columns.change, {
      number: 'points',
      raw: ({ by }) => by,
      word: ({ by }) => (by === null ? '' : changeText(subject, by)),
    }),
    ...(subject.isRatio ? [] : [percentField(subject, field, columns.percent)]),
    ...(['low', 'high'] as const).map((end) =>
      field(`change_${end}`, columns[end], {
        number: 'points',
        raw: (change) => reach(change, end),
        word: () => '',
      }),
    ),
    field('change_verdict', columns.verdict, {
      raw: (change) => changeWords(change)?.tone ?? '',
      word: (change) => changeWords(change)?.text ?? '',
    }),
  ];
}

function percentField(subject: Subject, field: Make<Change>, heading: string): FigureField {
  return field('change_percent', heading, {
    number: 'points',
    raw: (change) => percentOf(subject, change),
    word: (change) => {
      const percent = percentOf(subject, change);
      return percent === null ? '' : percentText(percent);
    },
  });
}
