/** The import's own thread: reads, understands, plans and checks, so that the page stays free. */

import { type Clerk, createClerk } from '../../intake/clerk.ts';
import type { PackageFiles } from '../../intake/read/read.ts';
import type { Dataset } from '../../model/dataset.ts';
import { type Language, writeIn } from '../../model/writing/language.ts';
import { type Calls, openCalls } from '../../net/calls.ts';
import { type PackedDataset, packDataset, unpackDataset } from '../../stored/pack.ts';
import { checkFiles } from '../check-files.ts';
import { faults } from './fault.ts';
import { remoteAccess, remoteEngine } from './remote.ts';

/** What a clerk is told first. */
export interface Beginning {
  readonly data: PackedDataset;
  readonly path: string;
  readonly language: Language;
}

type Tasks = Omit<Clerk, 'end'>;
type Asked<Task extends keyof Tasks> = Parameters<Tasks[Task]>;

let clerk: Clerk | null = null;

function begin({ data, path, language }: Beginning): void {
  writeIn(language);
  clerk = createClerk(sourcesOf(unpackDataset(data), path));
}

function sourcesOf(data: Dataset, path: string) {
  const access = remoteAccess(calls);
  const boot = () => remoteEngine(calls);
  return {
    ...{ data, path, access, boot },
    check: (
      files: PackageFiles,
      sources: readonly string[] | null,
      signal: AbortSignal | undefined,
    ) => checkFiles(files, sources, access, boot, signal),
  };
}

const calls: Calls = openCalls(self, serve, faults);

async function serve(name: string, args: readonly unknown[], signal: AbortSignal) {
  if (name === 'begin') return begin(args[0] as Beginning);
  if (!clerk) throw new Error('not begun');
  switch (name) {
    case 'take': {
      const [handed, choices] = args as unknown as Asked<'take'>;
      return clerk.take(handed, choices, (share) => void calls.call('share', [share]));
    }
    case 'say':
      return clerk.say(...(args as unknown as Asked<'say'>));
    case 'skip':
      return clerk.skip(...(args as unknown as Asked<'skip'>));
    case 'plan':
      return clerk.plan((args as unknown as Asked<'plan'>)[0], signal);
    case 'check': {
      const { data, ...found } = await clerk.check(signal);
      return { ...found, data: packDataset(data) };
    }
    case 'isStill':
      return clerk.isStill(signal);
    case 'files':
      return clerk.files(...(args as unknown as Asked<'files'>));
    case 'unskip':
    case 'leftOut':
      return clerk[name]();
    default:
      throw new Error(`unknown task ${name}`);
  }
}
