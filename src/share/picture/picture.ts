/**
 * A chart or a table as a picture: the texts, lines and drawings of an element of the page, as SVG that needs
 * nothing from the page (fonts inside), and as PNG from it.
 *
 *   element → marks (text lines, boxes, drawings with their places) → SVG → PNG
 */
import { palette } from '../../style/palette.ts';
import { escapeMarkup } from '../escape.ts';
import { FAMILY, type PictureFont } from './fonts.ts';
import { PAD } from './png.ts';

export interface PictureFrame {
  /** Above and below what is shown. */
  readonly title: string;
  readonly sentence: string;
  readonly footer: string;
  readonly shape: 'shown' | 'wide' | 'square';
}

const STACK = `'${FAMILY}', system-ui, sans-serif`;
const RATIO = { wide: 16 / 9, square: 1 };
const { ink: INK, muted: MUTED } = palette;

/** The element as a self-contained SVG document. */
export function pictureSvg(
  element: Element,
  frame: PictureFrame,
  fonts: readonly PictureFont[],
): string {
  const box = element.getBoundingClientRect();
  const scrollers = [element, ...element.querySelectorAll('.scroll-x, .data-grid')];
  const inner = Math.max(480, Math.ceil(box.width), ...scrollers.map((e) => e.scrollWidth));
  const width = inner + 2 * PAD;
  const head = textBlock(frame.title, 26, 600, INK, inner, PAD + 26);
  const said = textBlock(frame.sentence, 17, 400, INK, inner, head.end + 30);
  const top = said.end + 16;
  const content = Math.ceil(Math.max(box.height, element.scrollHeight));
  const foot = textBlock(frame.footer, 12, 400, MUTED, inner, top + content + 28);
  const height = foot.end + PAD / 2;
  const marks = marksOf(element, box).join('');
  const body = `${head.svg}${said.svg}<g transform="translate(${PAD} ${top})">${marks}</g>${foot.svg}`;
  return wrapped(body, width, height, frame.shape, fonts);
}

