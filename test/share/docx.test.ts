/** The report and the note in Word, read back from their files: form, tables, footnotes, pictures, what is missing. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseUrl } from '../../src/address/url.ts';
import { makeLetter, makeReport } from '../../src/share/docx/docx.ts';
import type { ChartPicture } from '../../src/share/docx/report.ts';
import type { SlideDesk } from '../../src/slide/desk.ts';
import { letterOf, letterQuestion } from '../../src/slide/paper/letter.ts';
import { type Report, reportOf } from '../../src/slide/paper/report.ts';
import type { ChartSlide } from '../../src/slide/slide.ts';
import { slidesOf } from '../../src/slide/slides.ts';
import { en } from '../../src/text/en/words.ts';
import { vi } from '../../src/text/vi/words.ts';
import { chooseWords } from '../../src/text/words.ts';
import { type Loaded, loadPackage } from '../support/load.ts';

const OUTPUT = resolve(import.meta.dirname, '../output');
const TITLE = 'Tình hình công tác dân vận và thực hiện dân chủ ở cơ sở';
const COMPARE = '?view=compare&indicator=dossiers_on_time_rate&period=2024&under=thi-xa-lam-khue';
const TREND =
  '?view=trend&indicator=dossiers_online_rate&unit=xa-sa-khue,xa-ninh-hac&grain=quarter';

let sample: Loaded;
let reports: Loaded;
beforeAll(async () => {
  sample = await loadPackage('data/sample');
  reports = await loadPackage('data/reports');
});
afterAll(() => Promise.all([sample.engine.close(), reports.engine.close()]));

const deskOf = ({ data, ask }: Loaded, more: Partial<SlideDesk> = {}): SlideDesk => ({
  data,
  ask,
  state: parseUrl(`?package=${data.path}`).state,
  checked: true,
  organisation: 'Thị ủy Lam Khuê',
  settled: [],
  ...more,
});

const item = (query: string, more = {}) => ({
  ...{ id: query, query, name: '', title: 'Mục', note: '' },
  ...more,
});

const madeReport = (loaded: Loaded, queries: readonly string[], more: Partial<SlideDesk> = {}) =>
  reportOf(
    deskOf(loaded, more),
    TITLE,
    queries.map((query) => item(query)),
    '22/11/2026',
  );

/** A PNG of one point stands for what only a browser can draw. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);
const draw = (): Promise<ChartPicture> =>
  Promise.resolve({ png: new Uint8Array(POINT), width: 960, height: 500 });

async function parts(file: Blob) {
  const zip = await JSZip.loadAsync(await file.arrayBuffer());
  const text = async (name: string) => (await zip.file(`word/${name}.xml`)?.async('string')) ?? '';
  const all = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
  return { zip, all, text, document: await text('document') };
}

const read = async (report: Report) => parts(await makeReport(report, draw));

/** Texts of the cells of every table that has a head, row by row. */
function tablesIn(document: string): string[][][] {
  return [...document.matchAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g)]
    .filter(([table]) => table.includes('<w:tblHeader'))
    .map(([table]) =>
      [...table.matchAll(/<w:tr>[\s\S]*?<\/w:tr>|<w:tr [\s\S]*?<\/w:tr>/g)].map(([row]) =>
        [...row.matchAll(/<w:tc>[\s\S]*?<\/w:tc>/g)].map(([cell]) => textOf(cell)),
      ),
    );
}

