/** A deck on the master and layouts of a template: its colours, typefaces, pictures and backgrounds. */
import type JSZip from 'jszip';
import { change, TITLE } from '../theme.ts';
import { obstaclesOf, steppedAside } from './aside.ts';
import { type Ground, groundOf, onGround, underBand } from './ground.ts';
import { layoutFor, type Relation, relationsOf, relationsPath, type Template } from './template.ts';

/** What of a deck's own parts a template takes the place of. */
const REPLACED = /^ppt\/(slideMasters|slideLayouts)\/./;

/** What nobody needs of a template, and what nobody wants from a stranger's. */
const UNWANTED =
  /vbaProject|oleObject|package|control|activeX|slide$|notesSlide|comments|tags|customXml/;

/** Puts the pages of a deck on the template. */
export async function dress(zip: JSZip, template: Template): Promise<void> {
  for (const path of Object.keys(zip.files)) if (REPLACED.test(path)) zip.remove(path);
  const moved = await movedParts(template);
  for (const [from, to] of moved) await copyPart(zip, template, from, to, moved);
  await listParts(zip, template, moved);
  await hangMaster(zip, template, moved);
  const pages = Object.keys(zip.files).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
  for (const path of pages) {
    const isCover = path === 'ppt/slides/slide1.xml';
    const layout = layoutFor(template, isCover);
    const ground = await groundOf(template, layout);
    const obstacles = await obstaclesOf(template, layout);
    await change(zip, relationsPath(path), (xml) =>
      xml.replace(/\.\.\/slideLayouts\/[^"]+/, `/${moved.get(layout) ?? ''}`),
    );
    await change(zip, path, (xml) =>
      scaled(onPage(steppedAside(xml, obstacles), ground, isCover), template.scale),
    );
  }
  const ground = await groundOf(template, layoutFor(template, false));
  for (const path of Object.keys(zip.files).filter((p) => /^ppt\/charts\/chart\d+\.xml$/.test(p)))
    await change(zip, path, (xml) => scaled(onGround(xml, ground), template.scale));
}

/** A cover has its title below a band, where the template's own colour of titles may not be read. */
function onPage(xml: string, ground: Ground, isCover: boolean): string {
  const titled = isCover && ground.band > 0 ? xml : asTemplate(xml);
  return underBand(onGround(titled, ground), ground, isCover);
}

/** Parts of the master and all that they need, with the paths that they get: none that a deck has. */
async function movedParts(template: Template): Promise<ReadonlyMap<string, string>> {
  const moved = new Map<string, string>();
  const waiting = [template.master];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (moved.has(path) || !template.zip.file(path)) continue;
    moved.set(path, path.replace(/([^/]+)$/, 'office-$1'));
    waiting.push(
      ...(await kept(template.zip, path)).flatMap(({ target, isOutside }) =>
        isOutside ? [] : target,
      ),
    );
  }
  return moved;
}

async function kept(zip: JSZip, path: string): Promise<Relation[]> {
  const found = await relationsOf(zip, path);
  return found.filter(({ type, target, isOutside }) =>
    isOutside ? type === 'hyperlink' : !UNWANTED.test(type) && zip.file(target) !== null,
  );
}

async function copyPart(
  zip: JSZip,
  { zip: source }: Template,
  from: string,
  to: string,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const relations = await kept(source, from);
  const gone = (await relationsOf(source, from)).filter(
    ({ id }) => !relations.some((r) => r.id === id),
  );
  const isText = /\.xml$/.test(from);
  const bytes = await source.file(from)?.async('uint8array');
  if (!bytes) return;
  zip.file(to, isText ? without(new TextDecoder().decode(bytes), gone) : bytes);
  if (relations.length === 0) return;
  const base = 'http://schemas.openxmlformats.org';
  const tags = relations.map(({ id, uri, target, isOutside }) => {
    const place = isOutside ? `${target}" TargetMode="External` : `/${moved.get(target) ?? ''}`;
    return `<Relationship Id="${id}" Type="${uri}" Target="${place}"/>`;
  });
  zip.file(
    relationsPath(to),
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${base}/package/2006/relationships">${tags.join('')}</Relationships>`,
  );
}

/** Whatever points to a part that was left behind is left out. */
function without(xml: string, gone: readonly Relation[]): string {
  const text = xml.replace(/<p:custDataLst>[\s\S]*?<\/p:custDataLst>/g, '');
  return gone.reduce(
    (left, { id }) =>
      left
        .replace(new RegExp(`<p:sldLayoutId\\b[^>]*r:id="${id}"[^>]*/>`, 'g'), '')
        .replace(
          new RegExp(
            `<a:hlink(Click|Hover)\\b[^>]*r:id="${id}"[^>]*?(/>|>[\\s\\S]*?</a:hlink\\1>)`,
            'g',
          ),
          '',
        )
        .replace(new RegExp(` r:(id|link|embed|pict)="${id}"`, 'g'), ''),
    text,
  );
}

/** The content types of the parts, as the template states them. */
async function listParts(
  zip: JSZip,
  { zip: source }: Template,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const types = (await source.file('[Content_Types].xml')?.async('string')) ?? '';
  const overrides = new Map(
    [...types.matchAll(/<Override\b[^>]*>/g)].map(([tag]): [string, string] => [
      /PartName="\/([^"]*)"/.exec(tag)?.[1] ?? '',
      /ContentType="([^"]*)"/.exec(tag)?.[1] ?? '',
    ]),
  );
  const defaults = [...types.matchAll(/<Default\b[^>]*>/g)].map(([tag]) => tag);
  const extension = (tag: string) => /Extension="([^"]*)"/i.exec(tag)?.[1]?.toLowerCase() ?? '';
  const added = [...moved].flatMap(([from, to]) => {
    const type = overrides.get(from);
    return type ? `<Override PartName="/${to}" ContentType="${type}"/>` : [];
  });
  await change(zip, '[Content_Types].xml', (xml) => {
    const known = [...xml.matchAll(/Extension="([^"]*)"/g)].map(([, name = '']) =>
      name.toLowerCase(),
    );
    const more = defaults.filter((tag) => !known.includes(extension(tag)));
    return xml
      .replace(/<Override PartName="\/ppt\/slide(Masters|Layouts)\/(?!office-)[^>]*>/g, '')
      .replace(/<Override/, () => `${more.join('')}<Override`)
      .replace('</Types>', () => `${added.join('')}</Types>`);
  });
}

