/** The second line of a number: what should be read together with it. */
import type { Subject } from '../model/catalogue.ts';
import { type Figure, showsReported } from '../model/figure.ts';
import { formatDay } from '../model/writing/date.ts';
import { reportedText, statusText } from './figure.ts';
import { words } from './words.ts';

/** "báo cáo ghi 100% · mẫu số khác định nghĩa": the second line of a number. */
export function noteText(subject: Subject, figure: Figure): string {
  return [
    showsReported(figure) ? words.chart.reported(reportedText(subject, figure)) : '',
    isReportedOnly(subject, figure) ? words.chart.reportedOnly : '',
    statusText(figure),
    figure.asOf && figure.value !== null ? words.origin.asOf(formatDay(figure.asOf)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A rate without counts is what the document says, and says so. */
function isReportedOnly(subject: Subject, figure: Figure): boolean {
  return subject.isRatio && figure.value !== null && !figure.computed && figure.kind === '';
}
