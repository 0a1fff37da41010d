import { setTimeout as sleep } from 'node:timers/promises';
import { breather } from '../../stores/breathe.ts';

/** Asks for the first item before anybody is answered: until then a failure can still be told properly. */
export async function begun<Item>(items: AsyncIterable<Item>): Promise<AsyncIterable<Item>> {
  const iterator = items[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* all() {
    try {
      for (let next = first; !next.done; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  return all();
}

/** About so many characters leave at once: a piece for each row would cost more than the rows. */
const pieceLength = 32_768;

export async function* inPieces(texts: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let piece = '';
  const breathe = breather();
  for await (const text of texts) {
    piece += text;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
    // A fast reader and rows at hand would leave nobody else a turn.
    await breathe();
  }
  if (piece !== '') yield piece;
}

export async function* jsonLines(rows: AsyncIterable<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

const sliceLength = 200;

/** JSON of a value with long lists, in pieces: nobody else waits for all of it. */
export function* jsonPieces(value: unknown): Generator<string> {
  if (Array.isArray(value) && value.length > sliceLength) {
    for (let at = 0; at < value.length; at += sliceLength) {
      yield (at === 0 ? '[' : ',') + JSON.stringify(value.slice(at, at + sliceLength)).slice(1, -1);
    }
    yield ']';
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield index === 0 ? '[' : ',';
      yield* jsonPieces(item);
    }
    yield value.length === 0 ? '[]' : ']';
  } else if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, member]) => member !== undefined);
    for (const [index, [name, member]] of entries.entries()) {
      yield `${index === 0 ? '{' : ','}${JSON.stringify(name)}:`;
      yield* jsonPieces(member);
    }
    yield entries.length === 0 ? '{}' : '}';
  } else yield JSON.stringify(value);
}

const heartbeatEvery = 15_000;

/** Server-sent events; a comment now and then keeps proxies from closing a quiet connection. */
export async function* serverSent(events: AsyncIterable<unknown>): AsyncGenerator<string> {
  const iterator = events[Symbol.asyncIterator]();
  try {
    let next = iterator.next();
    for (;;) {
      const timer = new AbortController();
      const quiet = sleep(heartbeatEvery, 'quiet' as const, { signal: timer.signal }).catch(
        () => 'quiet' as const,
      );
      const result = await Promise.race([next, quiet]);
      timer.abort();
      if (result === 'quiet') yield ': still here\n\n';
      else if (result.done) return;
      else {
        yield `data: ${JSON.stringify(result.value)}\n\n`;
        next = iterator.next();
      }
    }
  } finally {
    await iterator.return?.();
  }
}
