/** What PowerPoint asks of a file before it opens it without a repair (ECMA-376, parts 1 and 2), as far as parts tell. */
import JSZip from 'jszip';

/** Everything that is wrong, in words with the part; none of a sound file. */
export async function faultsOf(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const paths = Object.values(zip.files).flatMap(({ name, dir }) => (dir ? [] : [name]));
  const texts = new Map<string, string>();
  for (const path of paths.filter((one) => /\.(xml|rels|vml)$/.test(one)))
    texts.set(path, (await zip.file(path)?.async('string')) ?? '');
  return [
    ...[...texts].flatMap(([path, xml]) => misshapen(xml).map((told) => `${path}: ${told}`)),
    ...[...texts].flatMap(([path, xml]) =>
      /<\/a:r>\s*<a:pPr\b/.test(xml) ? [`${path}: properties of a paragraph after its text`] : [],
    ),
    ...typeFaults(paths, texts.get('[Content_Types].xml') ?? ''),
    ...relationFaults(paths, texts),
    ...idFaults(texts),
    ...orderFaults(texts.get('ppt/presentation.xml') ?? ''),
    ...(await workbookFaults(zip, paths)),
  ];
}

/** Tags that do not close, attributes that stand twice, characters that no XML may hold. */
export function misshapen(xml: string): string[] {
  const open: string[] = [];
  const faults: string[] = [];
  const plain = xml.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>/g, '');
  for (const [, close, name = '', attributes = '', empty] of plain.matchAll(
    /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g,
  )) {
    const names = [...attributes.matchAll(/([\w:.-]+)\s*=/g)].map(([, one]) => one);
    if (attributes && new Set(attributeNames(attributes)).size < attributeNames(attributes).length)
      faults.push(`<${name}> has an attribute twice: ${names.join(' ')}`);
    if (close) {
      const last = open.pop();
      if (last !== name) faults.push(`</${name}> closes <${last}>`);
    } else if (!empty) open.push(name);
  }
  const rest = plain.replace(
    /<\/?[\w:.-]+(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*\/?>/g,
    '',
  );
  if (open.length > 0) faults.push(`<${open.join('><')}> never closes`);
  if (/[<>]/.test(rest))
    faults.push(`a bracket that is no tag: ${/.{0,40}[<>].{0,40}/.exec(rest)}`);
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(plain)) faults.push('a bare &');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is they that are looked for
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(xml)) faults.push('a control character');
  return faults;
}

function attributeNames(attributes: string): string[] {
  const bare = attributes.replace(/"[^"]*"|'[^']*'/g, '');
  return [...bare.matchAll(/([\w:.-]+)\s*=/g)].map(([, name = '']) => name);
}

/** Every part has one content type, and every listed part is there. */
function typeFaults(paths: readonly string[], types: string): string[] {
  const listed = [...types.matchAll(/<Override\b[^>]*PartName="\/([^"]*)"/g)].map(
    ([, path = '']) => path,
  );
  const known = [...types.matchAll(/<Default\b[^>]*Extension="([^"]*)"/gi)].map(([, name = '']) =>
    name.toLowerCase(),
  );
  const isTyped = (path: string) =>
    listed.includes(path) || known.includes(path.split('.').at(-1)?.toLowerCase() ?? '');
  const xmlOnly = (path: string) =>
    /^ppt\/.*\.xml$/.test(path) && !listed.includes(path)
      ? [`${path}: only "xml" is its type`]
      : [];
  return [
    ...paths
      .filter((path) => path !== '[Content_Types].xml' && !isTyped(path))
      .map((p) => `${p}: no type`),
    ...paths.flatMap(xmlOnly),
    ...listed.filter((path) => !paths.includes(path)).map((path) => `${path}: listed, not there`),
    ...listed
      .filter((path, at) => listed.indexOf(path) !== at)
      .map((path) => `${path}: listed twice`),
    ...known
      .filter((name, at) => known.indexOf(name) !== at)
      .map((name) => `${name}: a type twice`),
  ];
}

/** What is referred to is there, and ids that parts use are those of their relations. */
function relationFaults(paths: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  return [...texts].flatMap(([path, xml]) => {
    const relations = /_rels\/[^/]+\.rels$/.test(path) ? [] : idsUsed(xml);
    const own = texts.get(path.replace(/([^/]+)$/, '_rels/$1.rels')) ?? '';
    const missing = relations.filter(
      (id) => !own.includes(` Id="${id}"`) && !own.includes(`"${id}"`),
    );
    return [
      ...missing.map((id) => `${path}: ${id} is no relation`),
      ...(path.endsWith('.rels') ? deadTargets(path, xml, paths) : []),
    ];
  });
}