/** The presentation knows its master, the theme of it, and the size of its pages. */
async function hangMaster(
  zip: JSZip,
  { zip: source, master }: Template,
  moved: ReadonlyMap<string, string>,
): Promise<void> {
  const main = (await source.file('ppt/presentation.xml')?.async('string')) ?? '';
  const size = /<p:sldSz\b[^>]*\/>/.exec(main)?.[0];
  const theme = (await kept(source, master)).find(({ type }) => type === 'theme');
  await change(zip, 'ppt/_rels/presentation.xml.rels', (xml) =>
    xml
      .replace(/slideMasters\/[^"]+/, `/${moved.get(master) ?? ''}`)
      .replace(/Target="theme\/[^"]+/, (own) =>
        theme ? `Target="/${moved.get(theme.target) ?? ''}` : own,
      ),
  );
  await change(zip, 'ppt/presentation.xml', (xml) =>
    size ? xml.replace(/<p:sldSz\b[^>]*\/>/, () => size) : xml,
  );
}

/** Titles take colour and typeface of the template's own titles. */
function asTemplate(xml: string): string {
  return xml.replace(
    new RegExp(`<p:sp><p:nvSpPr><p:cNvPr id="\\d+" name="${TITLE}">[\\s\\S]*?</p:sp>`),
    (box) =>
      box
        .replace(/<a:solidFill><a:schemeClr val="tx1"\/><\/a:solidFill>/g, '')
        .replace(/<a:(latin|ea|cs) typeface="[^"]*"[^>]*\/>/g, ''),
  );
}

/** Places, sizes and points on pages of another size and the same shape. */
function scaled(xml: string, scale: number): string {
  if (Math.abs(scale - 1) < 0.001) return xml;
  const times = (value: string) => `${Math.round(Number(value) * scale)}`;
  return xml
    .replace(
      /<(a:off|a:chOff) x="(-?\d+)" y="(-?\d+)"/g,
      (_, tag, x, y) => `<${tag} x="${times(x)}" y="${times(y)}"`,
    )
    .replace(
      /<(a:ext|a:chExt) cx="(\d+)" cy="(\d+)"/g,
      (_, tag, x, y) => `<${tag} cx="${times(x)}" cy="${times(y)}"`,
    )
    .replace(/<a:gridCol w="(\d+)"/g, (_, w) => `<a:gridCol w="${times(w)}"`)
    .replace(/<a:tr h="(\d+)"/g, (_, h) => `<a:tr h="${times(h)}"`)
    .replace(/ (sz|w|marL|marR|marT|marB|lIns|rIns|tIns|bIns)="(\d+)"/g, (own, name, value) =>
      name === 'sz' && Number(value) < 600 ? own : ` ${name}="${times(value)}"`,
    );
}
