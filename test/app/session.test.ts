/** A session on other ground than a browser: the same engine in Node, files from memory, answers from elsewhere. */
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Opened } from '../../src/app/open/ground.ts';
import {
  type BootTold,
  createSession,
  type SessionSources,
  type SessionStore,
} from '../../src/app/open/session.ts';
import { preparedTables } from '../../src/app/publish.ts';
import { type Engine, EngineError } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import { readPackage } from '../../src/ingest/package.ts';
import type { Dataset } from '../../src/model/dataset.ts';
import { loadFixture, memoryAccess } from '../packages/load.ts';
import { plain } from '../packages/plain.ts';
import { repositoryAccess } from '../support/load.ts';
import { EVERY_FIGURE, EVERY_ISSUE } from '../support/questions.ts';

const files = plain().files;

/** Engines of sessions that nobody ends: the next test takes them over. */
const started: Engine[] = [];
async function ownEngine(): Promise<Engine> {
  const engine = await openNodeEngine();
  started.push(engine);
  return engine;
}
afterEach(async () => {
  for (const engine of started.splice(0)) await engine.close();
});

/** The session's sources, and what was asked of them. */
function sources(more: Partial<SessionSources> = {}) {
  const boots: BootTold[] = [];
  const reads: string[] = [];
  const memory = memoryAccess(files);
  const given: SessionSources = {
    boot(told) {
      boots.push(told);
      return ownEngine();
    },
    access: () => ({
      ...memory,
      read(path, signal) {
        reads.push(path);
        return memory.read(path, signal);
      },
    }),
    ...more,
  };
  return { given, boots, reads };
}

/** Waits until the session has opened a package, or failed. */
function settled(session: SessionStore, after = 0): Promise<Opened | null> {
  return new Promise((resolve) => {
    const look = () => {
      const { progress, opened, failure } = session.get();
      const isNew = failure !== null || (opened?.generation ?? 0) > after;
      if (progress === null && isNew && opened?.checked !== false) resolve(opened);
    };
    session.subscribe(look);
    look();
  });
}

/** A package and answers about it, from another engine. */
async function answersOf() {
  const { given } = sources();
  const session = createSession(given);
  session.open('pkg');
  const opened = await settled(session);
  if (!opened) throw new Error('not opened');
  return opened;
}

