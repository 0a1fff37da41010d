import { addToMonth, lastDayOfMonth } from '../../domain/iso-date.ts';
import { mainMethod } from '../../domain/method.ts';
import { daysPeriod } from '../../domain/period.ts';
import type { Scope } from '../../domain/scope.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { IsoDate } from '../../domain/units.ts';
import { frameOfList, rowsOfMembers } from '../../services/activity/customers.ts';
import { orderOf } from '../../services/activity/list-sql.ts';
import type { CustomerRow } from '../../services/activity/report.ts';
import { noStoredSet, setSize } from '../../services/activity/set-sql.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { statement } from '../../stores/warehouse/sql.ts';

/** In whose eyes, and up to which day. */
export interface Sight {
  readonly version: DataVersion;
  readonly scope: Scope;
  readonly today: IsoDate;
}

const rowsAtOnce = 500;

/** Twelve months up to the one of the last loaded day, it included: months of which only totals are known too. */
const yearUpTo = (day: IsoDate) => daysPeriod(`${addToMonth(day.slice(0, 7), -11)}-01`, lastDayOfMonth(day));
const monthsUpTo = (day: IsoDate): string => `${addToMonth(day.slice(0, 7), -11)}..${day.slice(0, 7)}`;

/** Clients with what they bought in twelve months, by the method `main`, in order of ids. */
export async function clientRows(
  stores: Stores,
  { version, scope, today }: Sight,
  clients: readonly number[],
): Promise<CustomerRow[]> {
  const rows: CustomerRow[] = [];
  for (let at = 0; at < clients.length; at += rowsAtOnce) {
    const some = clients.slice(at, at + rowsAtOnce);
    const set = { kind: 'ids', ids: some } as const;
    const common = { version, scope, today, method: mainMethod, unit: 'client', kept: null } as const;
    const context = { ...common, stored: noStoredSet };
    const frame = frameOfList({ ...context, slice: [], period: yearUpTo(today), set });
    const list = { frame, set, context, order: orderOf({}), found: null };
    for (const row of await rowsOfMembers(stores, list, some, () => false)) rows.push(row);
  }
  return rows;
}

/** АКБ of twelve months among some clients, by the method `main`. */
export async function activeAmong(
  stores: Stores,
  { version, scope, today }: Sight,
  clients: readonly number[],
): Promise<number> {
  const active: SetNode = { kind: 'state', state: 'active', period: monthsUpTo(today) };
  const set: SetNode = { kind: 'and', sets: [active, { kind: 'ids', ids: clients }] };
  const common = { version, scope, today, method: mainMethod, unit: 'client', kept: null } as const;
  const { text, params } = statement(setSize(set, { ...common, stored: noStoredSet }));
  const [row] = await stores.warehouse.rows<{ size: string }>(text, params);
  return Number(row?.size ?? 0);
}
