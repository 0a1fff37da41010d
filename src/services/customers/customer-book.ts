import { today } from '../../domain/clock.ts';
import { type AssignableDimension, assignable } from '../../domain/dimensions.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { type Scope, wholeCompany } from '../../domain/scope.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import { remembered } from '../activity/remembered.ts';
import { dayAsked, responsibleUnits } from '../activity/responsible-sql.ts';
import { shownCondition } from '../activity/shown-sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { sightFrame } from './visible.ts';

/** Clients of whom somebody may be told who they are, as columns in order of their ids. */
export interface CustomerBook {
  readonly ids: Uint32Array;
  /** Who is responsible on the last loaded day, 0 for nobody. */
  readonly members: Readonly<Record<AssignableDimension, Uint32Array>>;
}

type Columns = Readonly<Record<'ids' | AssignableDimension, readonly number[]>>;

export async function customerBook(
  { warehouse }: Pick<Stores, 'warehouse'>,
  version: DataVersion,
  scope: Scope,
): Promise<CustomerBook> {
  const day = dayNumber(version.asOf ?? today());
  const responsible = responsibleUnits(
    { version, unit: 'client', slice: [], scope: wholeCompany },
    assignable,
    [[0, dayAsked({ version }, day)]],
  );
  const shown = { unit: 'client', column: raw('u.unit'), among: null } as const;
  return await remembered<Columns, CustomerBook>(
    warehouse,
    sql`SELECT groupArray(unit) AS ids, ${raw(assignable.map((one) => `groupArray(${one}) AS ${one}`).join(', '))}
      FROM (
        SELECT u.unit AS unit, ${raw(assignable.map((one) => `ifNull(r.${one}, 0) AS ${one}`).join(', '))}
        FROM (SELECT DISTINCT client AS unit FROM dim_point WHERE generation = ${raw(version.dimensions)}) AS u
        LEFT JOIN (${responsible}) AS r ON r.unit = u.unit
        WHERE ${shownCondition(sightFrame(scope, version, 'client'), shown)}
        ORDER BY unit
      )`,
    ([row]) => {
      const column = (name: keyof Columns): Uint32Array => Uint32Array.from(row?.[name] ?? []);
      const members = { branch: column('branch'), department: column('department') };
      return { ids: column('ids'), members: { ...members, team: column('team'), rep: column('rep') } };
    },
    ({ ids }) => 20 * ids.length,
  );
}
