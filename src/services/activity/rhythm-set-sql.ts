import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { IsoDate } from '../../domain/units.ts';
import { and, day, decimal, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';

type ByRhythm = Extract<SetNode, { readonly kind: 'rhythm' }>;

/** What is compared with the bounds; an interval stands on the side of the bounds, for a quotient would be rounded. */
const sides: Readonly<Record<ByRhythm['which'], { readonly value: string; readonly times?: string }>> = {
  daysLate: { value: 'since - toInt32(days_between)' },
  intervals: { value: 'since', times: 'days_between' },
  daysSince: { value: 'since' },
  purchaseDays: { value: 'days' },
};

/** SQL: `SELECT unit …`, units of a build of `rhythm`; nobody of whom nothing is expected is late. */
export function rhythmUnits({ which, atLeast, atMost }: ByRhythm, build: number, asOf: IsoDate): Sql {
  const { value, times } = sides[which];
  const bound = (sign: '>=' | '<=', of: string | undefined): Sql[] =>
    of === undefined ? [] : [sql`${raw(value)} ${raw(sign)} ${decimal(of)} * ${raw(times ?? '1')}`];
  return sql`SELECT unit FROM (
      SELECT unit, days, days_between, toInt32(${day(asOf)}) - toInt32(last) AS since FROM rhythm WHERE build = ${raw(build)}
    ) WHERE ifNull(${and([raw(`isNotNull(${value})`), ...bound('>=', atLeast), ...bound('<=', atMost)])}, false)`;
}
