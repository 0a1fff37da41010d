import { CompiledQuery } from 'kysely';
import { BATCH_ROWS, type RecordsExecutor } from './bulk.ts';

const collated = 'v COLLATE "und-x-icu"';

/**
 * Different texts in the order in which people look them up, which is the database's: other libraries differ from it.
 * Each statement sorts some thousands at most, for the embedded engine serves nobody else meanwhile.
 */
export async function textsInOrder(db: RecordsExecutor, texts: readonly string[]): Promise<string[]> {
  if (texts.length <= 2 * BATCH_ROWS) return await sorted(db, texts);
  const step = Math.ceil(texts.length / Math.ceil(texts.length / (BATCH_ROWS / 4)));
  const borders = await sorted(
    db,
    texts.filter((_, index) => index % step === 0),
  );
  const parts: string[][] = Array.from({ length: borders.length + 1 }, () => []);
  for (let at = 0; at < texts.length; at += BATCH_ROWS) {
    const some = texts.slice(at, at + BATCH_ROWS);
    const { rows } = await db.executeQuery<{ part: number }>(
      CompiledQuery.raw(
        `SELECT width_bucket(${collated}, $2::text[]) AS part
         FROM unnest($1::text[]) WITH ORDINALITY AS given (v, place) ORDER BY place`,
        [some, borders],
      ),
    );
    for (const [index, { part }] of rows.entries()) parts[part]?.push(some[index] ?? '');
  }
  const all: string[] = [];
  for (const part of parts) for (const text of await sorted(db, part)) all.push(text);
  return all;
}

async function sorted(db: RecordsExecutor, texts: readonly string[]): Promise<string[]> {
  if (texts.length === 0) return [];
  const { rows } = await db.executeQuery<{ v: string }>(
    CompiledQuery.raw(`SELECT v FROM unnest($1::text[]) AS v ORDER BY ${collated}`, [texts]),
  );
  return rows.map(({ v }) => v);
}
