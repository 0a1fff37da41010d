import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import { openRecords } from '../../src/stores/records/records.ts';

const openAt = async (url: string): Promise<unknown> =>
  await openRecords({ dataDir: '', url }).then(
    () => 'opened',
    (error: unknown) => (error instanceof Refusal ? error.problems : error),
  );

test('a server that does not answer is named without user and password', async () => {
  const problems = await openAt('postgres://director:secret@127.0.0.1:1/akb');
  expect(problems).toEqual([
    { code: 'recordsServerUnreachable', params: { server: '127.0.0.1:1/akb', reason: 'ECONNREFUSED' } },
  ]);
});

test('something else than PostgreSQL at the address is refused too', async () => {
  const other = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  try {
    expect(await openAt(`postgres://127.0.0.1:${port}/akb`)).toMatchObject([
      { code: 'recordsServerUnreachable' },
    ]);
  } finally {
    other.close();
  }
});
