/** What should be read together with a number: absence, status, issues. */

import { FlagIcon } from '../../chart/mark.tsx';
import type { Subject } from '../../model/catalogue.ts';
import { type Figure, flagTone } from '../../model/figure.ts';
import { compareCodes, severityOf } from '../../model/issue.ts';
import { countsText, figureText } from '../../text/figure.ts';
import { codeName } from '../../text/issue.ts';
import { words } from '../../text/words.ts';

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
            <span aria-hidden="true">{figure.absence ? words.glyph[figure.absence] : ''}</span>
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
