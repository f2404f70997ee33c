/** The note to a unit in Word. */
import type { Letter, LetterRow } from '../../slide/paper/letter.ts';
import { upperFirst } from '../../text/letter-case.ts';
import { words } from '../../text/words.ts';
import { formHead, formRecipients, formSigners, rule } from './decree-form.ts';
import { type Block, centred, paperFile, prose, run, TEXT_WIDTH } from './style.ts';
import { type WordCell, wordTable } from './table.ts';

export function letterFile(letter: Letter, organisation: string): Promise<Blob> {
  const { title, subtitle, to, signUnit, signOfficer, signHint } = words.letter;
  return paperFile({
    title: `${title} ${subtitle}`,
    organisation,
    children: [
      formHead(organisation, words.paper.letterNumber),
      centred(title.toLocaleUpperCase(), { bold: true }, 240),
      centred(upperFirst(subtitle), { bold: true }, 40),
      rule(TEXT_WIDTH, 40),
      ...(letter.synthetic ? [prose([run(letter.synthetic, { bold: true })])] : []),
      centred(to(letter.to), {}, 120),
      ...bodyOf(letter),
      centred('', {}, 120),
      formSigners([signUnit, signOfficer], signHint),
      ...formRecipients(words.paper.letterRecipients),
    ],
  });
}

function bodyOf({ rows, documents, left }: Letter): Block[] {
  if (rows.length === 0) return [prose([run(words.letter.nothing)])];
  const { intro, columns, closing } = words.letter;
  const names = Object.values(columns);
  return [
    prose([run(intro(documents))]),
    centred('', { size: 4 }),
    wordTable({
      columns: names.map((name, at) => ({ name, number: at === 0 })),
      rows: rows.map(rowCells),
      widths: [0.06, 0.23, 0.23, 0.31, 0.17],
    }),
    ...(left > 0 ? [prose([run(words.paper.moreMatters(left))])] : []),
    prose([run(closing)]),
  ];
}

function rowCells({ what, place, stated, wrong }: LetterRow, at: number): WordCell[] {
  return [
    { text: `${at + 1}` },
    { text: [what, place].filter(Boolean).join('\n') },
    stated.length > 0 ? { text: '', lines: stated } : { text: words.paper.unlisted },
    { text: wrong.map((text) => (wrong.length > 1 ? `– ${text}` : text)).join('\n') },
    { text: words.letter.answer },
  ];
}
