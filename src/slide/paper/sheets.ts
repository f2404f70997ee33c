/** A briefing as sheets of a workbook: one a view, with the figures behind it. */
import type { BriefingItem } from '../../address/briefing-item.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Figure, figureKey } from '../../model/figure.ts';
import { groupBy } from '../../model/group.ts';
import type { FigureField } from '../../text/figure-fields.ts';
import type { SlideDesk } from '../desk.ts';
import { type Slide, type TableSlide, uncut } from '../slide.ts';
import { slidesOf } from '../slides.ts';

export interface BriefingSheet {
  readonly title: string;
  readonly figures: readonly Figure[];
  /** Fields that the view adds to each of them. */
  readonly more?: readonly FigureField[];
  /** The findings and what the marks mean, or why there is nothing. */
  readonly remarks: readonly string[];
  /** Of a view that counts issues and shows no figures. */
  readonly table?:
    | { readonly columns: readonly string[]; readonly rows: readonly (string | number)[][] }
    | undefined;
}

export async function sheetsOf(
  desk: SlideDesk,
  items: readonly BriefingItem[],
): Promise<BriefingSheet[]> {
  const sheets: BriefingSheet[] = [];
  for (const item of items) {
    const { slides, remarks } = await slidesOf(desk, item, (slide) => [slide]);
    const [first, ...others] = slides.filter(({ type }) => type !== 'panels');
    const own = others.length === 0 ? first?.heading : '';
    sheets.push({
      title: item.name || own || item.title,
      figures: distinct(slides.flatMap(({ figures, beside = [] }) => [...figures, ...beside])),
      more: fieldsOf(slides),
      remarks: [...remarks, ...slides.flatMap(saidOf)],
      table: tableOf(slides),
    });
  }
  return sheets;
}

function saidOf({ sentence, note }: Slide): string[] {
  return [...new Set([sentence, note])].filter(Boolean);
}

/** Fields of the slides by their columns: each knows the figures of its own. */
function fieldsOf(slides: readonly Slide[]): FigureField[] {
  const all = slides.flatMap(({ fields = [] }) => fields);
  return [...groupBy(all, ({ csv }) => csv).values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const knows = (figure: Figure, data: Dataset) =>
      same.find(({ raw }) => raw(figure, data) !== null) ?? first;
    return [
      {
        ...first,
        raw: (figure: Figure, data: Dataset) => knows(figure, data).raw(figure, data),
        word: (figure: Figure, data: Dataset) => knows(figure, data).word(figure, data),
      },
    ];
  });
}

function distinct(figures: readonly Figure[]): Figure[] {
  const key = (figure: Figure) => `${figure.subject}~${figureKey(figure)}`;
  return [...new Map(figures.map((figure) => [key(figure), figure])).values()];
}

function tableOf(slides: readonly Slide[]): BriefingSheet['table'] {
  const [first] = slides;
  if (slides.length !== 1 || first?.type !== 'table' || first.figures.length > 0) return undefined;
  const slide = uncut(first);
  return {
    columns: slide.columns.map(({ name }) => name),
    rows: slide.rows.map((row) => cells(slide, row)),
  };
}

/** Counts are whole: their only signs are those between thousands. */
function cells({ columns }: TableSlide, row: TableSlide['rows'][number]): (string | number)[] {
  return row.map(({ text }, at) =>
    columns[at]?.number && /^[\d.,]+$/.test(text) ? Number(text.replace(/[.,]/g, '')) : text,
  );
}
