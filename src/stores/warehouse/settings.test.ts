import { afterEach, describe, expect, test, vi } from 'vitest';
import { memoryFromMachine } from './settings.ts';
import { threadPoolProblem, threadPoolSize } from './thread-pool.ts';

const GIB = 1024 ** 3;

describe('memory of one query', () => {
  test('is a quarter of a small machine and four gigabytes of a large one', () => {
    expect(memoryFromMachine(undefined, 8 * GIB)).toBe(2 * GIB);
    expect(memoryFromMachine(undefined, 64 * GIB)).toBe(4 * GIB);
  });

  test('is what AKB_MEMORY_MB says', () => {
    expect(memoryFromMachine('512', 64 * GIB)).toBe(GIB / 2);
  });

  test('a value of AKB_MEMORY_MB that is no number is not guessed at', () => {
    expect(() => memoryFromMachine('1 Гб', 64 * GIB)).toThrow('memorySetting');
    expect(() => memoryFromMachine('0', 64 * GIB)).toThrow('memorySetting');
  });
});

describe('threads for background work', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test("Node's own four are too few, and doctor says so", () => {
    vi.stubEnv('UV_THREADPOOL_SIZE', undefined);
    expect(threadPoolSize()).toBe(4);
    expect(threadPoolProblem()).toEqual({ code: 'threadPoolTooSmall', params: { threads: 4, needed: 8 } });
  });

  test('sixteen are enough', () => {
    vi.stubEnv('UV_THREADPOOL_SIZE', '16');
    expect(threadPoolProblem()).toBeNull();
  });
});
