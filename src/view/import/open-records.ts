/** Files of records on the screen: opened one after the other, and let go when the work ends. */
import { useEffect } from 'react';
import type { Taken } from '../../intake/read/read.ts';
import type { RecordReading } from '../../intake/records/reading.ts';
import type { Bring } from './bring.ts';

/** Records are read one file after the other: each has an engine, and memory is short. */
export async function openAll(
  { records }: Taken,
  bring: Bring,
  onShare: (share: number) => void,
  signal: AbortSignal,
): Promise<RecordReading[]> {
  const readings: RecordReading[] = [];
  try {
    for (const [at, file] of records.entries()) {
      const part = (share: number) => onShare((at + share) / records.length);
      readings.push(await bring.openRecords(file, part, signal));
    }
    return readings;
  } catch (error) {
    letGo(readings);
    throw error;
  }
}

export function letGo(readings: readonly RecordReading[]): void {
  for (const { engine } of readings) void engine.close();
}

/** Engines of an import end with it. */
export function useLettingGo(readings: readonly RecordReading[]): void {
  useEffect(() => () => letGo(readings), [readings]);
}
