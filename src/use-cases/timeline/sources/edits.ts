import { sql } from 'kysely';
import { editsNumbered } from '../../../services/customers/edits.ts';
import { type Before, keyOf, type TimelineItem, type TimelineSource } from './source.ts';

/** What was stated of anybody of the family by hand. */
export const editSource: TimelineSource = {
  kinds: ['edit'],
  items: async ({ desk, family }, before, limit) => {
    const of = (level: 'party' | 'point') => family.flatMap((one) => (one.level === level ? [one.id] : []));
    const { rows } = await sql<{
      edit: number;
      unit: 'client' | 'legalEntity' | 'deliveryPoint';
      unit_id: number;
    }>`
      SELECT e.id AS edit, e.unit, e.unit_id FROM customer_edit AS e
      WHERE e.id IN (SELECT f.edit FROM customer_edit_field AS f
          WHERE (f.level = 'party' AND f.id = ANY (${of('party')})) OR (f.level = 'point' AND f.id = ANY (${of('point')})))
        AND ${until(before)}
      ORDER BY e.id DESC LIMIT ${sql.lit(limit)}`.execute(desk.stores.records.db);
    const found = new Map(rows.map((row) => [row.edit, row]));
    const edits = await editsNumbered(desk.stores, [...found.keys()]);
    return edits.map(({ id, at, user, undoes, changes }): TimelineItem => {
      const [day, time] = localMoment(at);
      const unit = found.get(id);
      return {
        ...{ kind: 'edit', day, time, key: keyOf(id), who: user, text: '', changes, edit: { id, undoes } },
        whose: unit === undefined ? null : { unit: unit.unit, id: unit.unit_id },
      };
    });
  },
};

/** Edits come one after another: later ones have higher numbers. */
function until(before: Before | null) {
  if (before === null) return sql`true`;
  if (typeof before.with !== 'string') return sql`e.id < ${Number(before.with.below)}`;
  const moment = new Date(`${before.day}T${before.clock || '00:00'}:00`);
  // Of its minute all or none; those of a day without a time are none.
  if (before.with === 'all' && before.clock !== '') moment.setMinutes(moment.getMinutes() + 1);
  return sql`e.edited_at < ${moment.toISOString()}::timestamptz`;
}

/** A moment by the clock of this computer, to the minute. */
export function localMoment(at: string): [day: string, time: string] {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return [
    `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
    `${two(date.getHours())}:${two(date.getMinutes())}`,
  ];
}
