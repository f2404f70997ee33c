/** A deck on an office's own template, and what is no template. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeDeck } from '../../src/share/pptx/pptx.ts';
import { type BadTemplate, openTemplate } from '../../src/share/pptx/template/template.ts';
import type { ChartSlide, Deck, TableSlide } from '../../src/slide/slide.ts';
import { words } from '../../src/text/words.ts';
import { faultsOf, outsideOf } from '../support/powerpoint.ts';

const EMU = 914_400;
const LOGO =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==';

/** A template as PowerPoint would save it: two layouts, colours and typefaces of its own, a logo at the top right. */
async function office(width = 13.333, height = 7.5, layouts = 2): Promise<Uint8Array> {
  const zip = new JSZip();
  const names =
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const rels = (list: readonly (readonly [string, string])[]) =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([kind, target], at) => `<Relationship Id="rId${at + 1}" Type="${type}/${kind}" Target="${target}"/>`).join('')}</Relationships>`;
  const tree = (inner: string) =>
    `<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>${inner}</p:spTree></p:cSld>`;
  const box = (x: number, y: number, w: number, h: number) =>
    `<a:xfrm><a:off x="${Math.round(x * EMU)}" y="${Math.round(y * EMU)}"/><a:ext cx="${Math.round(w * EMU)}" cy="${Math.round(h * EMU)}"/></a:xfrm>`;
  const logo = `<p:pic><p:nvPicPr><p:cNvPr id="9" name="Logo"/><p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId${layouts + 2}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>${box(width - 1.6, 0.3, 1.2, 1)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>`;
  const title = `<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>${box(0.6, 0.4, width - 1.2, 1)}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr/></a:p></p:txBody></p:sp>`;
  const ids = Array.from({ length: layouts }, (_, at) => at + 1);
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="PNG" ContentType="image/png"/><Override PartName="/ppt/presentation.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.template.main+xml"/><Override PartName="/ppt/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/><Override PartName="/ppt/slideMasters/slideMaster1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/>${ids.map((id) => `<Override PartName="/ppt/slideLayouts/slideLayout${id}.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml"/>`).join('')}</Types>`,
  );
  zip.file('_rels/.rels', rels([['officeDocument', 'ppt/presentation.xml']]));
  zip.file(
    'ppt/presentation.xml',
    `${head}<p:presentation ${names}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldSz cx="${Math.round(width * EMU)}" cy="${Math.round(height * EMU)}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  );
  zip.file(
    'ppt/_rels/presentation.xml.rels',
    rels([['slideMaster', 'slideMasters/slideMaster1.xml']]),
  );
  zip.file(
    'ppt/slideMasters/slideMaster1.xml',
    `${head}<p:sldMaster ${names}>${tree(title + logo)}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst>${ids.map((id) => `<p:sldLayoutId id="${2147483648 + id}" r:id="rId${id}"/>`).join('')}</p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:defRPr sz="3600"><a:solidFill><a:schemeClr val="accent2"/></a:solidFill><a:latin typeface="+mj-lt"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle/><p:otherStyle/></p:txStyles></p:sldMaster>`,
  );
  zip.file(
    'ppt/slideMasters/_rels/slideMaster1.xml.rels',
    rels([
      ...ids.map((id) => ['slideLayout', `../slideLayouts/slideLayout${id}.xml`] as const),
      ['theme', '/ppt/theme/theme1.xml'],
      ['image', '../media/image1.PNG'],
    ]),
  );
  for (const id of ids) {
    zip.file(
      `ppt/slideLayouts/slideLayout${id}.xml`,
      `${head}<p:sldLayout ${names} type="${id === 1 ? 'title' : 'titleOnly'}">${tree(title)}<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>`,
    );
    zip.file(
      `ppt/slideLayouts/_rels/slideLayout${id}.xml.rels`,
      rels([['slideMaster', '../slideMasters/slideMaster1.xml']]),
    );
  }
  const colours = [
    '112233',
    'FFFFFF',
    '445566',
    'DDEEDD',
    'AA0011',
    'BB5500',
    '117733',
    '663399',
    '008899',
    '776600',
    '0000EE',
    '551A8B',
  ];
  const slots = [
    'dk1',
    'lt1',
    'dk2',
    'lt2',
    'accent1',
    'accent2',
    'accent3',
    'accent4',
    'accent5',
    'accent6',
    'hlink',
    'folHlink',
  ];
  const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>';
  const line = `<a:ln w="9525">${fill}</a:ln>`;
  zip.file(
    'ppt/theme/theme1.xml',
    `${head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Cơ quan"><a:themeElements><a:clrScheme name="Cơ quan">${slots.map((slot, at) => `<a:${slot}><a:srgbClr val="${colours[at]}"/></a:${slot}>`).join('')}</a:clrScheme><a:fontScheme name="Cơ quan"><a:majorFont><a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:majorFont><a:minorFont><a:latin typeface="Liberation Serif"/><a:ea typeface=""/><a:cs typeface=""/></a:minorFont></a:fontScheme><a:fmtScheme name="Office"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`,
  );
  zip.file('ppt/media/image1.PNG', LOGO, { base64: true });
  return zip.generateAsync({ type: 'uint8array' });
}

