/** What should be read together with a number: absence, status, issues. */
import { FlagIcon, type FlagTone } from '../../chart/mark.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { type Figure, showsReported } from '../../model/figure.ts';
import { compareCodes, severityOf, worstSeverity } from '../../model/issue.ts';
import { formatDay } from '../../model/writing/date.ts';
import { countsText, figureText, reportedText, statusText } from '../../text/figure.ts';
import { vi } from '../../text/vi/words.ts';

/** Codes that the number's own words already say. */
const SAID_ELSEWHERE = ['DERIVED', 'NO_DENOMINATOR', 'DUPLICATE_STATEMENT'];

/** Tone of the flag beside a number: only what must be checked or kept in mind gets one. */
export function flagTone(figure: Figure): FlagTone | null {
  const worst = worstSeverity(figure.flags.filter((code) => !SAID_ELSEWHERE.includes(code)));
  return worst === 'info' ? null : worst;
}

/** "báo cáo ghi 100% · mẫu số khác định nghĩa": the second line of a number. */
export function noteText(subject: Subject, figure: Figure): string {
  return [
    showsReported(figure) ? vi.chart.reported(reportedText(subject, figure)) : '',
    isReportedOnly(subject, figure) ? vi.chart.reportedOnly : '',
    statusText(figure),
    figure.asOf && figure.value !== null ? vi.origin.asOf(formatDay(figure.asOf)) : '',
  ]
    .filter(Boolean)
    .join(' · ');
}

/** A rate without counts is what the document says, and says so. */
function isReportedOnly(subject: Subject, figure: Figure): boolean {
  return subject.isRatio && figure.value !== null && !figure.computed && figure.kind === '';
}

/** Name of an issue code in words; an unknown code stands for itself. */
export function codeName(code: string): string {
  return vi.code[code] ?? code;
}

/** All issue codes of a figure as words, the most serious first. */
export function Marks({ flags }: { readonly flags: readonly string[] }) {
  if (flags.length === 0) return null;
  return (
    <span className="marks">
      {[...flags].sort(compareCodes).map((code) => (
        <Mark key={code} code={code} />
      ))}
    </span>
  );
}

function Mark({ code }: { readonly code: string }) {
  const severity = severityOf(code);
  return (
    <span className={`mark ${severity}`}>
      {severity !== 'info' && <FlagIcon tone={severity} />}
      {codeName(code)}
    </span>
  );
}

/** The number as a button that opens its origin; an absence in its own glyph and words. */
export function FigureButton({
  subject,
  figure,
  onOpen,
}: {
  readonly subject: Subject;
  readonly figure: Figure;
  readonly onOpen: () => void;
}) {
  const text = figureText(subject, figure);
  const tone = flagTone(figure);
  if (figure.value === null) {
    return (
      <button type="button" className="plain-button absence" onClick={onOpen} title={text}>
        {figure.high === null ? (
          <>
            <span aria-hidden="true">{figure.absence ? vi.glyph[figure.absence] : ''}</span>
            <span className="visually-hidden">{text}</span>
          </>
        ) : (
          text
        )}
      </button>
    );
  }
  return (
    <button type="button" className="number-button" onClick={onOpen} title={countsText(figure)}>
      {tone && <FlagIcon tone={tone} />}
      {text}
    </button>
  );
}
