/** The fonts of a picture: those of the page, inside it. */

import { fetching } from '../../net/fetching.ts';
import { SILENCE_MS } from '../../net/silence.ts';

/** Woff2 files as data URLs, with their weights and ranges. */
export interface PictureFont {
  readonly weight: number;
  readonly range: string;
  readonly url: string;
}

export const FAMILY = 'Be Vietnam Pro';

/**
 * The page's own font files, so that a picture looks the same everywhere; [] where they cannot be read, and the
 * picture falls back to a font of the computer.
 */
export async function pictureFonts(weights: readonly number[]): Promise<PictureFont[]> {
  const faces = [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      return [];
    }
  });
  const wanted = faces.flatMap((face) => {
    const weight = Number(face.style.getPropertyValue('font-weight') || 400);
    const range = face.style.getPropertyValue('unicode-range');
    const base = face.parentStyleSheet?.href ?? document.baseURI;
    const source = /url\(["']?([^"')]+\.woff2[^"')]*)["']?\)/.exec(
      face.style.getPropertyValue('src'),
    );
    const isOurs = face.style.getPropertyValue('font-family').includes(FAMILY);
    if (!isOurs || !source?.[1] || !weights.includes(weight)) return [];
    return [{ weight, range, url: new URL(source[1], base).href }];
  });
  const read = wanted.map((font) =>
    fetching(font.url, { file: font.url, giveUpMs: SILENCE_MS }, async ({ response, body }) => {
      if (!response.ok) throw new Error(`HTTP ${response.status}`);
      return { ...font, url: await asDataUrl(await new Response(body).blob()) };
    }),
  );
  const done = await Promise.allSettled(read);
  return done.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2'));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable font'));
    reader.readAsDataURL(blob);
  });
}