const said = {
  note: '',
  footnotes: ['⚑ Xã A: chưa khớp'],
  figures: [],
  documents: 'Nguồn: 1-BC/ĐU',
  source: 'Nguồn',
  query: '?view=compare',
};
const bars: ChartSlide = {
  ...said,
  type: 'bars',
  title: 'Đúng hạn: 1/2 đơn vị chưa đạt chỉ tiêu 98,0%',
  heading: 'Tỷ lệ đúng hạn',
  sentence: 'Chung 97%.',
  categories: ['Xã A', 'Xã B'],
  marked: [0],
  goal: { value: 98, text: '98,0%' },
  percent: true,
  decimals: 1,
  least: 0,
  most: 100,
  series: [
    {
      name: 'Đúng hạn',
      role: 'value',
      values: [90, 99],
      texts: ['90,0%', '99,0%'],
      isStrong: true,
      line: 'value',
      label: '',
    },
  ],
};
const table: TableSlide = {
  ...said,
  type: 'table',
  title: 'Xã A',
  heading: 'Xã A',
  sentence: '',
  columns: [
    { name: 'Chỉ số', number: false },
    { name: 'Giá trị', number: true },
  ],
  rows: [[{ text: 'Đúng hạn' }, { text: '90,0%', tone: 'behind' }]],
};
const deck: Deck = {
  title: 'Họp giao ban',
  organisation: 'Thị ủy',
  day: '1/1/2026',
  synthetic: 'Số liệu mô phỏng',
  agenda: [{ name: 'Đúng hạn', finding: '', slide: 0 }],
  slides: [bars, table],
  closing: null,
};
const links = { href: () => null, qr: () => '' };
const made = (template?: Uint8Array) => makeDeck(deck, words.present, links, template);

