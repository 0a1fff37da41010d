import type { AssignableDimension } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import { calendarPeriod, type Period } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { CountUnit, Decimal } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { Frame } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { dayAsked, responsibleUnits } from './responsible-sql.ts';
import { type StateSet, stateMembersBy } from './states-sql.ts';
import { shippedAndReturned } from './sums-sql.ts';
import { timelineOf } from './timeline.ts';

// What all members of one kind did, each of the whole company: whose eyes it is for is decided by the caller.

interface Asked {
  readonly version: DataVersion;
  readonly method: Method;
  readonly level: AssignableDimension;
}

/** By member. */
type OfMembers<Value> = ReadonlyMap<number, Value>;

/** Who was in a set of each member in months that follow one another, in their order. */
export async function unitsOfMembers(
  stores: Stores,
  asked: Asked,
  unit: CountUnit,
  set: StateSet,
  months: readonly [string, ...string[]],
): Promise<OfMembers<readonly ReadonlySet<number>[]>> {
  const frame = await frameOf(stores, asked, unit, months);
  const rows = await rowsOf<{ member: string; cell: number; units: number[] }>(
    stores,
    stateMembersBy(frame, set),
  );
  return new Map(
    [...Map.groupBy(rows, ({ member }) => Number(member))].map(([member, own]) => {
      const byCell = new Map(own.map(({ cell, units }) => [Number(cell), new Set(units)]));
      return [member, frame.timeline.last.map((cell) => byCell.get(cell) ?? new Set<number>())];
    }),
  );
}

/** What was shipped in a month, and what came back or was taken off. */
export async function returnsOfMembers(
  stores: Stores,
  asked: Asked,
  month: string,
): Promise<OfMembers<{ readonly shipped: Decimal; readonly returned: Decimal }>> {
  const frame = await frameOf(stores, asked, 'client', [month]);
  const rows = await rowsOf<{ d0: string; shipped: string | null; returned: string | null }>(
    stores,
    shippedAndReturned(frame),
  );
  return new Map(
    rows.map(({ d0, shipped, returned }) => [
      Number(d0),
      { shipped: shipped ?? '0', returned: returned ?? '0' },
    ]),
  );
}

/** What clients owe, as files say it today, of whoever was responsible for them at the end of a month; null: unknown. */
export async function owedToMembers(
  stores: Stores,
  { version, level }: Asked,
  month: string,
): Promise<OfMembers<{ readonly debt: Decimal | null; readonly overdue: Decimal | null }>> {
  const day = dayAsked({ version }, dayNumber(calendarPeriod('month', month).to));
  const whose = { version, unit: 'client', slice: [], scope: wholeCompany } as const;
  const rows = await rowsOf<{ member: number; debt: string | null; overdue: string | null }>(
    stores,
    sql`SELECT ${raw(level)} AS member, sum(owed.debt) AS debt, sum(owed.overdue) AS overdue
      FROM (${responsibleUnits(whose, [level], [[0, day]])}) AS r
      INNER JOIN (
        SELECT client AS unit, sum(debt) AS debt, sum(overdue) AS overdue FROM dim_party
        WHERE generation = ${raw(version.dimensions)} AND entity != 0 GROUP BY client
      ) AS owed ON owed.unit = r.unit
      WHERE ${raw(level)} != 0 GROUP BY member`,
  );
  return new Map(rows.map(({ member, ...owed }) => [member, owed]));
}

async function frameOf(
  { warehouse }: Stores,
  { version, method, level }: Asked,
  unit: CountUnit,
  [first, ...rest]: readonly [string, ...string[]],
): Promise<Frame> {
  const monthOf = (month: string): Period => calendarPeriod('month', month);
  return {
    ...{ version, method, unit, slice: [], levels: [[level]], history: 'slice', scope: wholeCompany },
    timeline: timelineOf([monthOf(first), ...rest.map(monthOf)]),
    kept: await keptOf(warehouse, version, method),
  };
}

async function rowsOf<Row extends object>({ warehouse }: Stores, query: Sql): Promise<Row[]> {
  const { text, params } = statement(query);
  return await warehouse.rows<Row>(text, params);
}