const textOf = (xml: string) =>
  [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');

const twips = (mm: number) => Math.round((mm / 25.4) * 1440);

describe('a report in Word', () => {
  it('has the page, the face and the head of the decree', async () => {
    const { document, text } = await read(await madeReport(sample, [COMPARE]));
    expect(document).toContain(`w:w="${twips(210)}" w:h="${twips(297)}"`);
    const margins = /<w:pgMar [^>]*>/.exec(document)?.[0] ?? '';
    const sides = { top: 20, bottom: 20, left: 30, right: 15 };
    for (const [side, mm] of Object.entries(sides)) {
      expect(margins).toContain(`w:${side}="${twips(mm)}"`);
    }
    const styles = await text('styles');
    expect(styles).toMatch(/<w:docDefaults>[\s\S]*w:ascii="Times New Roman"/);
    expect(styles).toMatch(/<w:docDefaults>[\s\S]*<w:sz w:val="28"\/>/);
    expect(styles).toContain('w:val="vi-VN"');
    const said = textOf(document);
    expect(said).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(said).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(said).toContain('THỊ ỦY LAM KHUÊ');
    expect(said).toContain(TITLE.toLocaleUpperCase('vi'));
    expect(said).toContain(vi.paper.recipients);
    expect(said).toContain(vi.app.syntheticNote);
    const sizes = [...document.matchAll(/<w:sz w:val="(\d+)"/g)].map((m) => Number(m[1]) / 2);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(11);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(14);
  });

  it('numbers its pages above, not on the first', async () => {
    const { document, zip } = await read(await madeReport(sample, [COMPARE]));
    expect(document).toContain('<w:titlePg/>');
    const names = Object.keys(zip.files).filter((name) => /word\/header\d+\.xml/.test(name));
    const heads = await Promise.all(names.map((name) => zip.file(name)?.async('string')));
    const numbered = heads.filter((xml) => xml?.includes('PAGE'));
    expect(heads).toHaveLength(2);
    expect(numbered).toHaveLength(1);
    expect(numbered[0]).toContain('<w:jc w:val="center"/>');
  });

  it('is well-formed in all its parts, whatever the texts hold', async () => {
    const ugly = `Họp <b>&"'\u0001 ${'x'.repeat(120)}`;
    const desk = deskOf(sample, { organisation: ugly });
    const report = await reportOf(desk, ugly, [item(COMPARE, { name: ugly, note: ugly })], 'nay');
    const { all, zip, document } = await read(report);
    for (const name of all) {
      const xml = (await zip.file(name)?.async('string')) ?? '';
      expect(faultOf(xml), name).toBe('');
    }
    expect(document).toContain('&lt;b&gt;&amp;');
  });

  it('has tables whose heads repeat and whose values are those of the view', async () => {
    const { document } = await read(await madeReport(sample, [COMPARE, TREND]));
    const [bars = [], ...lines] = tablesIn(document);
    expect(document.match(/<w:tblHeader/g)?.length).toBe(lines.length + 1);
    const [chart] = (await slidesOf(deskOf(sample), item(COMPARE), (slide) => [slide]))
      .slides as ChartSlide[];
    const value = bars[0]?.indexOf(vi.column.value) ?? -1;
    expect(bars.slice(1).map((row) => row[value]?.replace(' (*)', ''))).toEqual(
      chart?.series[0]?.texts,
    );
    expect(bars).toHaveLength(16);
    const [trend] = (await slidesOf(deskOf(sample), item(TREND), (slide) => [slide]))
      .slides as ChartSlide[];
    const own = trend?.series.filter(({ line }) => line === 'Xã Sa Khuê') ?? [];
    const told = trend?.categories.map(
      (_, at) => own.map(({ texts }) => texts[at]).find(Boolean) ?? '–',
    );
    const rows = lines
      .slice(0, -1)
      .flatMap((table) => table.filter(([name]) => name === 'Xã Sa Khuê'));
    expect(rows.flatMap((row) => row.slice(1))).toEqual(told);
  });

  it('tells every document in a footnote and every picture in words', async () => {
    const queries = [
      '?view=compare&indicator=dossiers_online_rate',
      '?view=unit&unit=phuong-pho-hoa',
    ];
    const { document, text } = await read(await madeReport(reports, queries));
    const footnotes = await text('footnotes');
    const used = [...document.matchAll(/<w:footnoteReference w:id="(\d+)"\/>/g)].map((m) => m[1]);
    expect(used.length).toBeGreaterThan(1);
    for (const id of used) expect(footnotes).toContain(`w:id="${id}"`);
    expect(footnotes).toContain('167-BC/ĐU ngày 26/5/2023 của Đảng ủy phường Phổ Hòa');
    expect(footnotes).not.toContain('bc-167-pho-hoa');
    const { document: drawn } = await read(await madeReport(sample, [COMPARE, TREND]));
    const alts = [...drawn.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map((m) => m[1] ?? '');
    expect(alts).toHaveLength(2);
    for (const alt of alts) expect(alt).toMatch(/^Biểu đồ: Tỷ lệ .+\. .+/);
  });

  it('has tables alone where nothing can be drawn', async () => {
    const report = await madeReport(sample, [COMPARE]);
    const { document } = await parts(await makeReport(report, () => Promise.resolve(null)));
    expect(document).not.toContain('<w:drawing>');
    expect(tablesIn(document).length).toBeGreaterThan(1);
  });

  it('says what is open, what is unfinished, and what is simulated', async () => {
    const open = await madeReport(reports, [COMPARE]);
    expect(open.lead.join(' ')).toMatch(/còn cần kiểm tra: \d+ nội dung ở \d+ đơn vị/);
    expect(open.parts.at(-1)?.name).toBe(vi.present.closing);
    expect(open.synthetic).toBe('');
    const running = await madeReport(sample, [COMPARE], { checked: false });
    expect(running.lead).toContain(vi.checks.running);
    expect(running.synthetic).toBe(vi.app.syntheticNote);
    expect(JSON.stringify(open)).not.toContain('⚑');
  });

  it('says plainly what has no data, and holds forty views', async () => {
    const empty = '?view=compare&indicator=poor_household_rate&period=2021';
    const none = await madeReport(reports, [empty]);
    expect(none.parts[0]?.remarks).toContain(vi.present.empty);
    const { document } = await read(none);
    expect(textOf(document)).toContain(`${vi.paper.gone} ${vi.present.empty}`);
    const many = await madeReport(
      reports,
      Array.from({ length: 40 }, () => empty),
    );
    expect(many.parts.length).toBeGreaterThanOrEqual(40);
    expect(textOf((await read(many)).document)).toContain('40. Mục');
  });

  it('is English where English was chosen', async () => {
    await chooseWords('en');
    const { document, text } = await read(await madeReport(sample, [COMPARE]));
    await chooseWords('vi');
    expect(textOf(document)).toContain(en.paper.motto.country);
    expect(textOf(document)).not.toContain(vi.paper.motto.country);
    expect(await text('styles')).toContain('w:val="en-GB"');
  });
});

describe('the note to a unit', () => {
  const letter = async (query: string) => {
    const desk = { ...deskOf(reports), state: parseUrl(query).state };
    const answer = await reports.ask(letterQuestion(desk));
    return letterOf(reports.data, desk.state.unit[0] ?? '', answer, () => false);
  };
  const QUANG_MINH = '?view=checks&unit=phuong-quang-minh';

  it('explains figures that disagree, and names a document without a number by title and date', async () => {
    const made = await letter(QUANG_MINH);
    const told = made.rows.flatMap(({ wrong }) => wrong).join('\n');
    expect(told).toContain('Báo cáo ghi 39, cộng các phần được 32');
    expect(made.documents).toMatch(/Báo cáo kết quả xây dựng .* quý I năm 2024, tháng 3\/2024/);
    const places = made.rows.map(({ place }) => place).join('\n');
    expect(`${made.documents}\n${places}`).not.toMatch(/bc-quang-minh|\/BC-UBND/);
  });

  it('carries the list that it was opened from, and nothing else', async () => {
    const whole = await letter(QUANG_MINH);
    const sums = await letter(`${QUANG_MINH}&code=SUM_MISMATCH`);
    const period = await letter(`${QUANG_MINH}&period=2024-Q1`);
    const other = await letter(`${QUANG_MINH}&period=2023`);
    expect(sums.rows.map(({ code }) => code)).toEqual(sums.rows.map(() => 'SUM_MISMATCH'));
    expect(sums.rows.length).toBeGreaterThan(0);
    expect(period.rows.length).toBeLessThan(whole.rows.length);
    expect(other.rows).toEqual([]);
  });

  it('is a paper in the same form', async () => {
    const made = await letter(QUANG_MINH);
    const { document } = await parts(await makeLetter(made, 'Ban Dân vận Thị ủy'));
    const said = textOf(document);
    expect(said).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(said).toContain('BAN DÂN VẬN THỊ ỦY');
    expect(said).toContain('Kính gửi: Phường Quảng Minh');
    const [table = []] = tablesIn(document);
    expect(table).toHaveLength(made.rows.length + 1);
    const { document: empty } = await parts(await makeLetter({ ...made, rows: [] }, ''));
    expect(textOf(empty)).toContain(vi.letter.nothing);
  });
});

const office = spawnSync('lowriter', ['--version']).status === 0;

it.skipIf(!office)(
  'LibreOffice opens report and note, on A4: test/output/report.docx',
  async () => {
    const report = await madeReport(sample, [COMPARE, TREND, '?view=unit&unit=xa-sa-khue']);
    await mkdir(OUTPUT, { recursive: true });
    const path = join(OUTPUT, 'report.docx');
    await writeFile(path, new Uint8Array(await (await makeReport(report, draw)).arrayBuffer()));
    const folder = await mkdtemp(join(tmpdir(), 'paper-'));
    const home = `-env:UserInstallation=file://${join(folder, 'home')}`;
    execFileSync('soffice', [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, path], {
      timeout: 110_000,
      stdio: 'ignore',
    });
    const pdf = (await readFile(join(folder, 'report.pdf'))).toString('latin1');
    await rm(folder, { recursive: true, force: true });
    expect(pdf.match(/\/Type\s*\/Page[^s]/g)?.length).toBeGreaterThan(2);
    expect(pdf).toMatch(/\/MediaBox\s*\[\s*0 0 59[45](\.\d+)? 84[12](\.\d+)?/);
  },
  120_000,
);

/** What is wrong with an XML text: a tag that nothing closes, a sign that none may hold; '' where it is well. */
function faultOf(xml: string): string {
  const open: string[] = [];
  const body = xml.replace(/<\?[\s\S]*?\?>/g, '');
  for (const [, end, name = '', rest = ''] of body.matchAll(
    /<(\/?)([\w:.-]+)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/g,
  )) {
    if (end) {
      if (open.pop() !== name) return `</${name}>`;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  const [bad = ''] = /(?![\t\n\r])\p{Cc}|&(?!\w+;|#\d+;|#x[\da-f]+;)/iu.exec(body) ?? [];
  return bad || open.join();
}
