import type { DataVersion } from '../ledger/data-version.ts';
import type { Dimension } from './report.ts';

/** How a dimension is read from a ledger row `l`. */
export interface Slice {
  readonly dimension: Dimension;
  /** Members of the organisation hand customers over to each other; attributes and products do not (§6). */
  readonly kind: 'organisation' | 'attribute' | 'product';
  /** SQL: the member a ledger row belongs to, as text; '' is «Не определён». */
  readonly member: string;
  /** SQL join that `member` needs, or ''. */
  readonly join: string;
  /** SQL: the member of a unit of `dim_point p` joined with `dim_party c`; null where units have none without lines. */
  readonly unitMember: string | null;
  /** Where codes and names of members live in the records; null: the member is its own name. */
  readonly names: 'member' | 'product' | null;
}

const organisation = {
  branch: 'branch',
  department: 'department',
  team: 'team',
  rep: 'rep',
  ownCompany: 'own_company',
  territory: 'territory',
} as const;
const geography = {
  city: 'city',
  region: 'region',
  federalDistrict: 'federal_district',
  country: 'country',
} as const;
const client = {
  clientType: 'client_type',
  salesChannel: 'sales_channel',
  acquisitionChannel: 'acquisition_channel',
  industry: 'industry',
} as const;
const product = { category: 'category', subcategory: 'subcategory', brand: 'brand' } as const;

const has = <T extends object>(names: T, key: string): key is Extract<keyof T, string> => key in names;

export function sliceOf(dimension: Dimension, version: DataVersion): Slice {
  const generation = version.dimensions;
  if (has(organisation, dimension)) {
    const member = `if(l.${organisation[dimension]} = 0, '', toString(l.${organisation[dimension]}))`;
    return { dimension, kind: 'organisation', member, join: '', unitMember: null, names: 'member' };
  }
  if (has(geography, dimension)) {
    const column = geography[dimension];
    return {
      dimension,
      kind: 'attribute',
      member: `toString(g.${column})`,
      join: `LEFT JOIN (SELECT id, ${column} FROM dim_point WHERE generation = ${generation}) AS g ON g.id = l.point`,
      unitMember: `toString(p.${column})`,
      names: null,
    };
  }
  if (has(client, dimension)) {
    const column = client[dimension];
    return {
      dimension,
      kind: 'attribute',
      member: `toString(a.${column})`,
      join: `LEFT JOIN (SELECT id, ${column} FROM dim_party WHERE generation = ${generation}) AS a ON a.id = l.client`,
      unitMember: `toString(c.${column})`,
      names: null,
    };
  }
  if (has(product, dimension)) {
    const column = product[dimension];
    return {
      dimension,
      kind: 'product',
      member: `toString(ifNull(k.${column}, ''))`,
      join: `LEFT JOIN (SELECT id, ${column} FROM dim_product WHERE generation = ${generation}) AS k ON k.id = l.product`,
      unitMember: null,
      names: null,
    };
  }
  return {
    dimension,
    kind: 'product',
    member: "if(l.product = 0, '', toString(l.product))",
    join: '',
    unitMember: null,
    names: 'product',
  };
}
