/** What `publish-package` put beside the packages of the published build, as it lies there. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeVersion } from '../../server/code-version.mjs';
import { tieOf } from '../../src/stored/tie.ts';
import { PUBLISHED } from './build.ts';

export interface PublishedPackage {
  readonly descriptor: string;
  readonly catalogue: string;
  /** The version of the code that made it. */
  readonly code: string;
  /** Ties the answers to package, catalogue and code. */
  readonly tie: string;
  /** A file of the package by its path. @throws Error where it is not there */
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly isThere: (path: string) => boolean;
}

/** A package of the published build, e.g. `data/reports`. */
export function publishedPackage(path: string): PublishedPackage {
  const text = (folder: string) =>
    readFileSync(join(PUBLISHED, folder, 'datapackage.json'), 'utf8');
  const [descriptor, catalogue, code] = [text(path), text('data/catalogue'), codeVersion()];
  return {
    ...{ descriptor, catalogue, code },
    tie: tieOf(descriptor, catalogue, code) ?? '',
    read: async (name) => new Uint8Array(readFileSync(join(PUBLISHED, path, name))),
    isThere: (name) => existsSync(join(PUBLISHED, path, name)),
  };
}
