/** Paths of files relative to the site. */

/** A path of a package as part of an address: every name escaped, the slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
