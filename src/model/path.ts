/** Paths of files relative to the site. */

/** Where the catalogue of the site lies. */
export const CATALOGUE_PATH = 'data/catalogue';

/** Whether a path stays below its folder: relative, no scheme, no "..", no backslash, nothing invisible. */
export function isBelow(path: string): boolean {
  const plain = !/^[a-z][a-z0-9+.-]*:/i.test(path) && !/[\\\p{Cc}\p{Surrogate}]/u.test(path);
  const parts = path.split('/');
  return plain && path !== '' && !path.startsWith('/') && !parts.includes('..');
}

/** A path of a package as part of an address: every name escaped, the slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
