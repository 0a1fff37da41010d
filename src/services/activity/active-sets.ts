import type { AssignableDimension } from '../../domain/dimensions.ts';
import type { Method } from '../../domain/method.ts';
import type { Period } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { sql, statement } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import type { Frame } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { stateMembers, stateMembersBy } from './states-sql.ts';
import { timelineOf } from './timeline.ts';

interface Question {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  readonly period: Period;
  /** Of whose members; left out: of the company. */
  readonly by?: AssignableDimension;
}

/** Canonical ids of the units active in a period, in order, by member of the organisation (0: the company). */
export async function activeSets(
  { warehouse }: Pick<Stores, 'warehouse'>,
  { version, method, unit, period, by }: Question,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const frame: Frame = {
    ...{ version, method, unit, slice: [], history: 'company', scope: wholeCompany },
    ...{ timeline: timelineOf([period]), levels: [by === undefined ? [] : [by]] },
    kept: await keptOf(warehouse, version, method),
  };
  const members =
    by === undefined
      ? sql`SELECT '0' AS member, arraySort(groupArray(unit)) AS units FROM (${stateMembers(frame, 'active')})`
      : stateMembersBy(frame, 'active');
  const { text, params } = statement(members);
  const rows = await warehouse.rows<{ member: string; units: number[] }>(text, params);
  return new Map(
    rows.filter(({ units }) => units.length > 0).map(({ member, units }) => [Number(member), units]),
  );
}
