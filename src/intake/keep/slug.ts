/** Ids out of names. */

/** An id for a name of any writing: "Hồ sơ quý I.xlsx" → "ho-so-quy-i-xlsx". */
export function slug(text: string, fallback: string): string {
  const folded = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
  return folded || fallback;
}
