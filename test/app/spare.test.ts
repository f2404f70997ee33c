/** An engine that stands by: taken once, ended where nobody came, started anew where it failed. */
import { expect, test } from 'vitest';
import { spareOf } from '../../src/app/clerk/spare.ts';
import type { Connection } from '../../src/engine/connection.ts';

/** Connections with a number; the first `failing` of them do not start. */
function starts(failing = 0) {
  const closed: number[] = [];
  let count = 0;
  const connect = async () => {
    count += 1;
    const own = count;
    if (own <= failing) throw new Error(`no engine ${own}`);
    return { own, close: () => void closed.push(own) } as unknown as Connection;
  };
  return { connect, closed, started: () => count };
}

const numberOf = (connection: Connection) => (connection as unknown as { own: number }).own;

test('one stands by, however often it is asked for; whoever takes it has it alone', async () => {
  const { connect, closed, started } = starts();
  const spare = spareOf(connect);
  spare.make();
  spare.make();
  expect(started()).toBe(1);
  expect(numberOf(await spare.take())).toBe(1);
  expect(numberOf(await spare.take())).toBe(2);
  spare.drop();
  await Promise.resolve();
  expect(closed).toEqual([]); // those that were taken belong to others
});

test('the one that nobody took is ended', async () => {
  const { connect, closed } = starts();
  const spare = spareOf(connect);
  spare.make();
  spare.drop();
  await expect.poll(() => closed).toEqual([1]);
  expect(numberOf(await spare.take())).toBe(2);
});

test('one that did not start is started again when it is needed, and then says why', async () => {
  const once = spareOf(starts(1).connect);
  once.make();
  expect(numberOf(await once.take())).toBe(2);
  const never = spareOf(starts(2).connect);
  never.make();
  await expect(never.take()).rejects.toThrow('no engine 2');
});
