import { LRUCache } from 'lru-cache';
import { originOf } from '../../stores/warehouse/abortable.ts';
import { type Sql, statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

/** Of all answers that a process remembers; 300,000 ids take 1.2 MB, a page of 50 customers about 20 KB. */
const mostBytes = 64 * 2 ** 20;

const answers = new WeakMap<Warehouse, LRUCache<string, object>>();

/**
 * The answer to a statement, from memory where it has been asked before, the least asked for going first. Only for
 * statements that name everything that they read by generation or build: whatever changes the answer changes the
 * statement. `bytes`: about what an answer takes.
 */
export async function remembered<Row extends object, Answer extends object>(
  warehouse: Warehouse,
  query: Sql,
  answerOf: (rows: readonly Row[]) => Answer,
  bytes: (answer: Answer) => number,
): Promise<Answer> {
  const { text, params } = statement(query);
  const key = JSON.stringify([text, params]);
  const all = answersOf(warehouse);
  const known = all.get(key) as Answer | undefined;
  if (known !== undefined) return known;
  const answer = answerOf(await warehouse.rows<Row>(text, params));
  all.set(key, answer, { size: bytes(answer) + 2 * key.length });
  return answer;
}

function answersOf(warehouse: Warehouse): LRUCache<string, object> {
  const origin = originOf(warehouse);
  const known = answers.get(origin) ?? new LRUCache<string, object>({ maxSize: mostBytes });
  answers.set(origin, known);
  return known;
}
