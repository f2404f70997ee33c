/** The order of test files: what workers keep from file to file stays, and none is without work at the end. */
import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start browsers or open whole packages: short in lines, long in time. */
const LONG = /[\\/]test[\\/](e2e|stored)[\\/]/;

/** A file with surroundings of its own ends the worker that comes to it, with all engines, packages and pages it keeps. */
const OTHER_WORKER = '@vitest-environment';

/** Long files first, those that end a worker last; otherwise Vitest's own order (by earlier durations, else by size). */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const groups: [TestSpecification[], TestSpecification[], TestSpecification[]] = [[], [], []];
    for (const file of sorted) groups[turnOf(file)].push(file);
    return groups.flat();
  }
}

function turnOf({ moduleId }: TestSpecification): 0 | 1 | 2 {
  if (LONG.test(moduleId)) return 0;
  return readFileSync(moduleId, 'utf8').includes(OTHER_WORKER) ? 2 : 1;
}
