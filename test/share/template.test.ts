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
import type { Deck } from '../../src/slide/page/deck.ts';
import type { ChartSlide, TableSlide } from '../../src/slide/slide.ts';
import { words } from '../../src/text/words.ts';
import { office } from '../support/office.ts';
import { faultsOf, outsideOf } from '../support/powerpoint.ts';

const EMU = 914_400;

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
  facts: [],
  agenda: [{ name: 'Đúng hạn', finding: '', slide: 0 }],
  slides: [bars, table],
  closing: [],
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
      await part('ppt/slides/_rels/slide2.xml.rels'),
    ];
    expect(cover).toContain('office-slideLayout1.xml');
    expect(page).toContain('office-slideLayout2.xml');
    expect(await part('ppt/theme/office-theme1.xml')).toContain('AA0011');
  });

  it('has no colour or typeface of its own where the theme has one', async () => {
    for (const path of ['ppt/slides/slide2.xml', 'ppt/slides/slide3.xml']) {
      const xml = await part(path);
      expect(xml).not.toContain('typeface="Arial"');
      expect(xml).not.toContain('1A2129');
      expect(xml).toContain('<p:ph type="title"/>');
    }
    const chart = Object.keys(zip.files).find((path) => /charts\/chart\d+\.xml$/.test(path)) ?? '';
    expect(await part(chart)).toContain('<a:schemeClr val="accent1"/>');
  });

  it('lets titles end before the logo', async () => {
    const xml = await part('ppt/slides/slide2.xml');
    const title = /name="Title"[\s\S]*?<a:off x="(\d+)"[\s\S]*?cx="(\d+)"/.exec(xml);
    const end = (Number(title?.[1]) + Number(title?.[2])) / EMU;
    expect(end).toBeLessThan(13.333 - 1.6);
    expect(end).toBeGreaterThan(11);
  });

  it('keeps its shape on pages of another size', async () => {
    const small = await made(await office({ width: 10, height: 5.625 }));
    expect(await faultsOf(small)).toEqual([]);
    expect(await outsideOf(small)).toEqual([]);
    const xml = await (await JSZip.loadAsync(small)).file('ppt/slides/slide2.xml')?.async('string');
    expect(xml).toContain('sz="1800"'); // 24 points of 7.5 inches
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

describe('what texts stand on', () => {
  const pageOf = async (bytes: Uint8Array, at: number) =>
    (await (await JSZip.loadAsync(bytes)).file(`ppt/slides/slide${at}.xml`)?.async('string')) ?? '';
  const boxes = (xml: string) =>
    [...xml.matchAll(/<p:(sp|graphicFrame)>[\s\S]*?<\/p:\1>/g)].flatMap(([part]) => {
      const found = /<a:off x="-?\d+" y="(-?\d+)"\s*\/>\s*<a:ext cx="\d+" cy="(\d+)"/.exec(part);
      const [y = 0, h = 0] = (found?.slice(1) ?? []).map((one) => Number(one) / EMU);
      return found ? [{ isTitle: part.includes('name="Title"'), top: y, bottom: y + h }] : [];
    });

  it('on a dark ground letters keep their role, warnings and fills are made for it', async () => {
    const bytes = await made(await office({ dark: 'mapped' }));
    expect(await faultsOf(bytes)).toEqual([]);
    const xml = await pageOf(bytes, 3);
    expect(xml).toContain('<a:schemeClr val="tx1"/>');
    for (const light of ['835400', 'D6D7D8']) expect(xml).not.toContain(light);
  });

  it('on a ground that is painted in the colour of letters both change places', async () => {
    const bytes = await made(await office({ dark: 'painted' }));
    expect(await faultsOf(bytes)).toEqual([]);
    const xml = await pageOf(bytes, 3);
    expect(xml).not.toContain('<a:schemeClr val="tx1"/>');
    expect(xml).toContain('<a:schemeClr val="bg1"/>');
  });

  it.each([0.8, 1.5, 2.2])(
    'a band of %s inches has the title on it and all else below',
    async (band) => {
      const bytes = await made(await office({ band }));
      expect(await faultsOf(bytes)).toEqual([]);
      expect(await outsideOf(bytes)).toEqual([]);
      for (const at of [2, 3]) {
        const all = boxes(await pageOf(bytes, at));
        const title = all.find(({ isTitle }) => isTitle);
        expect(title?.bottom).toBeLessThanOrEqual(band);
        for (const { isTitle, top } of all) if (!isTitle) expect(top).toBeGreaterThanOrEqual(band);
      }
    },
  );
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
    ['one without layouts', () => office({ layouts: 0 }), 'layouts'],
    ['pages of 4:3', () => office({ width: 10, height: 7.5 }), 'shape'],
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
