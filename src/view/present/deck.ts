/** A briefing → a PowerPoint file: its slides, a cover, an agenda, what is still to be checked, links back. */
import { encode } from 'uqr';
import { formatDay } from '../../model/writing/date.ts';
import type { Briefing } from '../../share/briefing.ts';
import { makeDeck, pagesOf } from '../../share/pptx/pptx.ts';
import type { Deck } from '../../slide/slide.ts';
import { checksSlide, type ItemSlides, slidesOf } from '../../slide/slides.ts';
import { vi } from '../../text/vi/words.ts';
import type { Desk } from '../part/desk.ts';
import { today } from '../part/today.ts';

export interface MadeDeck {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly slides: number;
  readonly remarks: readonly string[];
}

/** Makes the deck of all items in order; what could not be shown is said, not left out in silence. */
export async function makeBriefingDeck(desk: Desk, briefing: Briefing): Promise<MadeDeck> {
  const made: ItemSlides[] = [];
  for (const item of briefing.items) made.push(await slidesOf(desk, item));
  const deck: Deck = {
    title: briefing.title || vi.present.defaultTitle,
    organisation: desk.organisation,
    day: formatDay(today()),
    synthetic: desk.data.synthetic ? vi.app.synthetic : '',
    agenda: made
      .filter((part) => part.slides.length > 0)
      .map(({ item, slides }) => item.name || headingOf(slides[0]?.heading) || item.title),
    slides: made.flatMap((part) =>
      part.slides.map((slide, at) =>
        part.item.name && at === 0 ? { ...slide, heading: part.item.name } : slide,
      ),
    ),
    closing: await checksSlide(desk, null),
  };
  const bytes = await makeDeck(deck, vi.present, { href: liveAddress, qr: qrPicture });
  return { bytes, slides: pagesOf(deck), remarks: remarksOf(desk, made) };
}

/** What could not be shown, and whether the checks have run, in words. */
export function remarksOf({ checked }: Desk, made: readonly ItemSlides[]): string[] {
  const said = made.flatMap(({ item, remarks }) =>
    remarks.map((remark) => `${item.name || item.title}: ${remark}`),
  );
  return checked ? said : [...said, vi.checks.running];
}

/** Without the number of its part: "… (1/2)". */
function headingOf(heading = ''): string {
  return heading.replace(/ \(\d+\/\d+\)$/, '');
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
