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

/** Columns of a list of customers, by any of which it can be put in order. */
export const customerSorts = [
  'sales',
  'salesExVat',
  'documents',
  'products',
  'avgCheck',
  'firstPurchase',
  'lastPurchase',
  'id',
  'name',
  'code',
  'address',
  'phone',
  'decisionMaker',
  'influencer',
  'industry',
  'city',
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'manager',
] as const;
export type CustomerSort = (typeof customerSorts)[number];

export const sortOrders = ['ascending', 'descending'] as const;
export type SortOrder = (typeof sortOrders)[number];

/** What is asked for where nothing is said: the largest and the latest first, texts and ids from their beginning. */
export const usualOrder = (sort: CustomerSort): SortOrder =>
  customerSorts.indexOf(sort) < customerSorts.indexOf('id') ? 'descending' : 'ascending';

/** In what order a list is, and who of its set is in it. */
export interface ListQuery {
  readonly sort?: CustomerSort;
  readonly order?: SortOrder;
  /** Only those found by parts of a name, a code, a phone number or an ИНН. */
  readonly search?: string;
  /** Phones and contact persons are kept from the reader: nothing is found by them, nor are they shown. */
  readonly hidesContacts?: boolean;
}
