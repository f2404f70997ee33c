/** The order of test files: with two workers a long one at the end leaves the other worker without work. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that start browsers or open whole packages: short in lines, long in time. */
const LONG = /[\\/]test[\\/](e2e|stored)[\\/]/;

/** Long files first; otherwise Vitest's own order (by earlier durations, else by size). */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
