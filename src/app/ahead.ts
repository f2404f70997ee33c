/**
 * Runs before the page's own script has come: what the address is certain to need is asked for beside it, and not after
 * it (net/ahead.ts hands it out). Small, and wrong about nothing: whoever reads the files checks them.
 */
import { askAhead } from '../net/ahead.ts';
import { aheadOf, filesAhead } from '../stored/place.ts';

/** Paths that are surely folders of this site; of others the page itself finds out. */
const FOLDER = /^(?!local\b)[\w-][\w.-]*(\/[\w-][\w.-]*)*$/;

/** Scripts of the screen that is asked for, as the build names them (vite.config.ts). */
function loadScreen(view: string): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name=screens]')?.content ?? '{}';
  const screens = JSON.parse(named) as Record<string, readonly string[]>;
  const files = (Object.hasOwn(screens, view) && screens[view]) || [];
  for (const href of files) {
    const link = Object.assign(document.createElement('link'), { rel: 'modulepreload', href });
    link.crossOrigin = '';
    document.head.append(link);
  }
}

async function begin(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  loadScreen(asked.get('view') ?? 'overview');
  const at = (path: string) => new URL(path, document.baseURI).href;
  const folder = asked.get('package') ?? '';
  if (!FOLDER.test(folder)) return;
  void askAhead(at('data/catalogue/datapackage.json'));
  const answer = await askAhead(at(`${folder}/datapackage.json`));
  const copy = answer.clone();
  const { answers } = (await copy.json()) as { answers?: Record<string, { path: string }> };
  if (!answers) return;
  const first = (name: string) => asked.get(name)?.split(',')[0];
  const view = aheadOf(asked.get('view') ?? 'overview', first('indicator'), first('unit'));
  for (const name of filesAhead(view, Object.keys(answers))) {
    const path = answers[name]?.path ?? '';
    if (FOLDER.test(path)) void askAhead(at(`${folder}/${path}`));
  }
}

/** A page that was opened as a file may ask for nothing; what goes wrong here goes wrong again where it is told. */
if (globalThis.location?.protocol.startsWith('http')) begin().catch(() => {});
