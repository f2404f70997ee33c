/** Errors that cross between the import's worker and the page, as plain values and back. */
import { EngineError, type EngineFault } from '../../engine/engine.ts';
import { FileFault, type FileFaultCode } from '../../ingest/file/fault.ts';
import { DecoderTrap } from '../../ingest/parquet/table.ts';
import { Refusal } from '../../intake/sheet.ts';
import type { RefusalCode } from '../../model/intake/refusal.ts';
import { PackageError, type Problem } from '../../model/problem.ts';
import type { Faults } from '../../net/calls.ts';

type Plain =
  | { readonly is: 'refusal'; code: RefusalCode; file: string; value: string }
  | { readonly is: 'file'; code: FileFaultCode; message: string }
  | { readonly is: 'package'; problems: readonly Problem[] }
  | { readonly is: 'engine'; fault: EngineFault; message: string; file: string; status: number }
  | { readonly is: 'trap'; message: string }
  | { readonly is: 'other'; name: string; message: string };

export const faults: Faults = { pack, unpack: (fault) => unpack(fault as Plain) };

function pack(error: unknown): Plain {
  if (error instanceof Refusal) {
    const { code, file, value } = error;
    return { is: 'refusal', code, file, value };
  }
  if (error instanceof PackageError) return { is: 'package', problems: error.problems };
  const { name = '', message = String(error) }: Partial<Error> = Object(error);
  if (error instanceof FileFault) return { is: 'file', code: error.code, message };
  if (error instanceof DecoderTrap) return { is: 'trap', message };
  if (error instanceof EngineError) {
    const { fault, file, status } = error;
    return { is: 'engine', fault, message, file, status };
  }
  return { is: 'other', name, message };
}

/** What is not ours keeps its name: by it a broken engine is told from a statement that fails. */
function unpack(fault: Plain): unknown {
  switch (fault.is) {
    case 'refusal':
      return new Refusal(fault.code, fault.file, fault.value);
    case 'package':
      return new PackageError(fault.problems);
    case 'file':
      return new FileFault(fault.code, fault.message);
    case 'trap':
      return new DecoderTrap(fault.message);
    case 'engine':
      return new EngineError(fault.fault, fault.message, fault);
    default:
      return Object.assign(new Error(fault.message), { name: fault.name });
  }
}
