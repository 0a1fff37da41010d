import { sql } from 'kysely';
import { today } from '../../domain/clock.ts';
import { addDays } from '../../domain/iso-date.ts';
import { plainWords, stemOf } from '../../domain/search-words.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';
import type { Records } from '../../stores/records/records.ts';
import type { SeenIdentities } from '../customers/seen-identities.ts';
import type { TextKind } from './write-words.ts';

/** Where in the order of texts one stands. */
export interface FoundText {
  readonly id: number;
  readonly day: IsoDate;
}

/** Texts looked at in one step, and found in one step: more are never in hand. */
export interface Bounds {
  readonly looked: number;
  readonly found: number;
  /** If more are expected by the index of words, it is asked for a span of days after the other. */
  readonly atOnce: number;
}
const usual: Bounds = { looked: 20_000, found: 5000, atOnce: 400 };

/** Words that begin alike: so many are asked for one by one, of more only so many are counted. */
const fewWords = 64;
const mostWords = 10_000;

/** Fewer letters than this begin too many words. */
const shortestPrefix = 3;

const columns = {
  // Days back from the newest one, where an index tells which blocks have them.
  entry: { table: 'entry', day: 'day', order: ['day', 'clock', 'id'], spans: [90, 360, 1440] },
  contact: { table: 'contact', day: 'changed_on', order: ['changed_on', 'id'], spans: [] },
} as const satisfies Record<TextKind, object>;

/**
 * The newest texts that have all words of a search (the last one may be the beginning of a word) and belong to whom
 * somebody may see, at most `limit`. Two ways, each bounded: from the newest text backwards, where what is looked for is
 * common; by the index of words, where it is rare. What the list of words does not have is in no text.
 */
export async function findTexts(
  records: Records,
  kind: TextKind,
  search: string,
  {
    seen,
    limit,
    bounds = usual,
  }: { readonly seen: SeenIdentities; readonly limit: number; readonly bounds?: Bounds },
): Promise<readonly FoundText[]> {
  // A word that is said twice is one: it would seem rarer than it is.
  const words = [...new Map(plainWords(search).map((word) => [stemOf(word), word]))];
  const last = plainWords(search).at(-1) ?? '';
  const parts = words.map(([stem, word]) => ({
    stem,
    prefix: word === last && word.length >= shortestPrefix ? word : null,
  }));
  if (parts.length === 0) return [];
  const known = [];
  for (const part of parts) {
    const found = await knownWords(records.db, kind, part);
    if (found.texts === 0) return [];
    known.push(found);
  }
  const { texts: total } = await knownWords(records.db, kind, { stem: '', prefix: null });
  // As if words stood in texts independently of each other.
  const share = known.reduce((product, { texts }) => product * Math.min(1, texts / Math.max(1, total)), 1);
  const expected = total * share * seen.share;
  const query = { kind, words: known.map(({ query: one }) => one).join(' & '), seen, limit, bounds };
  // No text has all the words after this day.
  const newest = known.map(({ last }) => last).sort()[0] ?? '';
  if (expected > bounds.found) {
    const first = await fromNewest(records.db, query, { newest, after: null });
    if (first.found.length >= limit || first.last === null) return first.found;
    return (await bySpans(records, query, newest)) ?? (await walk(records.db, query, first));
  }
  const found =
    expected > bounds.atOnce ? await bySpans(records, query, newest) : await byWords(records, query, always);
  if (found !== null) return found;
  return await walk(records.db, query, await fromNewest(records.db, query, { newest, after: null }));
}

interface TextQuery {
  readonly kind: TextKind;
  /** As a `tsquery` is written. */
  readonly words: string;
  readonly seen: SeenIdentities;
  readonly limit: number;
  readonly bounds: Bounds;
}

/**
 * In how many texts a word is, or the words that begin like it, at most; the newest day of one; and how the index is asked:
 * for words that begin alike one by one, for it would read all of a beginning before it looks at the other words.
 */
async function knownWords(
  db: RecordsExecutor,
  kind: TextKind,
  { stem, prefix }: { stem: string; prefix: string | null },
): Promise<{ texts: number; last: IsoDate; query: string }> {
  const begins =
    prefix === null
      ? sql``
      : sql`OR (word COLLATE "C" >= ${prefix} AND word COLLATE "C" < ${`${prefix}\u{10ffff}`})`;
  const some = (most: number) =>
    sql`SELECT word, texts, last FROM text_word WHERE kind = ${kind} AND (word = ${stem} ${begins}) LIMIT ${sql.lit(most)}`;
  const { rows: words } = await sql<{
    word: string;
    texts: number;
    last: IsoDate;
  }>`${some(fewWords + 1)}`.execute(db);
  if (words.length <= fewWords)
    return {
      texts: words.reduce((sum, { texts }) => sum + texts, 0),
      last:
        words
          .map(({ last }) => last)
          .sort()
          .at(-1) ?? '',
      query: `(${words.map(({ word }) => word).join(' | ')})`,
    };
  const { rows } = await sql<{
    texts: string;
  }>`SELECT sum(texts) AS texts FROM (${some(mostWords)}) AS known`.execute(db);
  return { texts: Number(rows[0]?.texts ?? 0), last: '9999-12-31', query: `(${stem} | ${prefix}:*)` };
}

