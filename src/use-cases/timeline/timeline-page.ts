import { z } from 'zod';
import { type TimelineKind, timelineKinds } from '../../domain/entry.ts';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { familyIdentities } from '../../services/customers/family.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { timelineSources } from './sources/index.ts';
import type { Before, TimelineItem } from './sources/source.ts';

export interface TimelineQuery {
  /** All of them when left out. */
  readonly kinds?: readonly TimelineKind[];
  /** Items of a page. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor?: string;
}

type Named = TimelineItem['whose'] & { readonly name: string };
export interface TimelineRow extends Omit<TimelineItem, 'whose' | 'key'> {
  readonly whose: Named | null;
}

/** The newest first. */
export interface TimelinePage {
  readonly rows: readonly TimelineRow[];
  /** None: this is the last one. */
  readonly next?: string;
}

const cursorText = z.strictObject({
  format: z.literal(1),
  day: z.iso.date(),
  clock: z.string().regex(/^(\d\d:\d\d)?$/),
  source: z
    .number()
    .int()
    .min(0)
    .max(timelineSources.length - 1),
  key: z.string().max(100),
});
type Cursor = z.infer<typeof cursorText>;

/**
 * Everything dated of a customer and of the whole family that he belongs to now, as far as the reader may be told.
 * @throws Refusal `customerUnknown`, `listCursorUnreadable`
 */
export async function timelinePage(
  desk: Desk,
  unit: CountUnit,
  id: number,
  { kinds = timelineKinds, limit, cursor: given }: TimelineQuery,
): Promise<TimelinePage> {
  const { stores, viewer } = desk;
  const cursor = given === undefined ? null : readCursor(given);
  const version = await currentVersion(stores.records);
  const sight = { scope: viewer.scope, version };
  const place = await visiblePlace(stores, sight, unit, id);
  const family = await familyIdentities(stores, version, place, await seenIdentities(stores, sight));
  const question = { desk, version, place, family, kinds: new Set(kinds) };
  const asked = timelineSources.map(([, source], at) => ({ source, at }));
  const found = await Promise.all(
    asked
      .filter(({ source }) => source.kinds.some((kind) => question.kinds.has(kind)))
      .map(async ({ source, at }) =>
        (await source.items(question, beforeOf(cursor, at), limit + 1)).map((item) => ({ item, at })),
      ),
  );
  const all = found.flat().sort((a, b) => compare(a, b));
  const page = all.slice(0, limit);
  const last = all.length > limit ? page.at(-1) : undefined;
  return {
    rows: await named(
      desk,
      page.map(({ item }) => item),
    ),
    ...(last !== undefined && {
      next: writeCursor({
        ...{ day: last.item.day, clock: last.item.time ?? '', source: last.at, key: last.item.key },
      }),
    }),
  };
}

interface Placed {
  readonly item: TimelineItem;
  readonly at: number;
}

function compare({ item: a, at }: Placed, { item: b, at: other }: Placed): number {
  const [one, two] = [`${a.day} ${a.time ?? ''}`, `${b.day} ${b.time ?? ''}`];
  if (one !== two) return one < two ? 1 : -1;
  if (at !== other) return at - other;
  return a.key === b.key ? 0 : a.key < b.key ? 1 : -1;
}

function beforeOf(cursor: Cursor | null, at: number): Before | null {
  if (cursor === null) return null;
  const { day, clock, source, key } = cursor;
  return { day, clock, with: at === source ? { below: key } : at > source ? 'all' : 'none' };
}

const writeCursor = (cursor: Omit<Cursor, 'format'>): string =>
  Buffer.from(JSON.stringify({ format: 1, ...cursor } satisfies Cursor)).toString('base64url');

function readCursor(text: string): Cursor {
  try {
    return cursorText.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal({ code: 'listCursorUnreadable' });
  }
}

async function named({ stores }: Desk, items: readonly TimelineItem[]): Promise<TimelineRow[]> {
  const names = new Map<string, string>();
  for (const unit of ['client', 'legalEntity', 'deliveryPoint'] as const) {
    const ids = new Set(items.flatMap(({ whose }) => (whose?.unit === unit ? [whose.id] : [])));
    if (ids.size === 0) continue;
    const dress = await dressUnits(stores, unit, [...ids]);
    for (const id of ids) names.set(`${unit} ${id}`, dress(id).name);
  }
  return items.map(({ key: _, whose, ...item }) => ({
    ...item,
    whose: whose === null ? null : { ...whose, name: names.get(`${whose.unit} ${whose.id}`) ?? '' },
  }));
}