const idsUsed = (xml: string) =>
  [...xml.matchAll(/ r:(?:id|embed|link|pict)="([^"]+)"/g)].map(([, id = '']) => id);

function deadTargets(path: string, xml: string, paths: readonly string[]): string[] {
  const base = path.replace(/_rels\/[^/]+$/, '');
  const tags = [...xml.matchAll(/<Relationship\b[^>]*>/g)].map(([tag]) => tag);
  const ids = tags.map((tag) => / Id="([^"]*)"/.exec(tag)?.[1] ?? '');
  const dead = tags.flatMap((tag) => {
    const target = / Target="([^"]*)"/.exec(tag)?.[1] ?? '';
    if (tag.includes('TargetMode="External"')) return [];
    const place = target.startsWith('/') ? target.slice(1) : new URL(target, `x:/${base}`).pathname;
    return paths.includes(place.replace(/^\//, '')) ? [] : [`${path}: ${target} is not there`];
  });
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: ${id} twice`);
  return [...dead, ...twice];
}

/** Shapes of one page, slides of a presentation, masters and layouts have ids of their own. */
function idFaults(texts: ReadonlyMap<string, string>): string[] {
  const masters: string[] = [];
  const faults = [...texts].flatMap(([path, xml]) => {
    const of = (tag: string) =>
      [...xml.matchAll(new RegExp(`<${tag}\\b[^>]*? id="(\\d+)"`, 'g'))].map(([, id = '']) => id);
    if (path === 'ppt/presentation.xml') masters.push(...of('p:sldMasterId'));
    if (path.startsWith('ppt/slideMasters/')) masters.push(...of('p:sldLayoutId'));
    return [of('p:cNvPr'), of('p:sldId')].flatMap((ids) =>
      ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `${path}: id ${id} twice`),
    );
  });
  const shared = masters.filter((id, at) => masters.indexOf(id) !== at);
  return [...faults, ...shared.map((id) => `master or layout id ${id} twice`)];
}

/** Children of a presentation in the order of its type (part 1, 19.2.1.26). */
const ORDER = [
  'sldMasterIdLst',
  'notesMasterIdLst',
  'handoutMasterIdLst',
  'sldIdLst',
  'sldSz',
  'notesSz',
];

function orderFaults(xml: string): string[] {
  const places = ORDER.map((tag) => xml.indexOf(`<p:${tag}`)).filter((at) => at >= 0);
  const sorted = [...places].sort((a, b) => a - b);
  return places.join() === sorted.join() ? [] : ['ppt/presentation.xml: parts out of order'];
}

/** Every chart has a workbook that opens, with the cells that it names. */
async function workbookFaults(zip: JSZip, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths.filter((one) => /^ppt\/charts\/chart\d+\.xml$/.test(one))) {
    const relations = await zip.file(path.replace(/([^/]+)$/, '_rels/$1.rels'))?.async('string');
    const target = /Target="\.\.\/(embeddings\/[^"]+)"/.exec(relations ?? '')?.[1];
    const bytes = await zip.file(`ppt/${target}`)?.async('uint8array');
    const book = bytes ? await JSZip.loadAsync(bytes).catch(() => null) : null;
    const sheet = await book?.file('xl/worksheets/sheet1.xml')?.async('string');
    if (!sheet) faults.push(`${path}: no workbook`);
    else faults.push(...misshapen(sheet).map((told) => `${path}, workbook: ${told}`));
  }
  return faults;
}

/** Text boxes and frames that reach beyond their page, with the part. */
export async function outsideOf(bytes: Uint8Array): Promise<string[]> {
  const zip = await JSZip.loadAsync(bytes);
  const main = (await zip.file('ppt/presentation.xml')?.async('string')) ?? '';
  const [, width = '0', height = '0'] = /<p:sldSz\b[^>]*cx="(\d+)"[^>]*cy="(\d+)"/.exec(main) ?? [];
  const found: string[] = [];
  for (const path of Object.keys(zip.files).filter((one) => /^ppt\/slides\/\w+\.xml$/.test(one))) {
    const xml = (await zip.file(path)?.async('string')) ?? '';
    for (const [, x = '', y = '', w = '', h = ''] of xml.matchAll(
      /<a:off x="(-?\d+)" y="(-?\d+)"\/>\s*<a:ext cx="(\d+)" cy="(\d+)"/g,
    )) {
      const isOut = Number(x) < 0 || Number(y) < 0;
      const isOver =
        Number(x) + Number(w) > Number(width) || Number(y) + Number(h) > Number(height);
      if (isOut || isOver) found.push(`${path}: ${x} ${y} ${w} ${h}`);
    }
  }
  return found;
}
