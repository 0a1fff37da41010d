import type { CustomerSet } from '../../../src/domain/sets/customer-set.ts';

/** Whoever the reader may see: those who are in the records, bought or not. */
export const everybody: CustomerSet = {
  language: 1,
  unit: 'client',
  method: { id: 'main' },
  set: { kind: 'state', state: 'registered', period: 'last:30d' },
};
