/** What files and the table of an explanation say of a figure: what it gives to the difference. */
import type { Subject } from '../../model/catalogue.ts';
import { type Figure, figureKey } from '../../model/figure.ts';
import type { Contribution } from '../../model/statistics/decomposition.ts';
import type { ExplainAnswer } from '../../question/explain.ts';
import { changeText } from '../figure.ts';
import type { FigureField } from '../figure-fields.ts';
import { fieldOver } from '../view-field.ts';
import { words } from '../words.ts';

/** What parts give, in the units of the subject; the whole has the sum of them. */
export function contributionFields(subject: Subject, answer: ExplainAnswer): FigureField[] {
  const { columns } = words.explaining;
  const parts = givenBy(answer);
  const field = fieldOver((figure) => parts.get(keyOf(figure)));
  const of = (csv: string, heading: string, share: (part: Effects) => number) =>
    field(csv, heading, {
      number: 'points',
      raw: (part) => share(part) * subject.scale,
      word: (part) => changeText(subject, share(part) * subject.scale),
    });
  return [
    of('rate_effect', columns.rate, ({ rate }) => rate),
    of('mix_effect', columns.mix, ({ mix }) => mix),
    of('effect', columns.given, ({ mix, rate }) => mix + rate),
  ];
}

type Effects = Pick<Contribution, 'mix' | 'rate'>;

/** By figure; a part that has none now stands with the one that it had. */
function givenBy({ figure, parts, figures, breakdown }: ExplainAnswer): Map<string, Effects> {
  const idOf = (one: Figure) => (breakdown ? one.category : one.unit);
  const isPart = (one: Figure) =>
    one.breakdown === breakdown && keyOf(one) !== (figure && keyOf(figure));
  const found = parts.flatMap((part): [string, Effects][] => {
    const own = part.figure ?? figures.find((one) => isPart(one) && idOf(one) === part.id);
    return own ? [[keyOf(own), part]] : [];
  });
  const sum = (of: 'mix' | 'rate') => parts.reduce((all, part) => all + part[of], 0);
  const whole: [string, Effects][] =
    figure && parts.length > 0 ? [[keyOf(figure), { mix: sum('mix'), rate: sum('rate') }]] : [];
  return new Map([...found, ...whole]);
}

function keyOf(figure: Figure): string {
  return `${figure.subject}~${figureKey(figure)}`;
}
