/** A session over a large package: what its address draws comes before the rest, and the rest takes over. */
import { afterEach, describe, expect, it } from 'vitest';
import { createSession, type Session, type SessionStore } from '../../src/app/open/session.ts';
import { type Engine, EngineError } from '../../src/engine/engine.ts';
import { openNodeEngine } from '../../src/engine/node.ts';
import type { CompareQuestion } from '../../src/question/compare.ts';
import { loadFixture, memoryAccess } from '../packages/load.ts';
import { plain } from '../packages/plain.ts';
import { EVERY_FIGURE } from '../support/questions.ts';

const SUBJECT = 'petitions_resolved_rate';
const QUESTION: CompareQuestion = {
  ...{ ask: 'compare', subject: SUBJECT, peers: [], units: null, grain: 'any', breakdown: '' },
  ...{ category: '', body: null, level: '', basis: 'then', period: { type: 'one', code: '2023' } },
};

const started: Engine[] = [];
afterEach(async () => {
  for (const engine of started.splice(0)) await engine.close();
});

/** A session whose address draws one indicator, with every state it went through. */
function opened(subject: string, least = 1) {
  const states: Session[] = [];
  const deaths: ((error: EngineError) => void)[] = [];
  const session = createSession({
    async boot({ onDead }) {
      deaths.push(onDead);
      const engine = await openNodeEngine();
      started.push(engine);
      return engine;
    },
    access: () => memoryAccess(plain().files),
    focus: () => ({ subjects: [subject], under: '', least }),
  });
  session.subscribe(() => states.push(session.get()));
  session.open('pkg');
  return { session, states, deaths };
}

function until(session: SessionStore, is: (now: Session) => boolean): Promise<Session> {
  return new Promise((resolve) => {
    const look = () => is(session.get()) && resolve(session.get());
    session.subscribe(look);
    look();
  });
}
const isExcerpt = ({ opened }: Session) => opened?.isExcerpt === true;
const isChecked = ({ opened }: Session) => opened?.checked === true;

describe('an excerpt', () => {
  it('answers before the rest is read; what it cannot answer waits for the whole, which then takes over', async () => {
    const { session, states, deaths } = opened(SUBJECT);
    const first = (await until(session, isExcerpt)).opened;
    expect(first).toMatchObject({ checked: false });
    expect(first?.data.problems).toEqual([]);
    const early = first?.ask(QUESTION);
    const late = first?.ask({ ask: 'subjects' });
    const answer = await early;
    expect(isExcerpt(session.get())).toBe(true); // nothing else has come by then
    expect(answer?.groups[0]?.rows[0]?.figure).toMatchObject({ numerator: 9, denominator: 12 });
    const whole = (await until(session, isChecked)).opened;
    expect(whole?.isExcerpt).toBeUndefined();
    expect(whole?.generation).toBeGreaterThan(first?.generation ?? 0);
    expect(deaths).toHaveLength(2);
    const same = await loadFixture(plain());
    expect(await late).toEqual(await same.ask({ ask: 'subjects' }));
    expect(await whole?.ask(EVERY_FIGURE)).toEqual(await same.ask(EVERY_FIGURE));
    expect(await first?.ask(QUESTION)).toEqual(await whole?.ask(QUESTION)); // its own engine has ended
    expect(states.every(({ failure }) => failure === null)).toBe(true);
    const shown = states.flatMap(({ opened }) => (opened ? [opened.isExcerpt === true] : []));
    expect(shown.lastIndexOf(true)).toBeLessThan(shown.indexOf(false)); // never back
    await same.engine.close();
  });

  it('is none of a small package, and none where nothing of the subject is stated', async () => {
    for (const [subject, least] of [
      [SUBJECT, 1000],
      ['badge_rate', 1],
    ] as const) {
      const { session, states, deaths } = opened(subject, least);
      await until(session, isChecked);
      expect(states.some(isExcerpt)).toBe(false);
      expect(deaths).toHaveLength(1);
    }
  });

  it('may lose its own engine, for the whole comes in the second; with that one the package is opened again', async () => {
    const first = opened(SUBJECT);
    await (await until(first.session, isExcerpt)).opened?.ask(QUESTION);
    first.deaths[0]?.(new EngineError('dead', 'gone'));
    const whole = await until(first.session, isChecked);
    expect(whole).toMatchObject({ restarted: false, failure: null });
    expect(first.deaths).toHaveLength(2);

    const second = opened(SUBJECT);
    await (await until(second.session, isExcerpt)).opened?.ask(QUESTION);
    await expect.poll(() => second.deaths.length).toBe(2);
    second.deaths[1]?.(new EngineError('dead', 'gone'));
    const again = await until(second.session, (now) => now.restarted && isChecked(now));
    expect(again.failure).toBeNull();
    expect(second.states.at(-1)?.opened?.isExcerpt).toBeUndefined();
    expect(second.deaths).toHaveLength(3); // this time without an excerpt
  });

  it('leaves no engine behind when another package is opened meanwhile', async () => {
    const { session } = opened(SUBJECT);
    const before = (await until(session, isExcerpt)).opened;
    session.open('pkg');
    const { opened: after } = await until(
      session,
      (now) => isChecked(now) && now.opened?.generation !== before?.generation,
    );
    expect(await after?.ask(QUESTION)).toBeDefined();
    const alive = await Promise.allSettled(started.map((engine) => engine.rows('SELECT 1 AS one')));
    expect(alive.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});
