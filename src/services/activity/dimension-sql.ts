import {
  type Dimension,
  isAttribute,
  kindOf,
  memberId,
  type SliceCondition,
} from '../../domain/dimensions.ts';
import type { IsoDate } from '../../domain/units.ts';
import { day, ids, raw, type Sql, sql, texts } from '../../stores/warehouse/sql.ts';
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

/** SQL: the member of a ledger row `l`, as text; '' is «Не определён». Needs `memberJoin`. */
export function memberOfLine(dimension: Dimension): Sql {
  const place = places[dimension];
  return 'table' in place
    ? sql`toString(ifNull(${raw(`of_${dimension}.${place.column}`)}, ''))`
    : sql`if(${raw(`l.${place.column}`)} = 0, '', toString(${raw(`l.${place.column}`)}))`;
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

/** SQL: the join that `memberOfLine` needs, or nothing. */
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
