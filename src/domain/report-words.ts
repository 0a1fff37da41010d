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
