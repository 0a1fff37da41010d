/** Dimensions a report can be sliced by, one at a time for now. */
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
  'category',
  'subcategory',
  'brand',
  'sku',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Which set of customers to list. `active` is the default. */
export const customerSets = [
  'active',
  'totalBase',
  'inactive',
  'new',
  'retained',
  'reactivated',
  'lost',
  'prospects',
  'sales',
] as const;
export type CustomerSetName = (typeof customerSets)[number];

export const customerSorts = ['sales', 'name'] as const;
export type CustomerSort = (typeof customerSorts)[number];
