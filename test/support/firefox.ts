/** Stock Firefox over WebDriver BiDi: enough to open pages and ask them things. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import WebSocket from 'ws';

const COMMANDS = ['firefox-esr', 'firefox'];

/** The installed Firefox, or null. */
export const FIREFOX =
  COMMANDS.find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0) ?? null;

/** Nothing that would call home; the engine's code is compiled once, not twice. */
const PREFERENCES = `
user_pref("javascript.options.wasm_optimizingjit", false);
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("network.captive-portal-service.enabled", false);
user_pref("network.connectivity-service.enabled", false);
user_pref("browser.safebrowsing.malware.enabled", false);
user_pref("browser.safebrowsing.phishing.enabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
user_pref("browser.newtabpage.enabled", false);
user_pref("intl.accept_languages", "vi-VN, vi");
`;

/** Logged of a download that a page has under way when it is left; one that fails in a page is told on the screen. */
const CUT_OFF = 'Error in input stream';

export interface Firefox {
  /** Errors that pages logged so far. */
  readonly errors: readonly string[];
  open(url: string): Promise<void>;
  /** The value of an expression in the page; promises are awaited. */
  ask<T>(expression: string): Promise<T>;
  /** Waits until an expression is true. @throws Error with the expression when it never is */
  until(expression: string): Promise<void>;
  close(): Promise<void>;
}

interface Reply {
  readonly id?: number;
  readonly type?: string;
  readonly method?: string;
  readonly result?: unknown;
  readonly message?: string;
  readonly params?: { level?: string; text?: string };
}

/** Starts Firefox with an empty profile; the caller closes it. */
export async function launchFirefox(): Promise<Firefox> {
  if (!FIREFOX) throw new Error('Firefox is not installed');
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  writeFileSync(join(profile, 'user.js'), PREFERENCES);
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'];
  const browser = spawn(FIREFOX, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const socket = new WebSocket(`${await addressOf(browser)}/session`);
  await once(socket, 'open');
  const errors: string[] = [];
  const waiting = new Map<number, (reply: Reply) => void>();
  socket.on('message', (data) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id !== undefined) waiting.get(reply.id)?.(reply);
    const { level, text = '' } = reply.params ?? {};
    const isError = reply.method === 'log.entryAdded' && level === 'error';
    if (isError && !text.includes(CUT_OFF)) errors.push(text);
  });
  let count = 0;
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      count += 1;
      waiting.set(count, (reply) => {
        if (reply.type === 'error') reject(new Error(`${method}: ${reply.message}`));
        else resolve(reply.result);
      });
      socket.send(JSON.stringify({ id: count, method, params }));
    });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const tree = (await send('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = tree.contexts[0]?.context;
  const firefox: Firefox = {
    errors,
    open: async (url) => {
      await send('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    ask: async <T>(expression: string) => {
      const answer = (await send('script.evaluate', {
        expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value ?? null))`,
        target: { context },
        awaitPromise: true,
      })) as { result?: { value?: string }; exceptionDetails?: { text: string } };
      if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.text);
      return JSON.parse(answer.result?.value ?? 'null') as T;
    },
    until: async (expression) => {
      for (let tries = 0; tries < 300; tries++) {
        if (await firefox.ask<boolean>(expression)) return;
        await wait(200);
      }
      throw new Error(`never true in Firefox: ${expression}`);
    },
    close: async () => {
      socket.close();
      browser.kill();
      if (browser.exitCode === null) await once(browser, 'exit');
      rmSync(profile, { recursive: true, force: true });
    },
  };
  return firefox;
}

async function addressOf(browser: ChildProcess): Promise<string> {
  let said = '';
  for await (const piece of browser.stderr ?? []) {
    said += String(piece);
    const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
    if (found?.[1]) return found[1];
  }
  throw new Error(`Firefox did not start: ${said}`);
}
