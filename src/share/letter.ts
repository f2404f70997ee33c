/** The note to a unit as a file of its own: one HTML page that browsers print and word processors open. */
import { language } from '../model/writing/language.ts';
import { escapeMarkup } from './escape.ts';

/** Wraps the note. `body` is HTML made by the page itself, so texts in it are escaped already. */
export function letterFile(title: string, style: string, body: string): string {
  const head = `<meta charset="utf-8"><title>${escapeMarkup(title)}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="${language()}"><head>${head}</head><body>${body}</body></html>\n`;
}
