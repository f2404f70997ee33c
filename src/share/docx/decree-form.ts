/** What stands at the top and at the end of every official paper, left to be filled in. */
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { words } from '../../text/words.ts';
import { FILL, INK, mm, run, runs, SIZE, TEXT_WIDTH } from './style.ts';

/** Millimetres of the issuing body's side; the motto takes the rest. */
const LEFT = 62;
const RIGHT = TEXT_WIDTH - LEFT;

/** Superior, issuing body and number on the left, country, motto, place and day on the right. */
export function formHead(organisation: string, number: string): Table {
  const { motto, dateLine } = words.paper;
  const left = [
    middle(FILL, { size: SIZE.motto }),
    middle((organisation || FILL).toLocaleUpperCase(), { size: SIZE.motto, bold: true }),
    rule(LEFT, 24),
    middle(number, { size: SIZE.head }),
  ];
  const right = [
    middle(motto.country, { size: SIZE.motto, bold: true }),
    middle(motto.words, { size: SIZE.head, bold: true }),
    rule(RIGHT, motto.words.length * 2.2),
    middle(dateLine, { size: SIZE.head, italics: true }),
  ];
  return sides([left, right], [LEFT, RIGHT]);
}

/** Recipients on the left, who signs on the right. */
export function formEnd(lines: readonly string[]): Table {
  const { authority, signHere } = words.paper;
  const right = [
    middle(authority, { bold: true }),
    middle(FILL, { bold: true }),
    middle(signHere, { size: SIZE.head, italics: true }),
    ...SPACE.map(() => middle('')),
    middle(FILL, { bold: true }),
  ];
  return sides([formRecipients(lines), right], [TEXT_WIDTH / 2, TEXT_WIDTH / 2]);
}

/** Who gets it. */
export function formRecipients(lines: readonly string[]): Paragraph[] {
  const { recipients } = words.paper;
  return [
    new Paragraph({ children: [run(recipients, { size: SIZE.note, bold: true, italics: true })] }),
    ...lines.map((line) => new Paragraph({ children: [run(line, { size: SIZE.recipients })] })),
  ];
}

/** Lines that a hand and a seal need. */
const SPACE = [1, 2, 3];

/** Two who sign beside each other. */
export function formSigners(names: readonly string[], hint: string): Table {
  const cells = names.map((name) => [
    middle(name, { bold: true, size: SIZE.head }),
    middle(hint, { italics: true, size: SIZE.note }),
    ...SPACE.map(() => middle('')),
  ]);
  return sides(
    cells,
    names.map(() => TEXT_WIDTH / names.length),
  );
}

function middle(text: string, look: Parameters<typeof runs>[1] = {}): Paragraph {
  return new Paragraph({
    children: runs(text, look),
    alignment: AlignmentType.CENTER,
    keepNext: true,
  });
}

/** A drawn line of so many millimetres in the middle of a place. */
export function rule(place: number, length: number): Paragraph {
  const side = mm(Math.max(0, place - length) / 2);
  return new Paragraph({
    indent: { left: side, right: side },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: INK } },
    spacing: { before: 40, line: 120, lineRule: 'exact' },
    keepNext: true,
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };

/** Cells beside each other without lines, on one page. */
function sides(cells: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  return new Table({
    width: { size: mm(TEXT_WIDTH), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    margins: { left: 0, right: 0 },
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: mm(10), rule: HeightRule.ATLEAST },
        children: cells.map(
          (children, at) =>
            new TableCell({
              children: [...children],
              borders: NO_BORDERS,
              width: { size: mm(widths[at] ?? 0), type: WidthType.DXA },
            }),
        ),
      }),
    ],
  });
}
