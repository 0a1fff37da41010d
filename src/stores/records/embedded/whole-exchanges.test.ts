import type { PGlite } from '@electric-sql/pglite';
import { expect, test, vi } from 'vitest';
import { wholeExchanges } from './whole-exchanges.ts';

const message = (type: string): Uint8Array => Uint8Array.of(type.charCodeAt(0), 0, 0, 0, 4);
const silent = { onRawData: () => undefined };

function engineThat(execProtocolRawStream: () => Promise<void>): PGlite {
  return { execProtocolRawStream, isInTransaction: () => false } as unknown as PGlite;
}

test('an exchange belongs to its client from Parse to Sync', async () => {
  const shared = wholeExchanges(
    engineThat(async () => undefined),
    () => undefined,
  );
  const busy: boolean[] = [];
  for (const type of 'PBDESQ') {
    await shared.execProtocolRawStream(message(type), silent);
    busy.push(shared.isInTransaction());
  }
  expect(busy).toEqual([true, true, true, true, false, false]);
});

test('an engine that breaks is reported, and the failed message is never answered as if it had run', async () => {
  const failure = new Error('unreachable executed');
  const onBroken = vi.fn();
  const answered = vi.fn();
  const shared = wholeExchanges(
    engineThat(() => Promise.reject(failure)),
    onBroken,
  );
  shared.execProtocolRawStream(message('Q'), silent).then(answered, answered);
  await vi.waitFor(() => expect(onBroken).toHaveBeenCalledWith(failure));
  expect(answered).not.toHaveBeenCalled();
});
