import type { AssignmentKind } from '../../domain/assignment.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { MonthsToBuild } from './months-to-build.ts';

export interface Attribution {
  /** SQL joins over journal lines `j` and units `u`, or ''. */
  readonly joins: string;
  /** SQL: the member that a line counts for. */
  readonly member: (kind: AssignmentKind) => string;
}

/**
 * How lines get their members (counting rules, §6): the one on the line, else the one assigned on its day. Kinds of
 * which every line names one, or nobody is assigned, cost nothing.
 */
export async function attributionOf(warehouse: Warehouse, build: MonthsToBuild): Promise<Attribution> {
  const assigned = await warehouse.rows<{ kind: AssignmentKind }>(
    `SELECT DISTINCT kind FROM dim_assignment WHERE generation = ${build.dimensions}`,
  );
  if (assigned.length === 0) return { joins: '', member: (kind) => `j.${kind}` };
  const [lacking] = await warehouse.rows<Partial<Record<AssignmentKind, number>>>(
    `SELECT ${assigned.map(({ kind }) => `min(${kind}) AS ${kind}`).join(', ')}
     FROM journal WHERE toYYYYMM(date) IN (${build.months.join(', ')})`,
  );
  const kinds = assigned.map(({ kind }) => kind).filter((kind) => lacking?.[kind] === 0);
  const joins = kinds.map(
    (kind) => `ASOF LEFT JOIN (
        SELECT entity, since, member FROM dim_assignment WHERE generation = ${build.dimensions} AND kind = '${kind}'
      ) AS ${kind}_then ON ${kind}_then.entity = u.entity AND j.date >= ${kind}_then.since`,
  );
  return {
    joins: joins.join('\n'),
    member: (kind) =>
      kinds.includes(kind) ? `if(j.${kind} = 0, ifNull(${kind}_then.member, 0), j.${kind})` : `j.${kind}`,
  };
}
