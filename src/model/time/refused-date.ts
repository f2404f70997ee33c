/**
 * A date of a document that no calendar has. The cell is empty everywhere below; what stood there travels in the
 * note of its BAD_DATE finding, in a form that the words above can read.
 */

export interface RefusedDate {
  /** "signed_on", "due_on", "received_on" or "period". */
  readonly column: string;
  /** As it stands in the file, cut to a readable length. */
  readonly text: string;
}

const MARK = 'refused|';

export function writeRefusedDate({ column, text }: RefusedDate): string {
  return `${MARK}${column}|${text}`;
}

/** Null for any other note. */
export function readRefusedDate(note: string): RefusedDate | null {
  if (!note.startsWith(MARK)) return null;
  const [column = '', ...rest] = note.slice(MARK.length).split('|');
  return { column, text: rest.join('|') };
}