describe('a session', () => {
  it('opens a package from any files, in any engine', async () => {
    const { given } = sources();
    const session = createSession(given);
    session.open('pkg');
    const opened = await settled(session);
    expect(session.get().failure).toBeNull();
    const figures = await opened?.ask(EVERY_FIGURE);
    const same = await loadFixture(plain());
    expect(figures).toEqual(await same.ask(EVERY_FIGURE));
    await same.engine.close();
  });

  it('starts one engine ahead, and one more for every further package', async () => {
    const { given, boots } = sources();
    const session = createSession(given);
    expect(boots).toHaveLength(1);
    session.open('pkg');
    const first = await settled(session);
    expect(boots).toHaveLength(1);
    session.open('pkg');
    const second = await settled(session, first?.generation);
    expect(boots).toHaveLength(2);
    expect(second?.generation).toBeGreaterThan(first?.generation ?? 0);
  });

  it('starts a dead engine again, twice for one package, and then tells', async () => {
    const { given, boots } = sources();
    const session = createSession(given);
    session.open('pkg');
    let opened = await settled(session);
    for (let death = 1; death <= 2; death += 1) {
      boots.at(-1)?.onDead(new EngineError('dead', 'gone'));
      opened = await settled(session, opened?.generation);
      expect(session.get()).toMatchObject({ restarted: true, failure: null });
    }
    boots.at(-1)?.onDead(new EngineError('dead', 'gone'));
    await expect.poll(() => session.get().failure?.fault).toBe('dead');
    expect(session.get().opened).toBeNull();
    expect(boots).toHaveLength(3);
  });

  it('tells what is wrong with a package, with its file', async () => {
    const { given } = sources();
    const session = createSession(given);
    session.open('nowhere');
    expect(await settled(session)).toBeNull();
    expect(session.get().failure?.problems[0]).toMatchObject({
      code: 'package-not-found',
      file: 'nowhere',
    });
  });

  it('takes answers from elsewhere without an engine or a file', async () => {
    const stored = await loadFixture(plain());
    const { given, boots, reads } = sources({
      elsewhere: async (path) => (path === 'stored' ? stored : null),
    });
    const session = createSession(given);
    session.open('stored');
    const opened = await settled(session);
    expect(await opened?.ask(EVERY_FIGURE)).toEqual(await stored.ask(EVERY_FIGURE));
    expect({ boots: boots.length, reads: reads.length }).toEqual({ boots: 0, reads: 0 });

    session.open('pkg');
    const loaded = await settled(session, opened?.generation);
    expect(await loaded?.ask(EVERY_FIGURE)).toEqual(await stored.ask(EVERY_FIGURE));
    expect(boots).toHaveLength(1);
    await stored.engine.close();
  });

  it('shows stored answers at once, and lets the engine take over without asking again', async () => {
    const { data, ask } = await answersOf();
    const { given, boots } = sources({
      stored: async () => ({
        data,
        find: async (question) => (question.ask === 'figures' ? ask(question) : undefined),
      }),
    });
    const session = createSession(given);
    const stands: string[] = [];
    session.subscribe(() => {
      const { isStored, opened, progress } = session.get();
      stands.push(`${isStored} ${opened?.generation} ${progress?.stage ?? ''}`.trim());
    });
    session.open('pkg');
    const opened = await settled(session);
    expect(session.get().isStored).toBe(true);
    expect((await opened?.ask(EVERY_FIGURE))?.figures.length).toBeGreaterThan(0);
    const later = opened?.ask({ ask: 'subjects' }); // waits for the engine
    await vi.waitFor(() => expect(session.get().isStored).toBe(false), 30_000);
    expect((await later)?.length).toBeGreaterThan(0);
    expect(boots).toHaveLength(1);
    const number = opened?.generation;
    expect([...new Set(stands)]).toEqual([
      'false undefined package',
      `true ${number}`,
      `false ${number}`,
    ]);
  });

  it('counts nothing of unfinished checks where the checked answer is not stored', async () => {
    const access = repositoryAccess();
    const { dataset: data } = await readPackage('data/sample', access);
    const { given } = sources({
      access: () => access,
      stored: async () => ({ data, find: async () => undefined }),
    });
    const session = createSession(given);
    session.open('data/sample');
    const opened = await settled(session);
    const early = await opened?.ask(EVERY_ISSUE); // while the package still loads
    await vi.waitFor(() => expect(session.get().isStored).toBe(false), 60_000);
    expect(early?.total).toBe((await session.get().opened?.ask(EVERY_ISSUE))?.total);
  });

  it('takes stored answers back when the package behind them cannot be loaded', async () => {
    const { data } = await answersOf();
    const { given } = sources({
      access: () => memoryAccess({ ...files, 'observations.csv': '' }),
      stored: async () => ({ data, find: async () => undefined }),
    });
    const session = createSession(given);
    session.open('pkg');
    await vi.waitFor(() => expect(session.get().failure).not.toBeNull(), 30_000);
    expect(session.get()).toMatchObject({ opened: null, isStored: false });
  });

  it('does not wait for stored answers that never come', async () => {
    const { given } = sources({ stored: () => new Promise(() => {}) });
    const session = createSession(given);
    session.open('pkg');
    expect((await settled(session))?.data.units.ids.length).toBeGreaterThan(0);
  });

  describe('tables that were prepared', () => {
    const made: { data?: Dataset; bytes?: Uint8Array } = {};
    beforeAll(async () => {
      const { dataset, statements } = await readPackage('pkg', memoryAccess(files));
      made.data = dataset;
      made.bytes = await preparedTables(dataset, statements);
    });
    const stored = (bytes: Uint8Array | null) => async () => ({
      data: made.data as Dataset,
      find: async () => undefined,
      tables: async () => bytes?.slice() ?? null,
    });
    /** What the engine is asked to make, besides answers. */
    const counting = (made: string[]) => async () => {
      const engine = await ownEngine();
      const rows: Engine['rows'] = (sql, ...rest) => {
        if (/^\s*CREATE TABLE (\w+)/.test(sql)) made.push(sql);
        return engine.rows(sql, ...rest);
      };
      return {
        rows,
        async run(statements, signal) {
          for (const sql of statements) await rows(sql, [], signal);
        },
        insert: (...table) => engine.insert(...table),
        append: (...table) => engine.append(...table),
        hand: (bytes) => engine.hand(bytes),
        attach: (bytes) => engine.attach(bytes),
        stream: (sql, signal) => engine.stream(sql, signal),
        close: () => engine.close(),
      } satisfies Engine;
    };

    it('answer in place of the engine’s own, and no figure is derived again', async () => {
      const steps: string[] = [];
      const { given, reads } = sources({
        stored: stored(made.bytes ?? null),
        boot: counting(steps),
      });
      const session = createSession(given);
      session.open('pkg');
      const opened = await settled(session);
      const same = await loadFixture(plain());
      expect(await opened?.ask(EVERY_FIGURE)).toEqual(await same.ask(EVERY_FIGURE));
      await same.engine.close();
      await vi.waitFor(() => expect(session.get().isStored).toBe(false), 30_000);
      expect(steps).toEqual([]);
      expect(reads).toContain('pkg/observations.csv'); // to see that it is the same still
    });

    it('are not used where they are no database', async () => {
      const steps: string[] = [];
      const { given } = sources({
        stored: stored(new Uint8Array(20_000).fill(7)),
        boot: counting(steps),
      });
      const session = createSession(given);
      session.open('pkg');
      await settled(session);
      await vi.waitFor(() => expect(session.get().isStored).toBe(false), 30_000);
      expect(session.get().failure).toBeNull();
      expect(steps.length).toBeGreaterThan(5);
      const figures = await session.get().opened?.ask(EVERY_FIGURE);
      expect(figures?.figures.length).toBeGreaterThan(0);
    });

    it('are given up for files that are others now', async () => {
      const other = files['observations.csv']?.replace(/,(\d+),/, ',$17,') ?? '';
      expect(other).not.toBe(files['observations.csv']);
      const memory = memoryAccess({ ...files, 'observations.csv': other });
      const { given } = sources({ stored: stored(made.bytes ?? null), access: () => memory });
      const session = createSession(given);
      session.open('pkg');
      await settled(session);
      await vi.waitFor(() => expect(session.get().isStored).toBe(false), 30_000);
      const now = await session.get().opened?.ask(EVERY_FIGURE);
      const { figures } = await (await answersOf()).ask(EVERY_FIGURE);
      expect(now?.figures).not.toEqual(figures);
    });
  });
});