/** SQL condition: of an identity that may be seen. */
const isSeen = ({ ids }: SeenIdentities) =>
  ids === null
    ? sql`true`
    : sql`((level = 'party' AND unit_id = ANY (${ids.party})) OR (level = 'point' AND unit_id = ANY (${ids.point})))`;

type Place = readonly (string | number)[];
interface Step {
  readonly found: readonly FoundText[];
  /** The last text looked at; null: there are no more. */
  readonly last: Place | null;
}

/** The texts found among the next ones in order: so many are looked at, whatever is found. */
async function fromNewest(
  db: RecordsExecutor,
  { kind, words, seen, limit, bounds }: TextQuery,
  { newest, after }: { readonly newest: IsoDate; readonly after: Place | null },
): Promise<Step> {
  const { table, day, order } = columns[kind];
  const own = sql.join(order.map((name) => sql.ref(name)));
  const back = sql.join(order.map((name) => sql`${sql.ref(name)} DESC`));
  const from =
    after === null
      ? sql`${sql.ref(day)} <= ${newest}::date`
      : sql`(${own}) < (${sql.join(after.map((value, at) => sql`${value}::${sql.raw(typeOf(order[at] ?? ''))}`))})`;
  // OFFSET 0: looked at in the order of the index, whatever the planner thinks of the words.
  const looked = sql`SELECT * FROM ${sql.table(table)} WHERE ${from} ORDER BY ${back} LIMIT ${sql.lit(bounds.looked)} OFFSET 0`;
  const { rows } = await sql<{ id: number; day: IsoDate }>`
    SELECT id, ${sql.ref(day)} AS day FROM (${looked}) AS looked
    WHERE words @@ ${words}::tsquery AND NOT removed AND ${isSeen(seen)}
    ORDER BY ${back} LIMIT ${sql.lit(limit)}`.execute(db);
  if (rows.length >= limit) return { found: rows, last: null };
  const end = await sql<Record<string, string | number>>`
    SELECT ${own} FROM ${sql.table(table)} WHERE ${from} ORDER BY ${back} LIMIT 1 OFFSET ${sql.lit(bounds.looked - 1)}`.execute(
    db,
  );
  const row = end.rows[0];
  return { found: rows, last: row === undefined ? null : order.map((name) => row[name] ?? '') };
}

const typeOf = (column: string): string => (column === 'id' ? 'int4' : column === 'clock' ? 'text' : 'date');

/** Goes on step by step until enough are found. */
async function walk(db: RecordsExecutor, query: TextQuery, begun: Step): Promise<readonly FoundText[]> {
  const found = [...begun.found];
  for (let { last } = begun; last !== null && found.length < query.limit; ) {
    const step = await fromNewest(db, query, { newest: '', after: last });
    found.push(...step.found);
    last = step.last;
  }
  return found.slice(0, query.limit);
}

/** Days after one and up to another; null: without an end. */
interface Span {
  readonly after: IsoDate | null;
  readonly upTo: IsoDate | null;
}
const always: Span = { after: null, upTo: null };

/** By the index of words, from the newest days on until enough are found; null: somewhere there are too many of them. */
async function bySpans(
  records: Records,
  query: TextQuery,
  newest: IsoDate,
): Promise<readonly FoundText[] | null> {
  // What is planned has days to come.
  const [from = newest] = [newest, today()].sort();
  const ends = columns[query.kind].spans.map((days) => addDays(from, -days));
  const found: FoundText[] = [];
  for (const [at, after] of [...ends, null].entries()) {
    const some = await byWords(records, query, { after, upTo: ends[at - 1] ?? null });
    if (some === null) return null;
    found.push(...some);
    if (found.length >= query.limit) break;
  }
  return found.slice(0, query.limit);
}

/** By the index of words; null: there are too many of them to be put in order. */
async function byWords(
  records: Records,
  { kind, words, seen, limit, bounds }: TextQuery,
  { after, upTo }: Span,
): Promise<readonly FoundText[] | null> {
  const { table, day, order } = columns[kind];
  const own = sql.ref(day);
  const inSpan = sql`${after === null ? sql`` : sql`AND ${own} > ${after}::date`}
    ${upTo === null ? sql`` : sql`AND ${own} <= ${upTo}::date`}`;
  const back = sql.join(order.map((name) => sql`${sql.ref(name)} DESC`));
  const all = sql`SELECT ${sql.join(order.map((name) => sql.ref(name)))} FROM ${sql.table(table)}
    WHERE words @@ ${words}::tsquery AND NOT removed AND ${isSeen(seen)} ${inSpan}
    LIMIT ${sql.lit(bounds.found + 1)}`;
  const rows = await records.transaction(async (tx) => {
    await sql`SET LOCAL enable_seqscan = off`.execute(tx);
    return (
      await sql<{ id: number; day: IsoDate; size: string }>`
        SELECT id, ${sql.ref(day)} AS day, count(*) OVER () AS size FROM (${all}) AS found
        ORDER BY ${back} LIMIT ${sql.lit(limit)}`.execute(tx)
    ).rows;
  });
  return Number(rows[0]?.size ?? 0) > bounds.found ? null : rows.map(({ id, day: of }) => ({ id, day: of }));
}
