/** A briefing → a report in Word with pictures of its charts, and a workbook. */
import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import type { Briefing } from '../../share/briefing.ts';
import { makeReport } from '../../share/docx/docx.ts';
import type { ChartPicture } from '../../share/docx/report.ts';
import { excelFile } from '../../share/excel/workbook.ts';
import { chartDrawing } from '../../share/picture/chart/chart.ts';
import { picturePng } from '../../share/picture/png.ts';
import type { SlideDesk } from '../../slide/desk.ts';
import { reportOf } from '../../slide/paper/report.ts';
import { sheetsOf } from '../../slide/paper/sheets.ts';
import type { DrawnSlide } from '../../slide/slide.ts';
import { words } from '../../text/words.ts';

export interface MadeFile {
  readonly file: Blob;
  readonly parts: number;
  readonly remarks: readonly string[];
}

/** Pixels of a picture to a unit of its drawing: 300 dots an inch on paper. */
const SCALE = 2;

export async function makeBriefingReport(desk: SlideDesk, briefing: Briefing): Promise<MadeFile> {
  const title = briefing.title || words.present.defaultTitle;
  const report = await reportOf(desk, title, briefing.items, formatDay(today()));
  let isDrawn = true;
  const file = await makeReport(report, async (chart) => {
    const picture = await drawnChart(chart);
    isDrawn &&= picture !== null;
    return picture;
  });
  const said = report.parts.flatMap(({ name, remarks }) => remarks.map((one) => `${name}: ${one}`));
  const missing = isDrawn ? [] : [words.paper.noPictures];
  return { file, parts: report.parts.length, remarks: [...said, ...missing] };
}

/** Null where the browser lets no page read its canvas. */
async function drawnChart(chart: DrawnSlide): Promise<ChartPicture | null> {
  try {
    const { svg, width, height } = chartDrawing(chart);
    const png = await picturePng(svg, SCALE, false);
    return { png: new Uint8Array(await png.arrayBuffer()), width, height };
  } catch {
    return null;
  }
}

export async function makeBriefingWorkbook(desk: SlideDesk, briefing: Briefing): Promise<MadeFile> {
  const sheets = await sheetsOf(desk, briefing.items);
  const file = await excelFile({ data: desk.data, sheets });
  return { file, parts: sheets.length, remarks: [] };
}
