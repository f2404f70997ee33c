/** A briefing → a PowerPoint file, with links back and QR codes. */
import { encode } from 'uqr';
import { today } from '../../model/time/today.ts';
import { formatDay } from '../../model/writing/date.ts';
import type { Briefing } from '../../share/briefing.ts';
import { pagesOf } from '../../share/pptx/cover.ts';
import { makeDeck } from '../../share/pptx/pptx.ts';
import type { KeptTemplate } from '../../share/pptx/template/shelf.ts';

import { deckOf } from '../../slide/deck.ts';
import type { SlideDesk } from '../../slide/desk.ts';
import { words } from '../../text/words.ts';

export interface MadeDeck {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slides: number;
  readonly remarks: readonly string[];
}

/** Makes the deck of all items in order. */
export async function makeBriefingDeck(
  desk: SlideDesk,
  briefing: Briefing,
  template: KeptTemplate | null,
): Promise<MadeDeck> {
  const title = briefing.title || words.present.defaultTitle;
  const { deck, remarks } = await deckOf(desk, title, briefing.items, formatDay(today()));
  const links = { href: liveAddress, qr: qrPicture };
  const bytes = await makeDeck(deck, words.present, links, template?.bytes);
  return { bytes, slides: pagesOf(deck), remarks };
}

/** The address that another computer on the same network can open; none for a file. */
function liveAddress(query: string): string | null {
  if (!/^https?:$/.test(location.protocol)) return null;
  return `${location.origin}${location.pathname}${query}`;
}

const MODULE = 6;

/** Null for an address that no QR code can hold. */
function qrCode(text: string) {
  try {
    return encode(text, { ecc: 'M', border: 2 });
  } catch {
    return null;
  }
}

function qrPicture(text: string): string {
  const code = qrCode(text);
  if (!code) return '';
  const { data, size } = code;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * MODULE;
  const context = canvas.getContext('2d');
  if (!context) return '';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000';
  for (const [y, row] of data.entries()) {
    for (const [x, dark] of row.entries()) {
      if (dark) context.fillRect(x * MODULE, y * MODULE, MODULE, MODULE);
    }
  }
  return canvas.toDataURL('image/png');
}
