/** The package of the address is opened outside React: its files come while the page is still being made. */
import { readUrl, subscribeUrl } from '../state.ts';

/**
 * Opens the package that the address names, now and whenever it names another; to be called before React listens.
 *
 * @returns to be told of the package that stands where the address names none
 */
export function followPackage(open: (path: string) => void): (standard: string) => void {
  let standard = '';
  let opened = '';
  const follow = () => {
    const path = readUrl().state.package || standard;
    if (path === '' || path === opened) return;
    opened = path;
    open(path);
  };
  subscribeUrl(follow);
  follow();
  return (known) => {
    standard = known;
    follow();
  };
}
