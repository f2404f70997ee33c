/** Looks at browser, server and package for the system screen; asks the site itself and nobody else. */

import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { encodePath } from '../model/path.ts';
import type { CheckName, SystemCheck } from '../model/system.ts';
import { getFile } from './get.ts';

const OLDEST = { Chrome: 109, Firefox: 115, Version: 16.4 };

/** All checks, in the order in which things are needed. @param path null of a package that lies in this browser */
export async function inspectSystem(
  baseUrl: string,
  path: string | null,
): Promise<readonly SystemCheck[]> {
  return [
    ...browserChecks(),
    await fileCheck('engine', baseUrl, 'engine/duckdb.bin', isGzip),
    await scriptCheck(baseUrl),
    await policyCheck(baseUrl),
    await fileCheck('config', baseUrl, 'config.json', isJson),
    ...(path === null ? [] : await packageChecks(baseUrl, path)),
  ];
}

function check(
  name: CheckName,
  state: SystemCheck['state'] | boolean,
  about: string,
  found: string,
): SystemCheck {
  return { name, state: state === true ? 'ok' : state === false ? 'bad' : state, about, found };
}

function browserChecks(): SystemCheck[] {
  const agent = navigator.userAgent;
  const [, name = '', version = ''] = /(Chrome|Firefox|Version)\/([\d.]+)/.exec(agent) ?? [];
  const oldest = OLDEST[name as keyof typeof OLDEST];
  const known = oldest !== undefined;
  const memory = (navigator as { deviceMemory?: number }).deviceMemory;
  return [
    check(
      'browser',
      known ? Number.parseFloat(version) >= oldest : 'note',
      `${name} ${version}`,
      agent,
    ),
    check('wasm', typeof WebAssembly === 'object' && canCompile(), 'WebAssembly', ''),
    check('worker', typeof Worker === 'function', 'Web Worker', ''),
    check('gunzip', typeof DecompressionStream === 'function', 'DecompressionStream', ''),
    check('storage', canStore() ? 'ok' : 'note', 'localStorage', ''),
    check('clipboard', isSecureContext ? 'ok' : 'note', location.protocol, location.origin),
    check(
      'memory',
      memory !== undefined && memory < 2 ? 'note' : 'ok',
      'RAM',
      memory ? `≥ ${memory} GB` : '',
    ),
  ];
}

/** The smallest module there is: what a policy without 'wasm-unsafe-eval' refuses. */
function canCompile(): boolean {
  try {
    return new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])) !== null;
  } catch {
    return false;
  }
}

function canStore(): boolean {
  try {
    localStorage.setItem('probe', '1');
    localStorage.removeItem('probe');
    return true;
  } catch {
    return false;
  }
}

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;
const isJson = (bytes: Uint8Array) => {
  try {
    JSON.parse(new TextDecoder().decode(bytes));
    return true;
  } catch {
    return false;
  }
};

async function fileCheck(
  name: CheckName,
  baseUrl: string,
  file: string,
  test: (bytes: Uint8Array) => boolean,
): Promise<SystemCheck> {
  try {
    const { response, bytes } = await getFile(new URL(file, baseUrl).href);
    const type = response.headers.get('content-type') ?? '–';
    return check(
      name,
      response.ok && test(bytes),
      file,
      `HTTP ${response.status}, ${bytes.length} B, ${type}`,
    );
  } catch (error) {
    return check(name, false, file, (error as Error).message);
  }
}

/** Module scripts and workers are refused under any other type than JavaScript. */
async function scriptCheck(baseUrl: string): Promise<SystemCheck> {
  const file = 'engine/duckdb.worker.js';
  try {
    const { response } = await getFile(new URL(file, baseUrl).href);
    const type = response.headers.get('content-type') ?? '';
    return check('script', response.ok && /javascript/.test(type), file, type || '–');
  } catch (error) {
    return check('script', false, file, (error as Error).message);
  }
}

async function policyCheck(baseUrl: string): Promise<SystemCheck> {
  try {
    const { response } = await getFile(new URL('index.html', baseUrl).href);
    const policy = response.headers.get('content-security-policy') ?? '';
    const allows = policy === '' || /wasm-unsafe-eval|unsafe-eval/.test(policy);
    return check('policy', allows, 'Content-Security-Policy', policy || '–');
  } catch (error) {
    return check('policy', 'note', 'Content-Security-Policy', (error as Error).message);
  }
}

interface Resource {
  readonly path?: string | readonly string[];
  readonly bytes?: number | readonly number[];
  readonly hash?: string | readonly string[];
}

/** Every file of the package against the sizes and hashes of its descriptor. */
async function packageChecks(baseUrl: string, path: string): Promise<SystemCheck[]> {
  const file = `${path}/datapackage.json`;
  const base = new URL(`${encodePath(path)}/`, baseUrl).href;
  try {
    const { response, bytes } = await getFile(new URL('datapackage.json', base).href);
    const text = new TextDecoder().decode(bytes);
    const descriptor = check(
      'descriptor',
      response.ok && isJson(bytes),
      file,
      `HTTP ${response.status}, ${bytes.length} B`,
    );
    if (descriptor.state === 'bad') return [descriptor];
    const { resources = [] } = JSON.parse(text) as { resources?: readonly Resource[] };
    const files = resources.flatMap(({ path = [], bytes, hash }) =>
      [path].flat().map((name, at) => ({
        name,
        bytes: [bytes].flat()[at],
        hash: [hash].flat()[at],
      })),
    );
    return [
      descriptor,
      ...(await Promise.all(files.map((item) => resourceCheck(base, path, item)))),
    ];
  } catch (error) {
    return [check('descriptor', false, file, (error as Error).message)];
  }
}

async function resourceCheck(
  base: string,
  path: string,
  expected: { name: string; bytes: number | undefined; hash: string | undefined },
): Promise<SystemCheck> {
  const about = `${path}/${expected.name}`;
  try {
    const { response, bytes } = await getFile(new URL(encodePath(expected.name), base).href);
    const hash = `sha256:${bytesToHex(sha256(bytes))}`;
    const size = expected.bytes === undefined || expected.bytes === bytes.length;
    const stated = expected.hash?.toLowerCase() ?? '';
    const isChecked = stated === '' || stated.startsWith('sha256:');
    const same = stated === '' || !isChecked || stated === hash;
    const isGood = response.ok && size && same;
    return check(
      'file',
      isGood && !isChecked ? 'note' : isGood,
      about,
      `${bytes.length} B, ${hash.slice(0, 23)}…`,
    );
  } catch (error) {
    return check('file', false, about, (error as Error).message);
  }
}
