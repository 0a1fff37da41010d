import type { Rules } from '../../services/parts/part.ts';
import type { Search } from './search.ts';

const need = { permission: 'seeCustomers' } as const;

export const searchRules: Rules<Search> = {
  find: { need, recorded: 'fewer persons than a list' },
  whom: { need, recorded: 'fewer persons than a list' },
};
