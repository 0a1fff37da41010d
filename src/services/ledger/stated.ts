import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { StatementLevel } from '../../domain/statement.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

/** One word about many units, as the warehouse keeps it. */
export interface Statement {
  readonly id: number;
  /** `member`: about members of the organisation. */
  readonly level: StatementLevel;
  readonly units: readonly number[];
  readonly kind: AssignmentKind;
  /** 0: nobody; null: whom cards and lines show. */
  readonly member: number | null;
  readonly since: IsoDate;
  readonly until: IsoDate;
}

const columns = ['statement', 'level', 'unit', 'kind', 'member', 'since', 'until'];

/**
 * Writes generation `next` of what somebody has stated: generation `previous` (0: there is none) without what is
 * withdrawn, and what is stated now.
 */
export async function carryStatements(
  warehouse: Warehouse,
  previous: number,
  next: number,
  stated: readonly Statement[],
  withdrawn: readonly number[],
): Promise<void> {
  if (previous !== 0)
    await warehouse.run(`
      INSERT INTO dim_stated (generation, ${columns.join(', ')})
      SELECT ${next}, ${columns.join(', ')} FROM dim_stated
      WHERE generation = ${previous} AND statement NOT IN (${[0, ...withdrawn].join(', ')})`);
  for (const { id, level, units, kind, member, since, until } of stated)
    await warehouse.insert(
      'dim_stated',
      ['generation', ...columns],
      units.map((unit) => [next, id, level, unit, kind, member, since, until]),
    );
}

/**
 * SQL: what is stated of customers in a generation, spread over legal entities (point 0) and their points: `entity`,
 * `point`, `kind`, `near` (1 client, 2 entity, 3 point), `statement`, the `level` and `unit` that it names, `since`,
 * `until`, `member` (-1: whom cards and lines show). Said of a client without a group it is about him alone, whatever group he joins.
 */
export function spreadStatements(generation: number): string {
  const of = (table: string): string => `SELECT * FROM ${table} WHERE generation = ${generation}`;
  const spread = (level: CountUnit, near: number, targets: string): string => `
    SELECT t.entity AS entity, t.point AS point, s.kind AS kind, toUInt8(${near}) AS near, s.statement AS statement,
      s.level AS level, s.unit AS unit, s.since AS since, s.until AS until, ifNull(toInt64(s.member), -1) AS member
    FROM (${of('dim_stated')} AND level = '${level}') AS s INNER JOIN (${targets}) AS t ON t.unit = s.unit`;
  const entities = `SELECT id AS unit, entity, toUInt32(0) AS point FROM (${of('dim_party')}) WHERE entity != 0`;
  // A group that was merged into another one stands for all entities of both.
  const groups = `
    SELECT g.id AS unit, e.entity AS entity, toUInt32(0) AS point
    FROM (${of('dim_party')} AND entity = 0) AS g INNER JOIN (${of('dim_party')} AND entity != 0) AS e ON e.client = g.client`;
  const points = `SELECT id AS unit, entity, point FROM (${of('dim_point')})`;
  return `
    SELECT DISTINCT * FROM (
      ${spread('client', 1, `${entities} UNION ALL ${groups}`)}
      UNION ALL ${spread('legalEntity', 2, entities)}
      UNION ALL ${spread('deliveryPoint', 3, points)}
    )`;
}

/** There is something stated of customers in one of the generations. */
export async function hasStatements(warehouse: Warehouse, generations: readonly number[]): Promise<boolean> {
  const [row] = await warehouse.rows<{ stated: string }>(
    `SELECT count() AS stated FROM dim_stated WHERE generation IN (${generations.join(', ')}) AND level != 'member'`,
  );
  return row?.stated !== '0';
}
