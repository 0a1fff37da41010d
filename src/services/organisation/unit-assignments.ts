import type { AssignmentKind } from '../../domain/dated-facts.ts';
import { lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Responsible, StatementLevel } from '../../domain/statement.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { selectByKeys } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids, raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { spreadStatements } from '../ledger/stated.ts';
import { namesOf } from './organisation.ts';
import type { NamedMember, UnitAssignments } from './report.ts';

/**
 * Who is responsible for a customer on which days, and what somebody has stated of him: of a client and a legal entity
 * with all their parts. Throws `Refusal` (`assignmentUnitsUnknown`).
 */
export async function unitAssignments(
  stores: Stores,
  version: DataVersion,
  unit: CountUnit,
  id: number,
): Promise<UnitAssignments> {
  const { warehouse } = stores;
  const places = await placesOf(warehouse, version, unit, id);
  if (places.length === 0)
    throw new Refusal({
      code: 'assignmentUnitsUnknown',
      params: { level: unit, count: 1, first: String(id) },
    });
  const entities = ids(places.map(({ entity }) => entity));
  // A delivery point has what is its own, and what is its entity's.
  const here =
    unit === 'deliveryPoint' ? sql`point IN ${ids([0, ...places.map(({ point }) => point)])}` : sql`true`;
  const assigned = await rows<{
    kind: AssignmentKind;
    entity: number;
    point: number;
    since: IsoDate;
    member: number;
  }>(
    warehouse,
    sql`SELECT kind, entity, point, since, member FROM dim_assignment
      WHERE generation = ${raw(version.dimensions)} AND entity IN ${entities} AND ${here}
      ORDER BY entity, point, kind, since`,
  );
  const stated = await rows<Spread>(
    warehouse,
    sql`SELECT DISTINCT statement, level, unit, kind, member, since, until
      FROM (${raw(spreadStatements(version.dimensions))}) WHERE entity IN ${entities} AND ${here}
      ORDER BY statement, unit`,
  );
  const times = await selectByKeys<{ id: number; stated_at: string }>(
    stores.records.db,
    { table: 'assignment', columns: ['id', 'stated_at'], key: [{ name: 'id', pgType: 'int4' }] },
    [...new Set(stated.map((one) => one.statement))].map((one) => [one]),
  );
  const statedAt = new Map(times.map((row) => [row.id, row.stated_at]));
  const names = await namesOf(stores, [
    ...new Set([...assigned.map(({ member }) => member), ...stated.map(({ member }) => Number(member))]),
  ]);
  const named = (member: number): NamedMember => names.get(member) ?? { id: member, code: '', name: '' };
  return {
    dataVersion: version.version,
    responsible: assigned.map(({ entity, point, kind, since, member }) => ({
      legalEntity: entity,
      deliveryPoint: point === 0 ? null : point,
      ...{ kind, since },
      member: member === 0 ? null : named(member),
    })),
    stated: stated.map((one) => ({
      ...{ id: one.statement, about: one.level, unit: one.unit, kind: one.kind },
      member: responsibleOf(Number(one.member), named),
      from: one.since,
      to: one.until === lastDay ? null : one.until,
      statedAt: statedAt.get(one.statement) ?? '',
    })),
  };
}

interface Spread {
  statement: number;
  level: StatementLevel;
  unit: number;
  kind: AssignmentKind;
  /** -1: whom cards and lines show. */
  member: string;
  since: IsoDate;
  until: IsoDate;
}

const responsibleOf = (member: number, named: (member: number) => NamedMember): Responsible<NamedMember> =>
  member === -1 ? 'shown' : member === 0 ? 'nobody' : named(member);

async function rows<Row extends object>(warehouse: Warehouse, query: Sql): Promise<Row[]> {
  const { text, params } = statement(query);
  return await warehouse.rows<Row>(text, params);
}

/** Legal entities of a unit and, of a delivery point, itself, by their canonical ids. */
async function placesOf(
  warehouse: Warehouse,
  { dimensions }: DataVersion,
  unit: CountUnit,
  id: number,
): Promise<{ entity: number; point: number }[]> {
  const own = raw(`generation = ${dimensions}`);
  const one = ids([id]);
  return await rows(
    warehouse,
    unit === 'deliveryPoint'
      ? sql`SELECT entity, point FROM dim_point WHERE ${own} AND id IN ${one}`
      : sql`SELECT DISTINCT entity, toUInt32(0) AS point FROM dim_party
          WHERE ${own} AND entity != 0 AND ${raw(unit === 'client' ? 'client' : 'id')} IN ${one}`,
  );
}
