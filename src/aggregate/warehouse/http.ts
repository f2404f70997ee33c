/** Asking ClickHouse, and telling a whole answer from half a one. */
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import * as v from 'valibot';
import { AggregationError, type FaultKind } from '../fault.ts';

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Whether the connection ended before the answer did. */
  readonly isCut: boolean;
}

export interface PostOptions {
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole answer. */
  readonly seconds: number;
  readonly signal?: AbortSignal;
}

/** `fetch` would give up after five minutes without a sign, which a long query does not give. */
export function post(url: URL, body: string, options: PostOptions): Promise<Answer> {
  const request = url.protocol === 'https:' ? secure : plain;
  const sent = request(url, { method: 'POST', headers: options.headers, agent: false });
  let reason: AggregationError | null = null;
  const giveUp = (error: AggregationError) => {
    reason = error;
    sent.destroy(error);
  };
  const late = setTimeout(() => {
    const message = `${url.host} gave no answer within ${options.seconds} s; raise --seconds, or count fewer records`;
    giveUp(new AggregationError('slow', message));
  }, options.seconds * 1000);
  const stop = () => giveUp(new AggregationError('stopped', 'stopped'));
  options.signal?.addEventListener('abort', stop);
  if (options.signal?.aborted) stop();
  const answer = new Promise<Answer>((resolve, reject) => {
    sent.on('error', (cause) => reject(awayError(url, cause)));
    // what was given up in the middle looks like an answer that was cut
    sent.on('response', (response) =>
      read(response).then((whole) => (reason ? reject(reason) : resolve(whole)), reject),
    );
  });
  sent.end(body);
  return answer.finally(() => {
    clearTimeout(late);
    options.signal?.removeEventListener('abort', stop);
  });
}

function awayError(url: URL, cause: NodeJS.ErrnoException): AggregationError {
  if (cause instanceof AggregationError) return cause;
  const why = cause.code ?? cause.message;
  const message = `${url.host} does not answer (${why}): is the server running, and is --url right?`;
  return new AggregationError(cause.code === 'ECONNRESET' ? 'cut' : 'away', message, { cause });
}

async function read(response: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let isCut = false;
  try {
    for await (const chunk of response) chunks.push(chunk as Buffer);
  } catch {
    isCut = true;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return { status: response.statusCode ?? 0, text, isCut: isCut || !response.complete };
}

const answerSchema = v.object({
  meta: v.array(v.object({ name: v.string() })),
  data: v.array(v.array(v.unknown())),
  rows: v.number(),
  /** Later versions end an answer that failed as well-formed JSON. */
  exception: v.optional(v.undefined()),
});

/**
 * @returns names of columns and rows
 * @throws {AggregationError} for an error of the server, wherever it stands, and for an answer that is not whole
 */
export function readAnswer({ status, text, isCut }: Answer, url: string) {
  const said = exceptionIn(text);
  if (status !== 200 || said) throw serverError(status, said, text, url);
  const whole = isCut ? null : wholeAnswer(text);
  if (whole) return whole;
  if (isCut || text.trimStart().startsWith('{')) {
    const message = `${url} broke off in the middle of an answer; nothing of it was used. Run again: what is finished is kept`;
    throw new AggregationError('cut', message);
  }
  throw new AggregationError('away', `what answers at ${url} is no ClickHouse: ${head(text)}`);
}

function wholeAnswer(text: string) {
  try {
    const parsed = v.safeParse(answerSchema, JSON.parse(text));
    if (!parsed.success) return null;
    const { meta, data, rows } = parsed.output;
    return rows === data.length ? { names: meta.map(({ name }) => name), rows: data } : null;
  } catch {
    return null;
  }
}

interface Exception {
  readonly code: number;
  readonly message: string;
}

/** The server's own words, which may also stand at the end of an answer that began well. */
function exceptionIn(text: string): Exception | null {
  const tail = text.slice(-20_000);
  const found = /Code: (\d+)[.,] (?:e\.displayText\(\) = )?(DB::(?:Net)?Exception:?[\s\S]*)$/.exec(
    tail,
  );
  if (!found) return null;
  const message = (found[2] ?? '').replace(/, e\.what\(\) = [\s\S]*$/, '');
  // a value of the table might read like an error: an answer that is whole is none
  return wholeAnswer(text) ? null : { code: Number(found[1]), message: head(message) };
}

const CODES: Readonly<Record<number, readonly [FaultKind, string]>> = {
  16: ['column', 'a column is not there'],
  47: ['column', 'a column is not there'],
  60: ['table', 'there is no such table'],
  81: ['table', 'there is no such database'],
  159: ['slow', 'the query took longer than --seconds allow'],
  160: ['slow', 'the query would take longer than --seconds allow'],
  241: ['memory', 'the query needs more memory than --memory allows'],
  164: ['login', 'the user may not set limits: give it readonly = 2'],
  192: ['login', 'the user is not known: set CLICKHOUSE_USER'],
  193: ['login', 'the password is wrong: set CLICKHOUSE_PASSWORD'],
  194: ['login', 'a password is needed: set CLICKHOUSE_PASSWORD'],
  497: ['login', 'the user may not read this table'],
  516: ['login', 'user or password is wrong: set CLICKHOUSE_USER and CLICKHOUSE_PASSWORD'],
  243: ['disk', 'the disk of the server is full'],
  32: ['cut', 'a shard broke off in the middle. Run again: what is finished is kept'],
  209: ['away', 'a shard does not answer. Run again when it does: what is finished is kept'],
  210: ['away', 'a shard does not answer. Run again when it does: what is finished is kept'],
  279: ['away', 'a shard does not answer. Run again when it does: what is finished is kept'],
};

function serverError(
  status: number,
  said: Exception | null,
  text: string,
  url: string,
): AggregationError {
  const [kind, why] = (said && CODES[said.code]) ?? ['server', 'the server answers with an error'];
  const own = said ? `code ${said.code}, ${said.message}` : `status ${status}, ${head(text)}`;
  return new AggregationError(kind, `${url}: ${why} (${own})`);
}

const head = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 300);
