/** A briefing as an annex in Word: its parts with findings, charts, tables and their documents as footnotes. */
import {
  AlignmentType,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Paragraph,
  TextRun,
} from 'docx';
import type { Report, ReportBlock, ReportPart } from '../../slide/paper/report.ts';
import type { DrawnSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';
import { formEnd, formHead, rule } from './decree-form.ts';
import { type Block, centred, mm, paperFile, prose, run, SIZE, TEXT_WIDTH } from './style.ts';
import { wordTable } from './table.ts';

export interface ChartPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}
export type DrawChart = (chart: DrawnSlide) => Promise<ChartPicture | null>;

/** The paper while it is written: what is counted through all of it. */
interface Writing {
  readonly draw: DrawChart;
  /** The part before the signature. */
  isLast: boolean;
  figures: number;
  tables: number;
  readonly notes: Record<string, { readonly children: readonly Paragraph[] }>;
}

export async function reportFile(report: Report, draw: DrawChart): Promise<Blob> {
  const writing: Writing = { draw, isLast: false, figures: 0, tables: 0, notes: {} };
  const parts: Block[] = [];
  for (const [at, part] of report.parts.entries()) {
    writing.isLast = at === report.parts.length - 1;
    parts.push(...(await partBlocks(part, `${at + 1}`, writing)));
  }
  return paperFile({
    title: report.title,
    organisation: report.organisation,
    children: [...heads(report), ...parts, gap(), formEnd(words.paper.recipientLines)],
    footnotes: writing.notes,
  });
}

/** Head, title, what it is made from and what is unfinished. */
function heads({ title, organisation, synthetic, lead }: Report): Block[] {
  return [
    formHead(organisation, words.paper.reportNumber),
    centred(words.paper.annex, { bold: true }, 240),
    centred(title.toLocaleUpperCase(), { bold: true }, 60, 24),
    centred(words.paper.attached, { italics: true, size: SIZE.head }, 60),
    rule(TEXT_WIDTH, 40),
    ...(synthetic ? [prose([run(synthetic, { bold: true })])] : []),
    ...lead.map((text) => prose([run(text)])),
  ];
}

async function partBlocks(
  { name, note, blocks, remarks }: ReportPart,
  number: string,
  writing: Writing,
): Promise<Block[]> {
  const missing = blocks.length === 0 ? [words.paper.gone] : [];
  const said = remarks.length > 0 ? [...missing, ...remarks].join(' ') : '';
  const made: Block[] = [
    heading(`${number}. ${name}`, HeadingLevel.HEADING_1),
    ...(note ? [prose([run(words.paper.officerNote(note), { italics: true })])] : []),
    ...(said ? [prose([run(said, { italics: true })])] : []),
  ];
  for (const [at, block] of blocks.entries()) {
    const own = blocks.length > 1 ? `${number}.${at + 1}. ${block.heading || name}` : '';
    if (own) made.push(heading(own, HeadingLevel.HEADING_2));
    made.push(...(await blockParagraphs(block, writing)));
  }
  return made;
}

async function blockParagraphs(block: ReportBlock, writing: Writing): Promise<Block[]> {
  const { charts, tables, footnotes, sentence, citation } = block;
  const pictures: { picture: ChartPicture; chart: DrawnSlide }[] = [];
  for (const chart of charts) {
    const picture = await writing.draw(chart);
    if (picture) pictures.push({ picture, chart });
  }
  const source = citation ? [footnote(citation, writing)] : [];
  const isSaid = block.finding !== '' || sentence !== '';
  const [onPicture, onTable] = isSaid ? [[], []] : pictures[0] ? [source, []] : [[], source];
  return [
    ...(isSaid ? [prose([...finding(block), ...source])] : []),
    ...pictures.flatMap(({ picture, chart }, at) => [
      pictureBlock(picture, chart.heading, block),
      caption(words.paper.figure(++writing.figures), chart.heading, at > 0 ? [] : onPicture, true),
    ]),
    ...tables.flatMap((table, at) => [
      caption(words.paper.table(++writing.tables), table.caption, at === 0 ? onTable : [], false),
      wordTable({ ...table, isLast: writing.isLast && footnotes.length === 0 }),
    ]),
    ...notes(footnotes),
  ];
}

function finding({ finding: short, sentence }: ReportBlock): TextRun[] {
  const ended = short && !/[.:;]$/.test(short) ? `${short}.` : short;
  return [
    ...(ended ? [run(sentence ? `${ended} ` : ended, { bold: true })] : []),
    ...(sentence ? [run(sentence)] : []),
  ];
}

function heading(text: string, level: (typeof HeadingLevel)[keyof typeof HeadingLevel]): Paragraph {
  return new Paragraph({
    text,
    heading: level,
    alignment: AlignmentType.JUSTIFIED,
    keepNext: true,
  });
}

/** The next footnote of the paper. */
function footnote(text: string, { notes: all }: Writing): FootnoteReferenceRun {
  const id = Object.keys(all).length + 1;
  all[id] = {
    children: [
      new Paragraph({
        style: 'FootnoteText',
        children: [run(` ${text}`, { size: SIZE.footnote })],
      }),
    ],
  };
  return new FootnoteReferenceRun(id);
}

/** Pixels of a picture as wide as the text. */
const PICTURE_WIDTH = (TEXT_WIDTH / 25.4) * 96;
/** Of a picture, so that its caption stays with it on one page; of a chart, that it finds room beside its text. */
const MOST_HEIGHT = (215 / 25.4) * 96;
const CHART_HEIGHT = (84 / 25.4) * 96;

function pictureBlock(
  { png, width, height }: ChartPicture,
  heading: string,
  block: ReportBlock,
): Paragraph {
  const most = height < width ? CHART_HEIGHT : MOST_HEIGHT;
  const scale = Math.min(PICTURE_WIDTH / width, most / height);
  const name = words.paper.chart(heading);
  const description = [name, block.sentence || block.finding].filter(Boolean).join('. ');
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 120 },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
        altText: { name, title: name, description },
      }),
    ],
  });
}

/** Under a picture, or above its table and never apart from it. */
function caption(
  number: string,
  text: string,
  source: readonly FootnoteReferenceRun[],
  isUnder: boolean,
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: !isUnder,
    spacing: { before: isUnder ? 40 : 160, after: isUnder ? 120 : 60 },
    children: [
      run(number, { bold: true, size: SIZE.head }),
      run(text, { italics: true, size: SIZE.head }),
      ...source,
    ],
  });
}

function notes(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line, at) =>
      new Paragraph({
        alignment: AlignmentType.JUSTIFIED,
        spacing: { before: at === 0 ? 60 : 0 },
        indent: { left: mm(5) },
        children: [
          ...(at === 0
            ? [run(`${words.paper.notes} `, { italics: true, bold: true, size: SIZE.note })]
            : []),
          run(line, { italics: true, size: SIZE.note }),
        ],
      }),
  );
}

function gap(): Paragraph {
  return new Paragraph({ children: [new TextRun('')], keepNext: true });
}
