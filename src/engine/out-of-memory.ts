/** Tells that memory ran out, whoever says so. */

/**
 * DuckDB at its own limit ("Out of Memory Error"), the WebAssembly module at 4 GB (`bad_alloc`, `memory.grow`),
 * JavaScript at the length of a buffer, an array or a text (`RangeError`).
 */
const WORDS =
  /out of memory|bad_alloc|memory\.grow|could not allocate|failed to allocate|allocation failed|invalid (typed )?(array|string) (buffer )?length/i;

export function ranOutOfMemory(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) if (WORDS.test(at.message)) return true;
  return false;
}
