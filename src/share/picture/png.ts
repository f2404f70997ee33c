/** SVG → PNG, in the browser's own canvas. */

/** Around the content of a picture, in pixels: the title stands below it. */
export const PAD = 32;

/** Beyond this browsers give an empty picture. */
const MOST_PIXELS = 16_000_000;

/**
 * A browser reads the fonts inside an SVG only after it has drawn it once, and draws no letters until then: the
 * picture is drawn again until there is ink where the title stands.
 */
const MOST_TRIES = 60;

function hasInk(context: CanvasRenderingContext2D, width: number, height: number): boolean {
  const { data } = context.getImageData(0, 0, width, height);
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) return true;
  return false;
}

/**
 * The SVG as PNG at a scale; a very large one at the largest scale that browsers draw.
 *
 * @param hasFonts fonts are inside it, and have to be waited for
 */
export async function picturePng(svg: string, scale: number, hasFonts = true): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const area = image.naturalWidth * image.naturalHeight;
  const factor = Math.min(scale, Math.sqrt(MOST_PIXELS / area));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(image.naturalWidth * factor);
  canvas.height = Math.round(image.naturalHeight * factor);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no canvas');
  for (let tried = 0; tried < MOST_TRIES; tried++) {
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    if (!hasFonts || hasInk(context, canvas.width, Math.round((PAD + 40) * factor))) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}
