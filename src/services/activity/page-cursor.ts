import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Refusal } from '../../domain/problem.ts';

const positive = z.int().positive().max(4_294_967_295);

/**
 * Where a walk through a list goes on. It holds no value of a customer but the id of the last one shown, and it grants
 * nothing: what may be seen is asked anew with every page, so it need not be signed.
 */
const pageCursor = z.strictObject({
  format: z.literal(1),
  /** Version of the data with which the walk began, and of the method. */
  version: z.int().nonnegative(),
  method: z.int().positive(),
  after: positive,
  /** Of the set, the lines, the order and the search. */
  list: z.string().length(22),
  /** Build of positions by a text. */
  ranks: positive.optional(),
  /** What the search had found. */
  found: z.uuid().optional(),
});
export type PageCursor = z.infer<typeof pageCursor>;

export const writeCursor = (cursor: Omit<PageCursor, 'format'>): string =>
  Buffer.from(JSON.stringify({ format: 1, ...cursor } satisfies PageCursor)).toString('base64url');

/** @throws Refusal `listCursorUnreadable` */
export function readCursor(text: string): PageCursor {
  try {
    return pageCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal({ code: 'listCursorUnreadable' });
  }
}

/** A short name of a list by everything that decides who is in it and in which order. */
export const listHash = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 22);
