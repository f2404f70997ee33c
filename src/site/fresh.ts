/** Whether a package on the server has been replaced since this page loaded it. */

import { encodePath } from '../model/path.ts';
import { getFile } from './get.ts';

const EVERY_MS = 120_000;

/**
 * Watches a package: every two minutes, and when the page is looked at again.
 *
 * @returns a function that ends the watch
 */
export function watchPackage(baseUrl: string, path: string, onChange: () => void): () => void {
  const base = new URL(`${encodePath(path)}/`, baseUrl).href;
  let known: string | null = null;
  let ended = false;
  const look = async () => {
    const now = await signatureOf(base);
    if (ended || now === null) return; // a lost network is no news
    if (known !== null && known !== now) {
      end();
      onChange();
    }
    known ??= now;
  };
  const onVisible = () => {
    if (document.visibilityState === 'visible') void look();
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  document.addEventListener('visibilitychange', onVisible);
  void look();
  const end = () => {
    ended = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', onVisible);
  };
  return end;
}

/** The descriptor, and what the server says of every file in it; null where it cannot be had. */
async function signatureOf(base: string): Promise<string | null> {
  try {
    const { response, bytes } = await getFile(new URL('datapackage.json', base).href);
    if (!response.ok) return null;
    const text = new TextDecoder().decode(bytes);
    const { resources = [] } = JSON.parse(text) as { resources?: { path?: string | string[] }[] };
    const files = resources.flatMap(({ path = [] }) => path);
    const heads = await Promise.all(
      files.map(async (file) => {
        const said = await headers(new URL(encodePath(file), base).href);
        const words = ['etag', 'last-modified', 'content-length'].map((name) => said.get(name));
        return [file, ...words].join(' ');
      }),
    );
    return [text, ...heads].join('\n');
  } catch {
    return null;
  }
}

/** Some servers refuse HEAD: the descriptor alone tells then. */
async function headers(url: string): Promise<Headers> {
  return getFile(url, 'HEAD').then(
    ({ response }) => (response.ok ? response.headers : new Headers()),
    () => new Headers(),
  );
}
