/** The package of the address is opened outside React: its files come while the page is still being made. */
import { isLocal } from '../../intake/keep/shelf.ts';
import { readUrl, subscribeUrl } from '../state.ts';

export interface Followed {
  /** The package that stands where the address names none. */
  readonly standIn: (path: string) => void;
  /** What lies in this browser is another now: where it is open, it is opened anew as soon as the import is left. */
  readonly outdate: () => void;
}

/** Opens the package that the address names, now and whenever it names another; to be called before React listens. */
export function followPackage(open: (path: string) => void): Followed {
  let standard = '';
  let opened = '';
  let isOutdated = false;
  const follow = () => {
    const { package: named, view } = readUrl().state;
    const path = named || standard;
    const isStill = path === opened && !(isOutdated && view !== 'import');
    if (path === '' || isStill) return;
    opened = path;
    isOutdated = false;
    open(path);
  };
  subscribeUrl(follow);
  follow();
  return {
    standIn(path) {
      standard = path;
      follow();
    },
    outdate() {
      isOutdated = isLocal(opened);
    },
  };
}
