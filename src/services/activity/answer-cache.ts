import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Method } from '../../domain/method.ts';
import type { Scope } from '../../domain/scope.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { DataVersion } from '../ledger/data-version.ts';

declare const isAnswerKey: unique symbol;
/** Names an answer by everything that it depends on. There is no other way to one than `answerKey`. */
export type AnswerKey = string & { readonly [isAnswerKey]: true };

/** Everything that an answer depends on. */
interface Ingredients {
  /** The commit, and the generation of the records that names and attributes were copied from. */
  readonly version: Pick<DataVersion, 'version' | 'dimensions' | 'asOf'>;
  /** What relative periods are reckoned from. */
  readonly today: IsoDate;
  readonly methods: readonly Method[];
  /** What is asked, as plain data. */
  readonly question: unknown;
  readonly scope: Scope;
  /** Working days as the company states them, where the question looks at them. */
  readonly calendars: unknown;
}

export function answerKey(ingredients: Ingredients): AnswerKey {
  const { version, today, methods, question, scope, calendars } = ingredients;
  const { version: commit, dimensions, asOf } = version;
  const text = JSON.stringify(
    [commit, dimensions, asOf, today, methods, question, scope, calendars],
    inOneOrder,
  );
  return createHash('sha256').update(text).digest('base64') as AnswerKey;
}

/** The same members in another order are the same. */
const inOneOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Answers of this process, the least asked for going first. Nothing that is being worked out is shared: it can be aborted. */
export interface AnswerCache {
  get<Answer extends object>(
    key: AnswerKey,
    compute: () => Promise<{ readonly answer: Answer; readonly weight: number }>,
  ): Promise<Answer>;
}

/** `most`: the weight of all answers together; one is about a figure. */
export function answerCache(most = 2_000_000): AnswerCache {
  const known = new LRUCache<AnswerKey, object>({ maxSize: most, maxEntrySize: most / 4 });
  return {
    get: async <Answer extends object>(
      key: AnswerKey,
      compute: () => Promise<{ readonly answer: Answer; readonly weight: number }>,
    ) => {
      const found = known.get(key) as Answer | undefined;
      if (found !== undefined) return found;
      const { answer, weight } = await compute();
      known.set(key, answer, { size: Math.max(1, weight) });
      return answer;
    },
  };
}
