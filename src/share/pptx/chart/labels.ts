/**
 * The look of series that the library cannot write: texts beside values, single points in another colour, thin lines.
 *
 * Texts are cells of the chart's own workbook ("value from cells"), so that "91,3%" reads the same under every locale of
 * Office and in LibreOffice; where a text is the number alone, its cell is a formula and follows an edit.
 */
import { language } from '../../../model/writing/language.ts';
import { escapeMarkup } from '../../escape.ts';
import { FONT, GROUND, INK, PALE, SIZE } from '../style.ts';
import type { Axis, Drawn } from './drawn.ts';
import { labelShift, spread, standsInside } from './label-place.ts';

const C15 = 'xmlns:c15="http://schemas.microsoft.com/office/drawing/2012/chart"';
const FROM_CELLS = '{02D57815-91ED-43cb-92C2-25804820EDAC}';
const LABEL = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}';
const THIN = 12_700; // one point

/** The chart's XML with the look of its series. */
export function withLooks(xml: string, shown: readonly Drawn[], axis: Axis): string {
  let at = -1;
  return xml
    .replace(/<c:ser>[\s\S]*?<\/c:ser>/g, (series) => {
      at += 1;
      const look = shown[at];
      return look ? withLook(series, look, at, shown, axis) : series;
    })
    .replace(/(<\/c:ser>)\s*<c:dLbls>[\s\S]*?<\/c:dLbls>/, '$1') // of the chart as a whole
    .replaceAll('lang="en-US"', `lang="${tag()}"`);
}

/** A language as Office names it. */
export const tag = () => (language() === 'vi' ? 'vi-VN' : 'en-GB');

function withLook(
  xml: string,
  look: Drawn,
  at: number,
  shown: readonly Drawn[],
  axis: Axis,
): string {
  const { points, labels, isThin } = look;
  if (look.areHoles) return holed(xml, look);
  const own = filled(xml.replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, ''), look);
  const thin = isThin
    ? own
        .replace(/<a:ln w="\d+"/, `<a:ln w="${THIN}"`)
        .replace(/<c:marker>[\s\S]*?<\/c:marker>/, NO_MARKER)
    : own;
  const dashed = look.isDashed
    ? thin.replace(/<a:prstDash val="\w+"\/>/, '<a:prstDash val="dash"/>')
    : thin;
  const bars = [...points].map(([point, colour]) => pointXml(point, colour)).join('');
  const { xml: line, dots } = dotted(dashed, look);
  const text = labels === 'none' ? '' : labelsXml(look, at, shown, axis);
  const range = labels === 'none' ? '' : rangeXml(look, at, shown.length);
  return line
    .replace('<c:cat>', () => `${bars}${dots}${text}<c:cat>`)
    .replace('</c:ser>', () => `${range}</c:ser>`);
}

/** A bar that is hollow, or that only keeps room. */
function filled(xml: string, { fill, colour }: Drawn): string {
  if (!fill) return xml;
  const paint =
    fill === 'none'
      ? '<a:noFill/><a:ln><a:noFill/></a:ln>'
      : `${rgb(GROUND)}<a:ln w="${2 * THIN}">${rgb(colour)}</a:ln>`;
  return xml.replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, `<c:spPr>${paint}</c:spPr>`);
}

const NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>';

/** A line with its dots: those that are weak hollow, and where only some points have one, none but these. */
function dotted(
  xml: string,
  { dots, series, colour, isSmall = false }: Drawn,
): { xml: string; dots: string } {
  if (!dots) return { xml, dots: '' };
  const size = isSmall ? SMALL : LARGE;
  const isAll = dots.length === series.values.filter((value) => value !== null).length;
  const own = isAll ? dots.filter(({ isWeak }) => isWeak) : dots;
  const text = own
    .map(({ at, isWeak }) => {
      const marker = `<c:marker><c:symbol val="circle"/><c:size val="${isWeak ? size.weak : size.dot}"/><c:spPr>${rgb(colour)}<a:ln w="15875">${rgb(colour)}</a:ln></c:spPr></c:marker>`;
      return `<c:dPt><c:idx val="${at}"/>${marker}<c:bubble3D val="0"/></c:dPt>`;
    })
    .join('');
  const bare = isAll ? xml : xml.replace(/<c:marker>[\s\S]*?<\/c:marker>/, NO_MARKER);
  return { xml: bare, dots: text };
}

