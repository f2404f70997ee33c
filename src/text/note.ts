/** The second line of a number: what should be read together with it. */
import type { Subject } from '../model/catalogue.ts';
import { type Figure, showsReported } from '../model/figure.ts';
import { formatDay } from '../model/writing/date.ts';
import { figureText, reportedText, statusText } from './figure.ts';
import { words } from './words.ts';

/** "báo cáo ghi 100% · mẫu số khác định nghĩa": the second line of a number. */
export function noteText(subject: Subject, figure: Figure): string {
  return [
    showsReported(figure) ? words.chart.reported(reportedText(subject, figure)) : '',
    isReportedOnly(subject, figure) ? words.chart.reportedOnly : '',
    sumText(figure),
    statusText(figure),
    figure.asOf && figure.value !== null ? words.origin.asOf(formatDay(figure.asOf)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** "14/15 đơn vị báo cáo" of a sum over units; '' for what a unit itself reports. */
export function sumText({ sum, value }: Figure): string {
  if (!sum || value === null) return '';
  if (sum.of === 'before') return words.place.rebuilt(sum.parts.length);
  return words.place.counted(sum.reported, sum.expected);
}

/** "gộp 2 đơn vị cũ", where that holds for all of several figures: it is then said once; '' elsewhere. */
export function commonSumText(figures: readonly Figure[]): string {
  const known = figures.filter(({ value }) => value !== null);
  const texts = new Set(known.map((one) => (one.sum?.of === 'before' ? sumText(one) : '')));
  const [only = ''] = texts;
  return known.length > 1 && texts.size === 1 ? only : '';
}

/** "tự báo cáo 50,0%", "cộng các đơn vị trực thuộc 30,0%": the other figure of a unit, never merged with the first. */
export function besideText(subject: Subject, figure: Figure): string {
  const text = figureText(subject, figure);
  return figure.sum ? words.place.sumBeside(text) : words.place.ownBeside(text);
}

/** A rate without counts is what the document says, and says so. */
function isReportedOnly(subject: Subject, figure: Figure): boolean {
  return subject.isRatio && figure.value !== null && !figure.computed && figure.kind === '';
}
