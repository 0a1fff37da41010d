import { sql } from 'kysely';
import type { CallOutcome, RefusalReason } from '../../../domain/calls.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { byTime, isBefore, keyOf, type TimelineItem, type TimelineSource } from './source.ts';

interface Row {
  readonly id: number;
  readonly client: number;
  readonly outcome: CallOutcome;
  readonly reason: RefusalReason | '';
  readonly called_on: IsoDate;
  readonly clock: string;
  readonly next_on: IsoDate;
  readonly author: string | null;
}

/** Calls of the work list with their results; those taken back are none. */
export const callSource: TimelineSource = {
  kinds: ['call'],
  items: async ({ desk: { stores }, family }, before, limit) => {
    const units = new Map(family.flatMap((one) => (one.level === 'party' ? [[one.id, one] as const] : [])));
    const { rows } = await sql<Row>`
      SELECT c.id, c.client, c.outcome, c.reason, c.called_on, c.clock, c.next_on, app_user.name AS author
      FROM customer_call AS c LEFT JOIN app_user ON app_user.id = c.user_id
      WHERE c.client = ANY (${[...units.keys()]}::int4[]) AND c.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM customer_call AS undo WHERE undo.undoes = c.id)
        AND c.called_on <= ${before?.day ?? '9999-12-31'}::date
      ORDER BY c.called_on DESC, c.clock DESC, c.id DESC LIMIT ${sql.lit(limit + 50)}`.execute(
      stores.records.db,
    );
    return rows
      .map(({ id, client, outcome, reason, called_on: day, clock, next_on: next, author }): TimelineItem => {
        const unit = units.get(client);
        return {
          ...{ kind: 'call', day, time: clock, key: keyOf(id), who: author ?? '', text: '' },
          whose: unit === undefined ? null : { unit: unit.unit, id: unit.of },
          call: { id, outcome, reason: reason === '' ? null : reason, next },
        };
      })
      .filter((item) => isBefore(item, before))
      .sort(byTime)
      .slice(0, limit);
  },
};
