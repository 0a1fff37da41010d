import { sql } from 'kysely';
import { type EntryKind, entryKinds } from '../../../domain/entry.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { mayChangeEntry } from '../entry-rows.ts';
import { type Before, keyOf, type TimelineItem, type TimelineSource } from './source.ts';

interface Row {
  readonly id: number;
  readonly level: 'party' | 'point';
  readonly unit_id: number;
  readonly kind: EntryKind;
  readonly day: IsoDate;
  readonly clock: string;
  readonly text: string;
  readonly outcome: string;
  readonly due: IsoDate | null;
  readonly done: boolean;
  readonly author: number | null;
  readonly author_name: string | null;
  readonly signed: string;
  readonly version: number;
}

const before = (place: Before | null) => {
  if (place === null) return sql`true`;
  const { day, clock } = place;
  if (typeof place.with !== 'string')
    return sql`(e.day, e.clock, e.id) < (${day}::date, ${clock}, ${Number(place.with.below)}::int4)`;
  return place.with === 'all'
    ? sql`(e.day, e.clock) <= (${day}::date, ${clock})`
    : sql`(e.day, e.clock) < (${day}::date, ${clock})`;
};

/** What was written down of any identity of the family. */
export const entrySource: TimelineSource = {
  kinds: entryKinds,
  items: async ({ desk, family, kinds }, place, limit) => {
    const { db } = desk.stores.records;
    const asked = entryKinds.filter((kind) => kinds.has(kind));
    // Of each identity no more than a page, by the index; a family may have thousands.
    const { rows } = await sql<Row>`
      SELECT found.*, app_user.name AS author_name
      FROM (
        SELECT newest.* FROM unnest(${family.map(({ level }) => level)}::text[], ${family.map(({ id }) => id)}::int4[]) AS of (level, id)
        CROSS JOIN LATERAL (
          SELECT e.id, e.level, e.unit_id, e.kind, e.day, e.clock, e.text, e.outcome, e.due, e.done, e.author, e.signed, e.version
          FROM entry AS e
          WHERE e.unit_id = of.id AND e.level = of.level AND NOT e.removed AND e.kind = ANY (${asked}) AND ${before(place)}
          ORDER BY e.day DESC, e.clock DESC, e.id DESC LIMIT ${sql.lit(limit)}
        ) AS newest
        ORDER BY newest.day DESC, newest.clock DESC, newest.id DESC LIMIT ${sql.lit(limit)}
      ) AS found LEFT JOIN app_user ON app_user.id = found.author
      ORDER BY found.day DESC, found.clock DESC, found.id DESC`.execute(db);
    const units = new Map(family.map((one) => [`${one.level} ${one.id}`, one]));
    return rows.map((row): TimelineItem => {
      const unit = units.get(`${row.level} ${row.unit_id}`);
      const { id, version, outcome, due, done } = row;
      return {
        ...{ kind: row.kind, day: row.day, time: row.clock || null, key: keyOf(id), text: row.text },
        whose: unit === undefined ? null : { unit: unit.unit, id: unit.of },
        who: row.author_name ?? row.signed,
        entry: { id, version, outcome, due, done, changeable: mayChangeEntry(desk.viewer, row.author) },
      };
    });
  },
};