const rgb = (value: string) => `<a:solidFill><a:srgbClr val="${value}"/></a:solidFill>`;

/** Dots without a line, in the ground's colour: holes in the dots below them. */
function holed(xml: string, { isSmall = false }: Drawn): string {
  const paint = `${rgb(GROUND)}<a:ln><a:noFill/></a:ln>`;
  const marker = `<c:marker><c:symbol val="circle"/><c:size val="${(isSmall ? SMALL : LARGE).hole}"/><c:spPr>${paint}</c:spPr></c:marker>`;
  return xml
    .replace(/<c:dLbls>[\s\S]*?<\/c:dLbls>/, '')
    .replace(/<c:spPr>[\s\S]*?<\/c:spPr>/, '<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>')
    .replace(/<c:marker>[\s\S]*?<\/c:marker>/, () => marker);
}

/** Points of a dot, of a weak one, and of the hole in it. */
const LARGE = { dot: 7, weak: 9, hole: 5 };
const SMALL = { dot: 5, weak: 7, hole: 3 };

function pointXml(at: number, colour: string): string {
  return `<c:dPt><c:idx val="${at}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr></c:dPt>`;
}

const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

/** The text of each labelled point; null where it has none. */
export function textsOf({ series, labels, isEarly = false }: Drawn): (string | null)[] {
  const last = series.values.map((value) => value !== null).lastIndexOf(true);
  return series.values.map((value, at) => {
    const text = series.texts[at] ?? '';
    if (value === null || labels === 'none' || !text) return null;
    if (labels === 'all') return text;
    if (isEarly) return at === last ? (series.short ?? series.label) : null;
    const said = [`${series.label} ${text}`, series.remark].filter(Boolean).join(', ');
    return at === last ? said : null;
  });
}

/** Readable over the lines that it stands among. */
const ON_GROUND = `<c:spPr>${rgb(GROUND)}</c:spPr>`;

function labelsXml(look: Drawn, at: number, shown: readonly Drawn[], axis: Axis): string {
  const isLine = look.labels === 'last';
  const shift = isLine ? shiftOf(look, shown, axis) : '';
  const size = SIZE.text * 100;
  const run = `lang="${tag()}" sz="${size}" b="${isLine && !look.isThin ? 1 : 0}"`;
  const paintIn = (colour: string) =>
    `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:latin typeface="${FONT}"/>`;
  const each = textsOf(look).flatMap((text, point) => {
    if (text === null) return [];
    const value = look.series.values[point] ?? 0;
    const isBar = !isLine && look.fill === undefined;
    const isInside = isBar && standsInside(value, text, axis, point);
    const place = isLine ? 'r' : look.fill === 'none' ? 'inBase' : isInside ? 'inEnd' : 'outEnd';
    const own = look.points.get(point) ?? look.colour;
    const colour = isLine ? (look.nameColour ?? look.colour) : isInside ? inkOn(own) : INK;
    const aside = place === 'outEnd' ? labelShift(value, text, axis, point) : 0;
    const moved = aside > 0 ? movedBy(aside, 0) : '';
    const paint = paintIn(colour);
    const id = `{${fieldId(at, point)}}`;
    const field = `<a:fld id="${id}" type="CELLRANGE"><a:rPr ${run}>${paint}</a:rPr><a:pPr/><a:t>${escapeMarkup(text)}</a:t></a:fld>`;
    const rich = `<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p>${field}<a:endParaRPr ${run}/></a:p></c:rich></c:tx>`;
    const ext = `<c:extLst><c:ext uri="${LABEL}" ${C15}><c15:dlblFieldTable/><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>`;
    return [
      `<c:dLbl><c:idx val="${point}"/>${shift || moved}${rich}${look.isEarly ? ON_GROUND : ''}<c:dLblPos val="${place}"/>${SHOWN}${ext}</c:dLbl>`,
    ];
  });
  const none = `<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="${size}">${paintIn(INK)}</a:defRPr></a:pPr><a:endParaRPr lang="${tag()}"/></a:p></c:txPr>`;
  const ext = `<c:extLst><c:ext uri="${LABEL}" ${C15}><c15:showDataLabelsRange val="0"/><c15:showLeaderLines val="0"/></c:ext></c:extLst>`;
  return `<c:dLbls>${each.join('')}${none}${SHOWN}${ext}</c:dLbls>`;
}

