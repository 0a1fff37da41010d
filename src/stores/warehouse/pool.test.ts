import { describe, expect, test } from 'vitest';
import { Pool } from './pool.ts';

function poolOf(size: number) {
  const opened: number[] = [];
  const closed: number[] = [];
  const pool = new Pool<number>(
    size,
    async () => {
      opened.push(opened.length + 1);
      return opened.length;
    },
    (connection) => {
      closed.push(connection);
    },
  );
  return { pool, opened, closed };
}

describe('a pool of connections', () => {
  test('uses a connection again after an answer', async () => {
    const { pool, opened, closed } = poolOf(1);
    expect(await pool.use(async (connection) => connection)).toBe(1);
    expect(await pool.use(async (connection) => connection)).toBe(1);
    expect(opened).toEqual([1]);
    expect(closed).toEqual([]);
  });

  test('closes a connection that has seen an error and opens another one', async () => {
    const { pool, closed } = poolOf(1);
    await expect(pool.use(() => Promise.reject(new Error('half an answer')))).rejects.toThrow(
      'half an answer',
    );
    expect(closed).toEqual([1]);
    expect(await pool.use(async (connection) => connection)).toBe(2);
  });

  test('gives a connection to one user at a time and serves in the order of asking', async () => {
    const { pool, opened } = poolOf(2);
    const begun: string[] = [];
    const ends = new Map<string, () => void>();
    const user = (name: string) =>
      pool.use(async () => {
        begun.push(name);
        const end = Promise.withResolvers<void>();
        ends.set(name, end.resolve);
        await end.promise;
      });
    const all = ['a', 'b', 'c', 'd'].map(user);
    await settled();
    expect(begun).toEqual(['a', 'b']);
    ends.get('b')?.();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    ends.get('a')?.();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
    ends.get('c')?.();
    ends.get('d')?.();
    await Promise.all(all);
    expect(opened).toHaveLength(2);
  });

  test('a connection that cannot be opened holds nobody up', async () => {
    let broken = true;
    const pool = new Pool<string>(
      1,
      async () => {
        if (broken) throw new Error('no connection');
        return 'connection';
      },
      () => {},
    );
    await expect(pool.use(async () => 1)).rejects.toThrow('no connection');
    broken = false;
    expect(await pool.use(async (connection) => connection)).toBe('connection');
  });

  test('closing waits for what runs, refuses what waits and what comes later', async () => {
    const { pool, closed } = poolOf(1);
    const end = Promise.withResolvers<void>();
    const running = pool.use(() => end.promise);
    const waiting = pool.use(async () => 'too late');
    const closing = pool.close();
    await expect(waiting).rejects.toThrow('closed');
    await expect(pool.use(async () => 'too late')).rejects.toThrow('closed');
    expect(closed).toEqual([]);
    end.resolve();
    await running;
    await closing;
    expect(closed).toEqual([1]);
  });
});

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
