import { today } from '../../domain/clock.ts';
import { mainMethod } from '../../domain/method.ts';
import { daysPeriod } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Scope } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { statement } from '../../stores/warehouse/sql.ts';
import type { Frame } from '../activity/frame.ts';
import { shownAmong, whyShown } from '../activity/shown-sql.ts';
import { timelineOf } from '../activity/timeline.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { type UnitPlace, unitPlace } from './place.ts';

/** He sees the whole company; the customer is assigned into what he sees; or nobody is in charge and he sold last. */
export type ShownWhy = 'wholeCompany' | 'assigned' | 'lastBought';

type Reading = Pick<Stores, 'warehouse'>;

/** By what somebody may be told who a customer is; null: he may not. */
export async function whyVisible(
  { warehouse }: Reading,
  { scope, version }: Seen,
  unit: CountUnit,
  id: number,
): Promise<ShownWhy | null> {
  if (scope.nodes === null) return 'wholeCompany';
  const { text, params } = statement(whyShown(sightFrame(scope, version, unit), id));
  const [row] = await warehouse.rows<{ assigned: number; last_bought: number }>(text, params);
  if (row?.assigned) return 'assigned';
  return row?.last_bought ? 'lastBought' : null;
}

/** What somebody sees, in which version of the data. */
export interface Seen {
  readonly scope: Scope;
  readonly version: DataVersion;
}

/** Where a customer stands. @throws Refusal `customerUnknown`: outside of the scope as if there were none */
export async function visiblePlace(
  reading: Reading,
  seen: Seen,
  unit: CountUnit,
  id: number,
): Promise<UnitPlace> {
  const place = await unitPlace(reading.warehouse, seen.version, unit, id);
  if ((await whyVisible(reading, seen, unit, place.id)) !== null) return place;
  throw new Refusal({ code: 'customerUnknown', params: { id } });
}

/** Those of some units of whom somebody may be told who they are. */
export async function visibleAmong(
  { warehouse }: Reading,
  { scope, version }: Seen,
  unit: CountUnit,
  some: readonly number[],
): Promise<ReadonlySet<number>> {
  if (scope.nodes === null || some.length === 0) return new Set(some);
  const { text, params } = statement(shownAmong(sightFrame(scope, version, unit), some));
  const rows = await warehouse.rows<{ unit: number }>(text, params);
  return new Set(rows.map((row) => row.unit));
}

/** Whom a scope shows on the last loaded day. */
export function sightFrame(scope: Scope, version: DataVersion, unit: CountUnit): Frame {
  const day = version.asOf ?? today();
  return {
    ...{ version, unit, scope, method: mainMethod, slice: [], levels: [[]], history: 'slice', kept: null },
    timeline: timelineOf([daysPeriod(day, day)]),
  };
}