const endOf = ({ series }: Drawn) => series.values.filter((value) => value !== null).at(-1) ?? 0;

/** Share of the chart's width between the end of a line and its name, which may stand lower than its dot. */
const BESIDE = 0.008;

function shiftOf(look: Drawn, shown: readonly Drawn[], axis: Axis): string {
  if (look.isEarly) return movedBy(BESIDE, EARLY_DROP);
  const named = shown.filter(({ labels, isEarly }) => labels === 'last' && !isEarly);
  const shift = spread(named.map(endOf), axis)[named.indexOf(look)] ?? 0;
  return movedBy(BESIDE, shift);
}

/** Of the chart's height, by which the name of a line that ends early stands below its end. */
const EARLY_DROP = 0.03;

/** A text on a bar: white, but on a pale one dark. */
const inkOn = (colour: string) => (colour === PALE ? INK : GROUND);

/** Shares of the chart's width and height from where a text would stand. */
const movedBy = (x: number, y: number) =>
  `<c:layout><c:manualLayout><c:x val="${x.toFixed(4)}"/><c:y val="${y.toFixed(4)}"/></c:manualLayout></c:layout>`;

function fieldId(series: number, point: number): string {
  const hex = (value: number, length: number) =>
    value.toString(16).toUpperCase().padStart(length, '0');
  return `${hex(series + 1, 8)}-0000-4000-8000-${hex(point + 1, 12)}`;
}

function rangeXml(look: Drawn, at: number, count: number): string {
  const texts = textsOf(look);
  const cells = `Sheet1!$${labelColumn(at, count)}$2:$${labelColumn(at, count)}$${texts.length + 1}`;
  const known = texts.flatMap((text, point) =>
    text === null ? [] : [`<c:pt idx="${point}"><c:v>${escapeMarkup(text)}</c:v></c:pt>`],
  );
  return `<c:extLst><c:ext uri="${FROM_CELLS}" ${C15}><c15:datalabelsRange><c15:f>${cells}</c15:f><c15:dlblRangeCache><c:ptCount val="${texts.length}"/>${known.join('')}</c15:dlblRangeCache></c15:datalabelsRange></c:ext></c:extLst>`;
}

/** Beside the names and the values, with one empty column between. */
const labelColumn = (at: number, count: number) => letters(count + 2 + at);

function letters(at: number): string {
  const last = String.fromCharCode(65 + (at % 26));
  return at < 26 ? last : letters(Math.floor(at / 26) - 1) + last;
}

/** The workbook's sheet with the texts of labels beside its values. */
export function withTexts(xml: string, shown: readonly Drawn[], decimals: number): string {
  return xml
    .replace(/<dimension ref="[^"]*"\/>/, '')
    .replace(
      /<row r="(\d+)"( spans="[^"]*")?>([\s\S]*?)<\/row>/g,
      (_, row: string, __, cells: string) => {
        const added = shown.map((look, at) => {
          const text = textsOf(look)[Number(row) - 2] ?? null;
          if (text === null) return '';
          const place = `${labelColumn(at, shown.length)}${row}`;
          const formula = formulaOf(`${letters(at + 1)}${row}`, look, Number(row) - 2, decimals);
          const value = `<v>${escapeMarkup(text)}</v>`;
          return `<c r="${place}" t="str">${formula ? `<f>${escapeMarkup(formula)}</f>` : ''}${value}</c>`;
        });
        return `<row r="${row}">${cells}${added.join('')}</row>`;
      },
    );
}

/** The text as a formula of its value, in any locale of Office; '' where it says more than the value. */
function formulaOf(cell: string, look: Drawn, at: number, decimals: number): string {
  const { series, labels, fill } = look;
  if (fill === 'none' || series.remark || look.isEarly) return '';
  const text = series.texts[at] ?? '';
  const plain = /^[\d.]*\d(,\d+)?(%?)$/.exec(text);
  if (!plain || language() !== 'vi' || text.includes('.')) return '';
  const places = plain[1] ? plain[1].length - 1 : 0;
  if (places > decimals) return '';
  const number = `SUBSTITUTE(FIXED(${cell},${places},TRUE),".",",")`;
  const name = labels === 'last' ? `"${series.label.replaceAll('"', '""')} "&` : '';
  return `${name}${number}${plain[2] ? '&"%"' : ''}`;
}
