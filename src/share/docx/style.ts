/** The form of Decree 30/2020/NĐ-CP, Annex I: A4, margins 20-20-30-15 mm, Times New Roman, black, sizes in points. */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  type Table,
  TextRun,
} from 'docx';
import { language } from '../../model/writing/language.ts';
import { palette } from '../../style/palette.ts';

export const FONT = 'Times New Roman';
/** As the format wants it: without the sign before it. */
export const INK = palette.paper.slice(1);
/** Points: body and titles, tables, what stands under them, footnotes and recipients. */
export const SIZE = {
  body: 14,
  head: 13,
  motto: 12,
  table: 12,
  note: 12,
  recipients: 11,
  footnote: 10,
};

const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };
const PAGE = { width: 210, height: 297 };
/** Millimetres between the margins. */
export const TEXT_WIDTH = PAGE.width - MARGINS.left - MARGINS.right;

/** To be filled in by hand. */
export const FILL = '………………………………';

export type Block = Paragraph | Table;
export type Footnotes = Record<string, { readonly children: readonly Paragraph[] }>;

/** Millimetres in the unit of the format, 1/20 point. */
export function mm(length: number): number {
  return Math.round((length / 25.4) * 1440);
}

interface RunLook {
  readonly size?: number;
  readonly bold?: boolean;
  readonly italics?: boolean;
}

export function run(text: string, { size = SIZE.body, ...look }: RunLook = {}): TextRun {
  return new TextRun({ text, size: size * 2, ...look });
}

/** A text of several lines. */
export function runs(text: string, look: RunLook = {}): TextRun[] {
  const { size = SIZE.body, ...more } = look;
  return text
    .split('\n')
    .map(
      (line, at) =>
        new TextRun({ text: line, size: size * 2, ...(at > 0 ? { break: 1 } : {}), ...more }),
    );
}

/** A paragraph of the text: justified, its first line 10 mm in, 6 pt apart from the one before. */
export function prose(children: readonly ParagraphChild[]): Paragraph {
  return new Paragraph({
    children,
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: mm(10) },
    spacing: { before: 120, line: 276 },
  });
}

/** Lines in the middle, so many millimetres away from both margins. */
export function centred(text: string, look: RunLook = {}, before = 0, side = 0): Paragraph {
  return new Paragraph({
    children: runs(text, look),
    alignment: AlignmentType.CENTER,
    keepNext: true,
    indent: { left: mm(side), right: mm(side) },
    spacing: { before },
  });
}

interface Paper {
  readonly title: string;
  readonly organisation: string;
  readonly children: readonly Block[];
  readonly footnotes?: Footnotes;
}

/** The file; page numbers stand in the middle above, from the second page on. */
export function paperFile({ title, organisation, children, footnotes = {} }: Paper): Promise<Blob> {
  const heading = { run: { size: SIZE.body * 2, bold: true, color: INK, font: FONT } };
  const file = new Document({
    title,
    creator: organisation,
    lastModifiedBy: organisation,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: SIZE.body * 2, language: { value: LOCALES[language()] } },
        },
        heading1: {
          ...heading,
          paragraph: { spacing: { before: 240, after: 60 }, keepNext: true },
        },
        heading2: {
          ...heading,
          paragraph: { spacing: { before: 180, after: 60 }, keepNext: true },
        },
        footnoteText: {
          run: { size: SIZE.footnote * 2, font: FONT },
          paragraph: { alignment: AlignmentType.JUSTIFIED },
        },
      },
    },
    footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: mm(PAGE.width), height: mm(PAGE.height) },
            margin: {
              top: mm(MARGINS.top),
              bottom: mm(MARGINS.bottom),
              left: mm(MARGINS.left),
              right: mm(MARGINS.right),
              header: mm(10),
              footer: mm(10),
            },
          },
        },
        headers: { default: pageNumber(), first: new Header({ children: [new Paragraph({})] }) },
        children: [...children],
      },
    ],
  });
  return Packer.toBlob(file);
}

const LOCALES = { vi: 'vi-VN', en: 'en-GB' };

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: SIZE.head * 2 });
  return new Header({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}
