/** A package as one file to be carried: unzipped on a server, or opened again, it gives the same numbers. */
import * as v from 'valibot';
import type { PackageFiles } from '../read/read.ts';

/** The package without its lists of records, which leave a computer only when somebody asks for them. */
export function withoutRecords(files: PackageFiles): PackageFiles {
  const text = new TextDecoder().decode(files.get(DESCRIPTOR));
  const parsed = v.safeParse(descriptorSchema, JSON.parse(text));
  if (!parsed.success) return files;
  const descriptor = parsed.output;
  const isList = ({ name }: { name: string }) => name.startsWith('records.');
  const lists = descriptor.resources.filter(isList);
  if (lists.length === 0) return files;
  const gone = new Set(lists.flatMap(({ path }) => path));
  const resources = descriptor.resources.filter((resource) => !isList(resource));
  const bytes = new TextEncoder().encode(
    `${JSON.stringify({ ...descriptor, resources }, null, 2)}\n`,
  );
  return new Map(
    [...files]
      .filter(([path]) => !gone.has(path))
      .map(([path, own]) => [path, path === DESCRIPTOR ? bytes : own]),
  );
}

const DESCRIPTOR = 'datapackage.json';
const descriptorSchema = v.looseObject({
  resources: v.array(
    v.looseObject({
      name: v.string(),
      path: v.optional(v.union([v.string(), v.array(v.string())]), ''),
    }),
  ),
});

/** Whether a package has lists of records. */
export function hasRecords(files: PackageFiles): boolean {
  return withoutRecords(files) !== files;
}

/** The day all entries carry: the same package gives the same bytes. */
const MTIME = new Date(2000, 0, 1);

export async function zipPackage(name: string, files: PackageFiles): Promise<Blob> {
  const entries = Object.fromEntries([...files].map(([path, bytes]) => [`${name}/${path}`, bytes]));
  const { zip } = await import('fflate');
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    zip(entries, { level: 6, mtime: MTIME }, (error, data) =>
      error ? reject(error) : resolve(data),
    );
  });
  return new Blob([bytes.slice()], { type: 'application/zip' });
}