describe('a deck on a template', () => {
  let bytes: Uint8Array;
  let zip: JSZip;
  const part = async (path: string) => (await zip.file(path)?.async('string')) ?? '';
  beforeAll(async () => {
    bytes = await made(await office());
    zip = await JSZip.loadAsync(bytes);
  });

  it('is a sound file, with nothing outside its pages', async () => {
    expect(await faultsOf(bytes)).toEqual([]);
    expect(await outsideOf(bytes)).toEqual([]);
  });

  it('stands on the layouts of the template and has no others', async () => {
    const layouts = Object.keys(zip.files).filter((path) => /slideLayouts\/[^/]+xml$/.test(path));
    expect(layouts).toHaveLength(2);
    const [cover, page] = [
      await part('ppt/slides/_rels/slide1.xml.rels'),
      await part('ppt/slides/_rels/slide3.xml.rels'),
    ];
    expect(cover).toContain('office-slideLayout1.xml');
    expect(page).toContain('office-slideLayout2.xml');
    expect(await part('ppt/theme/office-theme1.xml')).toContain('AA0011');
  });

  it('has no colour or typeface of its own where the theme has one', async () => {
    for (const path of ['ppt/slides/slide3.xml', 'ppt/slides/slide4.xml']) {
      const xml = await part(path);
      expect(xml).not.toContain('typeface="Arial"');
      expect(xml).not.toContain('1A2129');
      expect(xml).toContain('<p:ph type="title"/>');
    }
    const chart = Object.keys(zip.files).find((path) => /charts\/chart\d+\.xml$/.test(path)) ?? '';
    expect(await part(chart)).toContain('<a:schemeClr val="accent1"/>');
  });

  it('lets titles end before the logo', async () => {
    const xml = await part('ppt/slides/slide3.xml');
    const title = /name="Title"[\s\S]*?<a:off x="(\d+)"[\s\S]*?cx="(\d+)"/.exec(xml);
    const end = (Number(title?.[1]) + Number(title?.[2])) / EMU;
    expect(end).toBeLessThan(13.333 - 1.6);
    expect(end).toBeGreaterThan(11);
  });

  it('keeps its shape on pages of another size', async () => {
    const small = await made(await office(10, 5.625));
    expect(await faultsOf(small)).toEqual([]);
    expect(await outsideOf(small)).toEqual([]);
    const xml = await (await JSZip.loadAsync(small)).file('ppt/slides/slide3.xml')?.async('string');
    expect(xml).toContain('sz="2100"'); // 28 points of 7.5 inches
  });

  it('is drawn by LibreOffice in the colours and typefaces of the template', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'template-'));
    await writeFile(join(folder, 'deck.pptx'), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = promisify(execFile);
    const convert = [
      '--headless',
      '--convert-to',
      'fodp',
      '--outdir',
      folder,
      join(folder, 'deck.pptx'),
    ];
    const isThere = await run('soffice', [profile, ...convert]).then(
      () => true,
      () => false,
    );
    if (!isThere) return context.skip();
    const drawn = await readFile(join(folder, 'deck.fodp'), 'utf8');
    expect(drawn).toContain('Liberation Serif');
    expect(drawn.toLowerCase()).toContain('#aa0011');
    expect(drawn).toContain('Đúng hạn: 1/2 đơn vị chưa đạt chỉ tiêu 98,0%');
  }, 180_000);
});

describe('what is no template', () => {
  const faultOf = (bytes: Uint8Array) =>
    openTemplate(JSZip, bytes).then(
      () => '',
      (error: BadTemplate) => error.fault,
    );

  it.each([
    ['a text', async () => new TextEncoder().encode('xin chào'), 'foreign'],
    ['nothing', async () => new Uint8Array(), 'foreign'],
    [
      'another zip',
      async () => new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' }),
      'foreign',
    ],
    [
      'a file with a password',
      async () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      'encrypted',
    ],
    ['one without layouts', () => office(13.333, 7.5, 0), 'layouts'],
    ['pages of 4:3', () => office(10, 7.5), 'shape'],
    ['a hundred megabytes', async () => new Uint8Array(100_000_000), 'large'],
    ['half a file', async () => (await office()).slice(0, 900), 'foreign'],
  ] as const)('%s is told apart', async (_, make, fault) => {
    expect(await faultOf(await make())).toBe(fault);
  });

  it('leaves macros and what a stranger points to behind', async () => {
    const zip = await JSZip.loadAsync(await office());
    const rels = 'ppt/slideMasters/_rels/slideMaster1.xml.rels';
    const xml = (await zip.file(rels)?.async('string')) ?? '';
    zip.file('ppt/vbaProject.bin', 'x');
    zip.file(
      rels,
      xml.replace(
        '</Relationships>',
        '<Relationship Id="rId90" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="../vbaProject.bin"/><Relationship Id="rId91" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="http://a.vn/x.png" TargetMode="External"/></Relationships>',
      ),
    );
    const bytes = await made(await zip.generateAsync({ type: 'uint8array' }));
    expect(await faultsOf(bytes)).toEqual([]);
    const names = Object.keys((await JSZip.loadAsync(bytes)).files).join(' ');
    expect(names).not.toContain('vba');
    const all = await JSZip.loadAsync(bytes);
    expect(
      await all.file('ppt/slideMasters/_rels/office-slideMaster1.xml.rels')?.async('string'),
    ).not.toContain('a.vn');
  });
});
