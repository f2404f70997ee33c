/**
 * Documents in Word, made in the browser, in the form that Decree 30/2020/NĐ-CP gives to official papers. The library
 * (0,4 MB) is loaded only when one is made.
 */
import type { Letter } from '../../slide/paper/letter.ts';
import type { Report } from '../../slide/paper/report.ts';
import { cleaned } from '../escape.ts';
import type { DrawChart } from './report.ts';

/** Fetches the library ahead of need. */
export async function preloadDocx(): Promise<void> {
  await Promise.all([import('./report.ts'), import('./letter.ts')]);
}

/**
 * A briefing as a .docx.
 *
 * @param draw makes a chart's picture; null where it cannot, and the tables stand alone
 */
export async function makeReport(report: Report, draw: DrawChart): Promise<Blob> {
  const { reportFile } = await import('./report.ts');
  return reportFile(cleaned(report), draw);
}

/** A note to a unit as a .docx. */
export async function makeLetter(letter: Letter, organisation: string): Promise<Blob> {
  const { letterFile } = await import('./letter.ts');
  return letterFile(cleaned(letter), cleaned(organisation));
}
