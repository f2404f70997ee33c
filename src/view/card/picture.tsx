/** "Tải ảnh": the card's content as SVG or PNG, as a file or in the clipboard. */
import { type RefObject, useState } from 'react';
import { fileName, saveFile } from '../../share/download.ts';
import { pictureFonts } from '../../share/picture/fonts.ts';
import { type PictureFrame, pictureSvg } from '../../share/picture/picture.ts';
import { picturePng } from '../../share/picture/png.ts';
import { words } from '../../text/words.ts';
import { Choice } from '../part/fields.tsx';
import { drawAll, drawNear } from '../part/room/when-near.tsx';

const FORMATS = ['png-2', 'png-1', 'png-4', 'svg'] as const;
type Format = (typeof FORMATS)[number];
const NAMES: Record<Format, string> = {
  'png-1': 'PNG 1×',
  'png-2': 'PNG 2×',
  'png-4': 'PNG 4×',
  svg: 'SVG',
};
const WEIGHTS = [400, 500, 600];

interface Wanted {
  readonly target: RefObject<HTMLElement | null>;
  readonly title: string;
  readonly sentence: string;
  readonly footer: string;
}

export function PictureMenu({
  onSay,
  ...wanted
}: Wanted & {
  readonly onSay: (text: string) => void;
}) {
  const [format, setFormat] = useState<Format>('png-2');
  const [shape, setShape] = useState<PictureFrame['shape']>('shown');
  const run = (
    make: (wanted: Wanted, format: Format, shape: PictureFrame['shape']) => Promise<string>,
  ) => void make(wanted, format, shape).then(onSay, () => onSay(words.picture.failed));
  return (
    <fieldset className="menu no-print">
      <legend className="visually-hidden">{words.picture.heading}</legend>
      <Choice
        label={words.picture.format}
        value={format}
        options={FORMATS.map((id) => ({ id, name: NAMES[id] }))}
        onChange={(id) => setFormat(id as Format)}
      />
      <Choice
        label={words.picture.shape}
        value={shape}
        options={Object.entries(words.picture.shapes).map(([id, name]) => ({ id, name }))}
        onChange={(id) => setShape(id as PictureFrame['shape'])}
      />
      <button type="button" className="button" onClick={() => run(saved)}>
        {words.picture.save}
      </button>
      <button type="button" className="button" onClick={() => run(copied)}>
        {words.picture.copy}
      </button>
    </fieldset>
  );
}

/** The picture as SVG, and what is to be said of it. @throws where there is nothing to draw */
async function svgOf({ target, title, sentence, footer }: Wanted, shape: PictureFrame['shape']) {
  if (!target.current) throw new Error('nothing to draw');
  const fonts = await pictureFonts(WEIGHTS);
  const text = inPlainLook(target.current, (shown) =>
    wholly(() => pictureSvg(shown, { title, sentence, footer, shape }, fonts)),
  );
  return { text, warning: fonts.length === 0 ? words.picture.noFont : '' };
}

/** With all that waits below the fold, too. */
function wholly<T>(draw: () => T): T {
  drawAll();
  try {
    return draw();
  } finally {
    drawNear();
  }
}

/** Pictures are for paper and slides: drawn light and in the usual size, whatever the page looks like. */
function inPlainLook<T>(element: HTMLElement, draw: (element: HTMLElement) => T): T {
  const { dataset } = document.documentElement;
  const { size = '', theme = '' } = dataset;
  Object.assign(dataset, { size: '', theme: '' });
  try {
    return draw(element);
  } finally {
    Object.assign(dataset, { size, theme });
  }
}

async function save(title: string, text: string, format: Format): Promise<string> {
  const isSvg = format === 'svg';
  const blob = isSvg
    ? new Blob([text], { type: 'image/svg+xml' })
    : await picturePng(text, Number(format.slice(4)));
  const name = fileName(title, isSvg ? 'svg' : 'png');
  saveFile(name, blob);
  return name;
}

/** Saves the picture; what is said then. */
async function saved(
  wanted: Wanted,
  format: Format,
  shape: PictureFrame['shape'],
): Promise<string> {
  const { text, warning } = await svgOf(wanted, shape);
  const name = await save(wanted.title, text, format);
  return [words.chart.saved(name), warning].filter(Boolean).join('. ');
}

/** Into the clipboard, always as PNG; where a browser forbids that, into a file. */
async function copied(
  wanted: Wanted,
  format: Format,
  shape: PictureFrame['shape'],
): Promise<string> {
  const { text } = await svgOf(wanted, shape);
  const scale = format === 'svg' ? 2 : Number(format.slice(4));
  try {
    const item = new ClipboardItem({ 'image/png': picturePng(text, scale) });
    await navigator.clipboard.write([item]);
    return words.picture.copied;
  } catch {
    await save(wanted.title, text, format);
    return words.picture.copyFailed;
  }
}
