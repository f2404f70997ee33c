/** Where stored answers of a package are looked for: this browser's earlier visits, and files beside the package. */
import { formatUrl, type UrlState } from '../../address/url.ts';
import type { FileAccess } from '../../ingest/file/files.ts';
import { CATALOGUE_PATH } from '../../model/path.ts';
import type { Stored } from '../../stored/answers.ts';
import { aheadOf } from '../../stored/place.ts';
import { readPublished } from '../../stored/published.ts';
import { tieOf } from '../../stored/tie.ts';
import type { Opened } from './ground.ts';
import type { Visits } from './visits.ts';

/** Written by the build (vite.config.ts). */
declare const __CODE_VERSION__: string;

/** Looks for stored answers, and keeps those that the engine gives; `now`: the address that is to be drawn. */
export function storedAnswers(visits: Visits, now: () => UrlState) {
  const ties = new Map<string, string>();
  return {
    /** @param access tells of servers that are silent, as where the package itself is read */
    async find(path: string, access: FileAccess): Promise<Stored | null> {
      ties.delete(path);
      const text = async (folder: string) =>
        new TextDecoder().decode(await access.read(`${folder}/datapackage.json`));
      const [descriptor, catalogue] = await Promise.all([text(path), text(CATALOGUE_PATH)]);
      const tie = tieOf(descriptor, catalogue, __CODE_VERSION__);
      if (tie === null) return null;
      ties.set(path, tie);
      const beside = (file: string) => access.read(`${path}/${file}`);
      let come: Stored | null = null;
      const reading = readPublished(descriptor, tie, beside, aheadIn(now()));
      const published = async () => {
        come = await reading;
        return come;
      };
      let own: Stored | null = null;
      const kept = visits.find(path, tie, formatUrl(now())).then((found) => {
        own = found;
        return found;
      });
      const first = await sooner(kept, published());
      return (
        first && {
          data: { ...first.data, path },
          find: (question) =>
            sooner(
              kept.then((found) => found?.find(question)),
              published().then((found) => found?.find(question)),
            ),
          known: (question) => own?.known?.(question) ?? come?.known?.(question),
          tables: async () => (await (await published())?.tables?.()) ?? null,
        }
      );
    },
    /** The package is loaded: what the engine answers from now on is there at the next visit. */
    onLoaded({ data, ask }: Opened) {
      const tie = ties.get(data.path);
      if (tie === undefined) return ask;
      return visits.keeping({ path: data.path, tie, data, ask, now: () => formatUrl(now()) });
    },
  };
}

const aheadIn = ({ view, indicator, unit }: UrlState) => aheadOf(view, indicator[0], unit[0]);

/** What one of two has, whichever comes first: both say the same; what the second has not where neither has it. */
function sooner<T>(one: Promise<T>, other: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const take = (found: T) => {
      if (found) resolve(found);
    };
    one.then(take, () => {});
    other.then(take, () => {});
    Promise.all([one, other]).then(([, found]) => resolve(found), reject);
  });
}
