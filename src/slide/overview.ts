import { isNarrowed, overviewQuestion } from '../address/scope.ts';
import type { Subject } from '../model/catalogue.ts';
import { type Dataset, subjectOf } from '../model/dataset.ts';
import type { Figure } from '../model/figure.ts';
import { isFlagged } from '../model/figure.ts';
import { type Change, changesOfMany } from '../model/statistics/change.ts';
import { commonPeriod, reportingUnits } from '../model/statistics/rank.ts';
import type { Period } from '../model/time/period.ts';
import { tellingSubjects } from '../model/visit/matter.ts';
import { formatPeriodShort } from '../model/writing/date.ts';
import { formatCount } from '../model/writing/number.ts';
import type { OverviewAnswer } from '../question/overview.ts';
import { figureText, signedText } from '../text/figure.ts';
import { lowerFirst } from '../text/letter-case.ts';
import { periodName, unitName } from '../text/name.ts';
import { words } from '../text/words.ts';
import type { SlideDesk } from './desk.ts';
import { FLAG, footnotesOf } from './notes.ts';
import type { Slide, SlideCell } from './slide.ts';
import { textsOf } from './texts.ts';

/** Indicators beside each other on one slide, and units on its pages. */
const MOST_SUBJECTS = 6;
const MOST_LISTED = 60;

/** Units × the indicators that most of them have. */
export async function overviewSlide(desk: SlideDesk): Promise<Slide[]> {
  const { data, ask, state } = desk;
  const answer = await ask(overviewQuestion(desk));
  const units = reportingUnits(data, answer, isNarrowed({ ...state, q: '' }));
  const subjects = tellingSubjects(data, answer.figures)
    .flatMap((id) => subjectOf(data, id) ?? [])
    .slice(0, MOST_SUBJECTS);
  const shown = units.slice(0, MOST_LISTED);
  if (shown.length === 0 || subjects.length === 0) return [];
  const figures = answer.figures.filter((figure) => subjects.some((s) => s.id === figure.subject));
  const changes = changesOfMany(data, subjects, figures, answer.before);
  return [
    {
      type: 'table',
      ...textsOf(desk, words.overview.heading, figures),
      sentence: attentionText(data, answer),
      footnotes: [
        ...(units.length > shown.length ? [words.present.listed(MOST_LISTED)] : []),
        ...(answer.before.length > 0 ? [words.present.changes] : []),
        ...footnotesOf(data, figures).slice(0, 2),
      ],
      columns: [
        { name: words.column.unit, number: false },
        ...subjects.map((subject) => {
          const period = commonPeriod(answer.figures, subject.id);
          return {
            name: [subject.shortName, lowerFirst(periodName(data, period))]
              .filter(Boolean)
              .join(', '),
            number: true,
          };
        }),
      ],
      rows: shown.map((unit) => [
        { text: unitName(data, unit), bold: true },
        ...subjects.map((subject) => overviewCell(data, subject, unit, answer, changes)),
      ]),
    },
  ];
}

/** What the tiles of the screen say: what is left undone, and where most of it. */
function attentionText(data: Dataset, { tiles }: OverviewAnswer): string {
  const told = tiles.flatMap(({ subject, value, period, units, most }) => {
    const about = subjectOf(data, subject);
    const [first] = most;
    if (!about || !first) return [];
    const name = unitName(data, first.unit);
    const where = units === 1 ? name : words.overview.mostOf(name, formatCount(first.value));
    const when = lowerFirst(periodName(data, period));
    return [`${about.name}: ${formatCount(value)} ${about.unitLabel}, ${when} (${where})`];
  });
  return told.length > 0 ? `${told.join('; ')}.` : '';
}

function overviewCell(
  data: Dataset,
  subject: Subject,
  unit: string,
  answer: OverviewAnswer,
  changes: ReadonlyMap<Figure, Change>,
): SlideCell {
  const about = (figure: Figure) => figure.unit === unit && figure.subject === subject.id;
  const figure = answer.figures.find(about);
  if (!figure) return { text: '' };
  const found = changes.get(figure);
  const isClear = found?.verdict === 'higher' || found?.verdict === 'lower';
  const beyond = isClear ? ` ${words.comparing.change.beyond}` : '';
  const differs = figure.period !== commonPeriod(answer.figures, subject.id);
  const period = data.periods.get(figure.period);
  const said = [
    found?.by == null ? '' : `${signedText(subject, found.by)}${beyond}`,
    differs && period ? shortPeriod(data, period) : '',
  ].filter(Boolean);
  const text = `${figureText(subject, figure)}${isFlagged(figure) ? ` ${FLAG}` : ''}`;
  return {
    text: said.length === 0 ? text : `${text} (${said.join('; ')})`,
    ...(isFlagged(figure) ? { tone: 'error' as const } : {}),
  };
}

/** Cells are narrow: "9T/2025", but "năm 2025". */
function shortPeriod(data: Dataset, period: Period): string {
  return period.grain === 'year'
    ? lowerFirst(periodName(data, period.code))
    : formatPeriodShort(period);
}
