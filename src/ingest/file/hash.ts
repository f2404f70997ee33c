/** Checksums as descriptors state them ("sha256:…"; without a prefix MD5, as Frictionless has it). */
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

const FUNCTIONS = { sha256, sha384, sha512, sha1, md5 } as const;
const HEX_LENGTH = { sha256: 64, sha384: 96, sha512: 128, sha1: 40, md5: 32 } as const;

export type Algorithm = keyof typeof FUNCTIONS;
export const ALGORITHMS = Object.keys(FUNCTIONS) as readonly Algorithm[];

export interface Checksum {
  readonly algorithm: Algorithm;
  /** Lower-case hexadecimal. */
  readonly hex: string;
}

/** Null for an algorithm that is not known here, or a text that cannot be one of its sums. */
export function parseChecksum(text: string): Checksum | null {
  const [, prefix = '', hex = ''] = /^(?:([a-z0-9-]+):)?([0-9a-f]+)$/i.exec(text.trim()) ?? [];
  const named = prefix.toLowerCase().replaceAll('-', '');
  const algorithm = ALGORITHMS.find((name) => name === (named || bareAlgorithm(hex)));
  if (!algorithm || hex.length !== HEX_LENGTH[algorithm]) return null;
  return { algorithm, hex: hex.toLowerCase() };
}

/** `crypto.subtle` does not exist on plain http. */
export function checksum(algorithm: Algorithm, bytes: Uint8Array): string {
  return bytesToHex(FUNCTIONS[algorithm](bytes));
}

function bareAlgorithm(hex: string): Algorithm | undefined {
  return ALGORITHMS.find((name) => HEX_LENGTH[name] === hex.length);
}
