/** Every word of the interface in English. */
import { vi } from '../vi/words.ts';
import type { Words } from '../words.ts';

export const en: Words = vi;