/** Fits the drawing into its frame: as large as it is, or in the middle of a 16:9 or square one. */
function wrapped(
  body: string,
  width: number,
  height: number,
  shape: PictureFrame['shape'],
  fonts: readonly PictureFont[],
): string {
  const ratio = shape === 'shown' ? width / height : RATIO[shape];
  const outerWidth = Math.ceil(Math.max(width, height * ratio));
  const outerHeight = Math.ceil(Math.max(height, outerWidth / ratio));
  const x = Math.round((outerWidth - width) / 2);
  const size = `width="${outerWidth}" height="${outerHeight}" viewBox="0 0 ${outerWidth} ${outerHeight}"`;
  const faces = fonts
    .map(
      ({ weight, range, url }) =>
        `@font-face{font-family:'${FAMILY}';font-weight:${weight};unicode-range:${range};src:url(${url}) format('woff2')}`,
    )
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${faces}text{font-family:${STACK}}</style><rect width="100%" height="100%" fill="#fff"/><g transform="translate(${x} 0)">${body}</g></svg>`;
}

/** Wraps a text at a width; `end` is the baseline of its last line. */
function textBlock(
  text: string,
  size: number,
  weight: number,
  fill: string,
  width: number,
  y: number,
): { svg: string; end: number } {
  if (!text) return { svg: '', end: y - size * 1.4 };
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && textWidth(longer, size, weight) <= width)
      lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const step = Math.round(size * 1.4);
  const svg = lines
    .map((line, at) => textMark(line, PAD, y + at * step, size, weight, fill))
    .join('');
  return { svg, end: y + (lines.length - 1) * step };
}

let ruler: CanvasRenderingContext2D | null = null;

function measure(font: string): CanvasRenderingContext2D | null {
  ruler ??= document.createElement('canvas').getContext('2d');
  if (ruler) ruler.font = font;
  return ruler;
}

function textWidth(text: string, size: number, weight: number): number {
  return (
    measure(`${weight} ${size}px ${STACK}`)?.measureText(text).width ?? text.length * size * 0.5
  );
}

function textMark(
  text: string,
  x: number,
  y: number,
  size: number,
  weight: number | string,
  fill: string,
): string {
  const place = `x="${round(x)}" y="${round(y)}" font-size="${size}" font-weight="${weight}"`;
  return `<text ${place} fill="${fill}" xml:space="preserve">${escapeMarkup(text)}</text>`;
}

/** Everything that can be seen of an element, in drawing order, relative to `origin`. */
function marksOf(element: Element, origin: DOMRect): string[] {
  if (!isVisible(element) || element.classList.contains('no-print')) return [];
  if (isScrolledAway(element)) return [];
  if (element instanceof SVGSVGElement) return [drawing(element, origin)];
  const marks = boxMarks(element, origin);
  for (const node of element.childNodes) {
    if (node instanceof Text) marks.push(...textLines(node, origin));
    else if (node instanceof Element) marks.push(...marksOf(node, origin));
  }
  return marks;
}

function isVisible(element: Element): boolean {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  const hidden = style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0';
  return (
    !hidden && (element.childElementCount > 0 || (width > 1 && height > 1)) && !isClipped(style)
  );
}

/** Rows that a scrolling table holds ready outside what it shows. */
function isScrolledAway(element: Element): boolean {
  const grid = element.tagName === 'TR' ? element.closest('.data-grid') : null;
  if (!grid || element.closest('thead')) return false;
  const [own, shown] = [element.getBoundingClientRect(), grid.getBoundingClientRect()];
  return own.bottom > shown.bottom + 1 || own.top < shown.top - 1;
}

/** Texts for screen readers alone. */
function isClipped(style: CSSStyleDeclaration): boolean {
  return style.position === 'absolute' && (style.clipPath !== 'none' || style.clip !== 'auto');
}

/** Attributes that mean something on the page alone. */
const PAGE_ONLY = [
  ...['class', 'style', 'tabindex', 'role', 'href', 'data-open', 'data-unit', 'data-period'],
  ...['data-value', 'aria-label', 'aria-describedby', 'aria-checked'],
];

function drawing(svg: SVGSVGElement, origin: DOMRect): string {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  for (const node of copy.querySelectorAll('title, [fill="transparent"]')) node.remove();
  for (const node of [copy, ...copy.querySelectorAll('*')]) {
    for (const name of PAGE_ONLY) node.removeAttribute(name);
  }
  copy.setAttribute('x', String(round(left - origin.left)));
  copy.setAttribute('y', String(round(top - origin.top)));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (svg.style.color || getComputedStyle(svg).color) {
    copy.setAttribute('color', getComputedStyle(svg).color);
  }
  return new XMLSerializer().serializeToString(copy);
}

/** Background and borders of a box. */
function boxMarks(element: Element, origin: DOMRect): string[] {
  const style = getComputedStyle(element);
  const { left, top, width, height } = element.getBoundingClientRect();
  const x = round(left - origin.left);
  const y = round(top - origin.top);
  const marks: string[] = [];
  if (!/^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor)) {
    marks.push(
      `<rect x="${x}" y="${y}" width="${round(width)}" height="${round(height)}" fill="${style.backgroundColor}"/>`,
    );
  }
  const line = (size: string, kind: string, path: string, colour: string) => {
    const thick = Number.parseFloat(size);
    if (thick > 0 && kind !== 'none') {
      marks.push(`<path d="${path}" stroke="${colour}" stroke-width="${thick}" fill="none"/>`);
    }
  };
  const right = round(x + width);
  const bottom = round(y + height);
  line(style.borderTopWidth, style.borderTopStyle, `M${x} ${y}H${right}`, style.borderTopColor);
  line(
    style.borderBottomWidth,
    style.borderBottomStyle,
    `M${x} ${bottom}H${right}`,
    style.borderBottomColor,
  );
  line(style.borderLeftWidth, style.borderLeftStyle, `M${x} ${y}V${bottom}`, style.borderLeftColor);
  line(
    style.borderRightWidth,
    style.borderRightStyle,
    `M${right} ${y}V${bottom}`,
    style.borderRightColor,
  );
  return marks;
}

/** The lines into which the page has broken a text. */
function textLines(node: Text, origin: DOMRect): string[] {
  const parent = node.parentElement;
  if (!parent || node.data.trim() === '') return [];
  const style = getComputedStyle(parent);
  const size = Number.parseFloat(style.fontSize);
  const metrics = measure(`${style.fontWeight} ${size}px ${STACK}`)?.measureText('Ậg');
  const ascent = metrics?.fontBoundingBoxAscent ?? size;
  const descent = metrics?.fontBoundingBoxDescent ?? size * 0.25;
  return brokenLines(node).map(({ text, rect }) => {
    const baseline = rect.top + (rect.height - ascent - descent) / 2 + ascent - origin.top;
    return textMark(text, rect.left - origin.left, baseline, size, style.fontWeight, style.color);
  });
}

function brokenLines(node: Text): { text: string; rect: DOMRect }[] {
  const lines: { text: string; rect: DOMRect }[] = [];
  const range = document.createRange();
  for (const word of node.data.matchAll(/\S+\s*/g)) {
    range.setStart(node, word.index);
    range.setEnd(node, word.index + word[0].trimEnd().length);
    const rect = range.getBoundingClientRect();
    if (rect.width === 0) continue;
    const last = lines.at(-1);
    if (last && Math.abs(last.rect.top - rect.top) < 2) {
      last.text += ` ${word[0].trim()}`;
    } else lines.push({ text: word[0].trim(), rect });
  }
  return lines;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
