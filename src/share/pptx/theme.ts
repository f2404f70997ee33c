/**
 * What makes the file follow a theme, which the library does not write: colours and typefaces by their role instead of
 * by value, a title that is one, ids that are told apart, parts in the order of the standard.
 */
import type JSZip from 'jszip';
import { ACCENT, FONT, GREY, GROUND, INK, LINE, MUTED, PALE, SERIES, SIDE } from './style.ts';

/** How a page's title is named while it is written. */
export const TITLE = 'Title';

const scheme = (name: string, change = '') =>
  change ? `<a:schemeClr val="${name}">${change}</a:schemeClr>` : `<a:schemeClr val="${name}"/>`;

const share = (mod: number, off: number) =>
  `<a:lumMod val="${mod * 1000}"/>${off ? `<a:lumOff val="${off * 1000}"/>` : ''}`;

/** Accents that a theme has. */
const ACCENTS = 6;

/** Colours of a deck by their role in a theme; those that mean something by themselves are no part of it. */
const ROLES: ReadonlyMap<string, string> = new Map([
  [PALE, scheme('accent1', share(40, 60))],
  [GREY, scheme('bg1', share(75, 0))],
  [INK, scheme('tx1')],
  [MUTED, scheme('tx2')],
  [GROUND, scheme('bg1')],
  [LINE, scheme('bg2')],
  ...SERIES.slice(0, ACCENTS).map((colour, at): [string, string] => [
    colour,
    scheme(`accent${at + 1}`),
  ]),
  [ACCENT, scheme('accent1')],
]);

/** Slides and charts of a deck, its own theme, master and list of parts. */
export async function followTheme(zip: JSZip): Promise<void> {
  for (const path of Object.keys(zip.files)) {
    if (/^ppt\/(slides|charts)\/\w+\.xml$/.test(path)) await change(zip, path, themed);
    if (/^ppt\/slides\/\w+\.xml$/.test(path))
      await change(zip, path, (xml) => titled(numbered(onceEach(xml))));
    if (/^ppt\/slide(Masters|Layouts)\/\w+\.xml$/.test(path))
      await change(zip, path, withTitlePlace);
  }
  await change(zip, 'ppt/theme/theme1.xml', withPalette);
  await change(zip, 'ppt/presentation.xml', inOrder);
  await change(zip, '[Content_Types].xml', (xml) => listed(zip, xml));
}

/** The library lists a master for every slide; one is there. */
function listed(zip: JSZip, xml: string): string {
  return xml.replace(/<Override PartName="\/([^"]+)"[^>]*\/>/g, (own, path: string) =>
    zip.file(path) ? own : '',
  );
}

/** Rewrites one part of a file. */
export async function change(
  zip: JSZip,
  path: string,
  how: (xml: string) => string,
): Promise<void> {
  const xml = await zip.file(path)?.async('string');
  if (xml !== undefined) zip.file(path, how(xml));
}

function themed(xml: string): string {
  return xml
    .replace(/<a:srgbClr val="([0-9A-F]{6})"\s*(?:\/>|><\/a:srgbClr>)/g, (own, colour: string) => {
      return ROLES.get(colour) ?? own;
    })
    .replace(
      new RegExp(`<a:(latin|ea|cs) typeface="${FONT}"[^>]*/>`, 'g'),
      (_, script: string) => `<a:${script} typeface="+mn-${script === 'latin' ? 'lt' : script}"/>`,
    );
}

/** The library writes a paragraph's properties anew before each of its runs; they stand once, before the first. */
function onceEach(xml: string): string {
  return xml.replace(
    /<\/a:r>(?:<a:pPr\b(?:[^>]*\/>|[^>]*[^/]>(?:(?!<\/?a:pPr)[\s\S])*<\/a:pPr>))+/g,
    '</a:r>',
  );
}

/** The box of the title is the place of a title, so that outlines, readers and templates find it. */
function titled(xml: string): string {
  return xml.replace(
    new RegExp(`<p:sp><p:nvSpPr><p:cNvPr id="\\d+" name="${TITLE}">[\\s\\S]*?</p:sp>`),
    (box) =>
      box
        .replace(/<p:nvPr>\s*<\/p:nvPr>|<p:nvPr\/>/, '<p:nvPr><p:ph type="title"/></p:nvPr>')
        .replaceAll('typeface="+mn-', 'typeface="+mj-'),
  );
}

/** The library gives the page's number an id that a page of many charts has used before. */
function numbered(xml: string): string {
  let id = 0;
  return xml.replace(/<p:cNvPr id="\d+"/g, () => {
    id += 1;
    return `<p:cNvPr id="${id}"`;
  });
}

const EMU = 914_400;

/** Masters and layouts of the library have no place for a title. */
function withTitlePlace(xml: string): string {
  if (xml.includes('<p:ph type="title"/>')) return xml;
  const place = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="${TITLE}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="${SIDE * EMU}" y="${Math.round(0.42 * EMU)}"/><a:ext cx="${Math.round(12.133 * EMU)}" cy="${Math.round(0.66 * EMU)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="vi-VN"/></a:p></p:txBody></p:sp>`;
  return xml.replace('</p:grpSpPr>', () => `</p:grpSpPr>${place}`);
}

/** The colours of the screen as those of the theme. */
function withPalette(xml: string): string {
  const [first = '', ...others] = SERIES;
  const colours: readonly (readonly [string, string])[] = [
    ['dk1', INK],
    ['lt1', GROUND],
    ['dk2', MUTED],
    ['lt2', LINE],
    ...[first, ...others].slice(0, ACCENTS).map((c, at) => [`accent${at + 1}`, c] as const),
    ['hlink', ACCENT],
    ['folHlink', MUTED],
  ];
  const parts = colours.map(([name, c]) => `<a:${name}><a:srgbClr val="${c}"/></a:${name}>`);
  return xml.replace(
    /(<a:clrScheme\b[^>]*>)[\s\S]*?(<\/a:clrScheme>)/,
    (_, start: string, end: string) => start + parts.join('') + end,
  );
}

/** The list of notes' masters stands before that of slides (ECMA-376, part 1, 19.2.1.26). */
function inOrder(xml: string): string {
  const [notes = ''] = /<p:notesMasterIdLst>[\s\S]*?<\/p:notesMasterIdLst>/.exec(xml) ?? [];
  return xml.replace(notes, '').replace('<p:sldIdLst>', () => `${notes}<p:sldIdLst>`);
}
