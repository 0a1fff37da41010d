import type { IsoDate } from './units.ts';

/** What figures can be sliced by. */
export const dimensions = [
  'branch',
  'department',
  'team',
  'rep',
  'ownCompany',
  'territory',
  'city',
  'region',
  'federalDistrict',
  'country',
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'status',
  'category',
  'subcategory',
  'brand',
  'sku',
] as const;
export type Dimension = (typeof dimensions)[number];

/**
 * Whose property a member is: of the line (`organisation`: customers are handed over between its members), of the
 * delivery point, of the client, or of the product.
 */
export type DimensionKind = 'organisation' | 'place' | 'client' | 'product';

const kinds = {
  branch: 'organisation',
  department: 'organisation',
  team: 'organisation',
  rep: 'organisation',
  ownCompany: 'organisation',
  territory: 'organisation',
  city: 'place',
  region: 'place',
  federalDistrict: 'place',
  country: 'place',
  clientType: 'client',
  salesChannel: 'client',
  acquisitionChannel: 'client',
  industry: 'client',
  status: 'client',
  category: 'product',
  subcategory: 'product',
  brand: 'product',
  sku: 'product',
} as const satisfies Record<Dimension, DimensionKind>;

export const kindOf = (dimension: Dimension): DimensionKind => kinds[dimension];

/** Customers have a member of these also without lines. */
export type Attribute = {
  [One in Dimension]: (typeof kinds)[One] extends 'place' | 'client' ? One : never;
}[Dimension];
export const isAttribute = (dimension: Dimension): dimension is Attribute =>
  kinds[dimension] === 'place' || kinds[dimension] === 'client';
export const attributes: readonly Attribute[] = dimensions.filter(isAttribute);

/** Customers are assigned to members of these, each to one of each at a time. */
export const assignable = ['branch', 'department', 'team', 'rep'] as const satisfies readonly Dimension[];
export type AssignableDimension = (typeof assignable)[number];
export const isAssignable = (dimension: Dimension): dimension is AssignableDimension =>
  (assignable as readonly Dimension[]).includes(dimension);

/** A part of the ledger: lines whose member of each dimension is one of those named; '' is «Не определён». */
export type Slice = readonly SliceCondition[];

export interface SliceCondition {
  readonly dimension: Dimension;
  /** Ids of members of the organisation and of products as text, other members as they read. */
  readonly members: readonly string[];
  /** Of an attribute: the members that customers had on that day; those they have today without it. */
  readonly on?: IsoDate | undefined;
}

/** The id (a PostgreSQL integer) that a member of the organisation or a product is named by; null for a text that is none, and so nobody's. */
export function memberId(member: string): number | null {
  const id = /^[1-9]\d{0,9}$/.test(member) ? Number(member) : Number.NaN;
  return id <= 2_147_483_647 ? id : null;
}
