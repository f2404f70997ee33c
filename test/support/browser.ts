/** Starts the Chromium that the browser tests run in: the one inside an npm package, or an installed one. */

import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { type Browser, chromium } from 'playwright-core';

const ROOT = resolve(import.meta.dirname, '../..');
const PACKED = join(ROOT, 'node_modules/@sparticuz/chromium');

/** Quiet flags: no sandbox (containers run as root), and nothing that would call home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/**
 * For tests, which start the engine over and over with small tables: its code is compiled once, not twice, and read where
 * it is used. What is drawn is drawn beside the rest of the browser: there is no graphics card.
 */
export const QUICK = ['--js-flags=--liftoff-only,--wasm-lazy-validation', '--in-process-gpu'];

/** Finds no host but the machine itself. */
export const ALONE = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Launches a headless browser; the caller closes it.
 *
 * `CHROMIUM_PATH` wins, then `@sparticuz/chromium` (Linux x64), then an installed Chrome or Chromium.
 *
 * @param more further flags
 * @throws {Error} when no browser is found
 */
export function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  const { path, env } = findBrowser();
  return chromium.launch({
    executablePath: path,
    args: [...FLAGS, ...more],
    headless: true,
    env: { ...definedEnv(), ...env },
  });
}

function findBrowser(): { path: string; env: Record<string, string> } {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) return { path: chosen, env: {} };
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(PACKED)) {
    const folder = unpack();
    return { path: join(folder, 'chromium'), env: missingSystemParts(folder) };
  }
  const installed = INSTALLED.find(existsSync);
  if (!installed) throw new Error('no Chromium found: set CHROMIUM_PATH to a Chrome or Chromium');
  return { path: installed, env: {} };
}

/**
 * Unpacks the packaged browser once, beside the other caches. The package's own `executablePath()` writes
 * to fixed names in /tmp without a lock, which two test workers starting together trip over.
 */
function unpack(): string {
  const { version } = JSON.parse(readFileSync(join(PACKED, 'package.json'), 'utf8'));
  const cache = join(ROOT, 'node_modules/.cache');
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;
  mkdirSync(cache, { recursive: true });
  const draft = mkdtempSync(join(cache, 'chromium-draft-'));
  for (const archive of ['al2023', 'fonts', 'swiftshader']) untar(archive, draft);
  const binary = join(draft, 'chromium');
  writeFileSync(binary, inflate('chromium.br'));
  writeFileSync(join(draft, 'fonts.conf'), fontsConf(target)); // the package's own points into /tmp
  chmodSync(binary, 0o755);
  chmodSync(draft, 0o755);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error; // else another worker was faster
  }
  return target;
}

function fontsConf(folder: string): string {
  const places = `<dir>${folder}/fonts</dir><cachedir>${folder}/fonts-cache</cachedir>`;
  return `<?xml version="1.0"?>\n<fontconfig>${places}</fontconfig>\n`;
}

function untar(archive: string, folder: string): void {
  execFileSync('tar', ['-x', '--no-same-owner', '-C', folder], {
    input: inflate(`${archive}.tar.br`),
  });
}

function inflate(name: string): Buffer {
  return brotliDecompressSync(readFileSync(join(PACKED, 'bin', name)));
}

/** Bare containers lack NSS or any font: the package carries both. */
function missingSystemParts(folder: string): Record<string, string> {
  const env: Record<string, string> = {};
  const libraries = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout ?? '';
  if (!libraries.includes('libnss3.so')) env.LD_LIBRARY_PATH = join(folder, 'lib');
  if (!existsSync('/etc/fonts/fonts.conf')) env.FONTCONFIG_PATH = folder;
  return env;
}

function definedEnv(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] != null));
}
