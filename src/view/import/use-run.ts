/** Work that may fail: run when asked for, its words shown when it does. */
import { useState } from 'react';

export function useRun(): {
  readonly fault: string;
  readonly run: (work: () => Promise<void>) => void;
} {
  const [fault, setFault] = useState('');
  const run = (work: () => Promise<void>) => {
    setFault('');
    work().catch((error: Error) => setFault(error.message || error.name));
  };
  return { fault, run };
}
