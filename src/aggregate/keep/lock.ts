/** One aggregation at a time for one package. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { AggregationError, onDisk } from '../fault.ts';

/**
 * Takes the lock of a package.
 *
 * @returns gives it back
 * @throws {AggregationError} `locked` while another run holds it
 */
export async function lockFolder(out: string): Promise<() => Promise<void>> {
  const path = `${out}.lock`;
  const own = `${process.pid} ${hostname()}`;
  const take = () => writeFile(path, own, { flag: 'wx' });
  try {
    await take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST')
      await onDisk(path, () => Promise.reject(error));
    await removeLeftBehind(path);
    await take().catch(() => refuse(path, 'another run'));
  }
  return () => rm(path, { force: true });
}

/** A lock whose process is gone was left behind by a run that was killed. */
async function removeLeftBehind(path: string): Promise<void> {
  const [pid = '', host = ''] = (await readFile(path, 'utf8').catch(() => '')).split(' ');
  if (host !== hostname()) refuse(path, `a run on ${host || 'another computer'}`);
  if (isRunning(Number(pid))) refuse(path, `process ${pid}`);
  await rm(path, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function refuse(path: string, who: string): never {
  const message = `${who} is working on this package; wait for it, or remove ${path} if none is running`;
  throw new AggregationError('locked', message);
}
