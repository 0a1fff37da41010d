import {
  type Dimension,
  isAttribute,
  kindOf,
  memberId,
  type Slice,
  type SliceCondition,
} from '../../domain/dimensions.ts';
import type { IsoDate } from '../../domain/units.ts';
import { and, day, ids, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
import type { DataVersion } from '../ledger/data-version.ts';

/** Where a dimension is kept: a column of the ledger, or of a dimension table that a column of the ledger refers to. */
type Place = { readonly column: string } | { readonly table: Table; readonly column: string };
type Table = 'dim_point' | 'dim_party' | 'dim_product';

const places: Readonly<Record<Dimension, Place>> = {
  branch: { column: 'branch' },
  department: { column: 'department' },
  team: { column: 'team' },
  rep: { column: 'rep' },
  ownCompany: { column: 'own_company' },
  territory: { column: 'territory' },
  city: { table: 'dim_point', column: 'city' },
  region: { table: 'dim_point', column: 'region' },
  federalDistrict: { table: 'dim_point', column: 'federal_district' },
  country: { table: 'dim_point', column: 'country' },
  clientType: { table: 'dim_party', column: 'client_type' },
  salesChannel: { table: 'dim_party', column: 'sales_channel' },
  acquisitionChannel: { table: 'dim_party', column: 'acquisition_channel' },
  industry: { table: 'dim_party', column: 'industry' },
  status: { table: 'dim_party', column: 'status' },
  category: { table: 'dim_product', column: 'category' },
  subcategory: { table: 'dim_product', column: 'subcategory' },
  brand: { table: 'dim_product', column: 'brand' },
  sku: { column: 'product' },
};
/** Columns of the ledger that refer to a dimension table, and aliases of the tables beside units. */
const references = { dim_point: 'point', dim_party: 'client', dim_product: 'product' } as const;
const unitAliases = { dim_point: 'p', dim_party: 'c', dim_product: null } as const;

/** Where codes and names of members live in the records; null: a member is its own name. */
export function namesOf(dimension: Dimension): 'member' | 'product' | null {
  if (dimension === 'sku') return 'product';
  return kindOf(dimension) === 'organisation' ? 'member' : null;
}

/**
 * SQL: the member of a ledger row `l` in the form in which it is kept, to group by: many times faster than its text. Needs
 * `memberJoin`.
 */
export function memberKeyOfLine(dimension: Dimension): Sql {
  const place = places[dimension];
  return 'table' in place
    ? sql`ifNull(${raw(`of_${dimension}.${place.column}`)}, '')`
    : raw(`l.${place.column}`);
}

/** SQL: the text of a member in that form; '' is «Не определён». */
export const memberText = (dimension: Dimension, key: Sql): Sql =>
  'table' in places[dimension] ? sql`toString(${key})` : sql`if(${key} = 0, '', toString(${key}))`;

/** SQL over ledger rows `l`: whether a dimension says anything at all of any of them. */
export function isKnown(dimension: Dimension, version: DataVersion): Sql {
  const place = places[dimension];
  return 'table' in place
    ? raw(`(SELECT max(${place.column} != '') FROM ${place.table} WHERE generation = ${version.dimensions})`)
    : raw(`max(l.${place.column}) > 0`);
}

/** SQL: a column of a dimension table, today or on a day: the day of what is written last, when that is not later. */
function valueOn(dimension: Dimension, table: string, column: string, on: IsoDate | undefined): Sql {
  const of = (name: string): Sql => raw(`${table}${name}`);
  if (on === undefined || !isAttribute(dimension)) return of(column);
  const name = raw(`'${dimension}'`);
  return sql`if(has(${of('past_of')}, ${name}),
    arrayLast((member, of, since) -> of = ${name} AND since <= ${day(on)}, ${of('past_member')}, ${of('past_of')}, ${of('past_since')}),
    toString(${of(column)}))`;
}

/** SQL: the join that `memberKeyOfLine` needs, or nothing. */
export function memberJoin(dimension: Dimension, version: DataVersion, on?: IsoDate): Sql {
  const place = places[dimension];
  if (!('table' in place)) return sql``;
  const alias = raw(`of_${dimension}`);
  const { table, column } = place;
  return sql`LEFT JOIN (SELECT id, ${valueOn(dimension, '', column, on)} AS ${raw(column)} FROM ${raw(table)} WHERE generation = ${raw(version.dimensions)}) AS ${alias}
    ON ${alias}.id = ${raw(`l.${references[table]}`)}`;
}

/** SQL: the member of a unit, over `dim_point p` and its client `dim_party c`; null for dimensions of lines only. */
export function memberOfUnit(dimension: Dimension, on?: IsoDate): Sql | null {
  const place = places[dimension];
  const alias = 'table' in place ? unitAliases[place.table] : null;
  return alias === null ? null : sql`toString(${valueOn(dimension, `${alias}.`, place.column, on)})`;
}

/** SQL condition: the member of a ledger row `l` is one of those named. */
export function lineIsOf({ dimension, members, on }: SliceCondition, version: DataVersion): Sql {
  const place = places[dimension];
  if (!('table' in place)) {
    const known = members.flatMap((member) => (member === '' ? 0 : (memberId(member) ?? [])));
    return sql`${raw(`l.${place.column}`)} IN ${ids(known)}`;
  }
  const { table, column } = place;
  const value = valueOn(dimension, '', column, on);
  const reference = raw(`l.${references[table]}`);
  const rowsWhere = (condition: Sql): Sql =>
    sql`(SELECT id FROM ${raw(table)} WHERE generation = ${raw(version.dimensions)} AND ${condition})`;
  // What is unknown may have no row in the table: then it is not among the others.
  return members.includes('')
    ? sql`${reference} NOT IN ${rowsWhere(sql`${value} NOT IN ${texts(members)}`)}`
    : sql`${reference} IN ${rowsWhere(sql`${value} IN ${texts(members)}`)}`;
}

/**
 * SQL condition that holds for every ledger row `l` of a slice and lets the engine skip the rows of other customers, which
 * lie together; null where the slice says nothing of customers.
 */
export function customersHint(slice: Slice, version: DataVersion): Sql | null {
  const of = (table: Table): Sql[] =>
    slice.flatMap(({ dimension, members, on }) => {
      const place = places[dimension];
      const isOf = 'table' in place && place.table === table && !members.includes('');
      return isOf ? [sql`${valueOn(dimension, '', place.column, on)} IN ${texts(members)}`] : [];
    });
  const [points, parties] = [of('dim_point'), of('dim_party')];
  if (points.length === 0) return null;
  const generation = raw(`generation = ${version.dimensions}`);
  const clients = sql`SELECT id FROM dim_party WHERE ${and([generation, ...parties])}`;
  return sql`indexHint(l.client IN (
    SELECT client FROM dim_point WHERE ${and([generation, ...points])}
      ${parties.length === 0 ? sql`` : sql`AND client IN (${clients})`}))`;
}
