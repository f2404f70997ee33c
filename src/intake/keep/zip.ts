/** A package as one file to be carried: unzipped on a server, or opened again, it gives the same numbers. */
import { zip } from 'fflate';
import type { PackageFiles } from '../read/read.ts';

/** The day all entries carry: the same package gives the same bytes. */
const MTIME = new Date(2000, 0, 1);

export async function zipPackage(name: string, files: PackageFiles): Promise<Blob> {
  const entries = Object.fromEntries([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    zip(entries, { level: 6, mtime: MTIME }, (error, data) =>
      error ? reject(error) : resolve(data),
    );
  });
  return new Blob([bytes.slice()], { type: 'application/zip' });
}
