/** The import's engine as its worker reaches it: over calls, with a real engine on the other side. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from '../../src/app/clerk/fault.ts';
import { remoteEngine } from '../../src/app/clerk/remote.ts';
import type { Connection } from '../../src/engine/connection.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { openNodeConnection } from '../../src/engine/node.ts';
import { Moved, openCalls, type Port } from '../../src/net/calls.ts';

const { port1, port2 } = new MessageChannel();
let connection: Connection;
let engine: Engine;

beforeAll(async () => {
  connection = await openNodeConnection();
  openCalls(port1 as unknown as Port, serve, faults);
  const calls = openCalls(port2 as unknown as Port, () => {}, faults);
  port1.start();
  port2.start();
  engine = await remoteEngine(calls);
});
afterAll(async () => {
  await engine.close();
  port1.close();
});

async function serve(name: string, args: readonly unknown[], signal: AbortSignal) {
  if (name === 'boot') return 1;
  if (name === 'close') return connection.close();
  const messages = await connection.run(args[1] as string[], signal);
  return new Moved(messages.map((message) => message.slice()));
}

test('a statement that is given up is no broken engine, and the next one waits until it has stopped', async () => {
  const run = new AbortController();
  const slow = engine.rows('SELECT count(*) FROM range(300000000) a', [], run.signal);
  setTimeout(() => run.abort(), 20);
  await expect(slow).rejects.toMatchObject({ fault: 'aborted' });
  expect(await engine.rows('SELECT 42 AS n')).toEqual([{ n: 42 }]);
});
