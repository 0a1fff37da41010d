import type { Rules } from '../../services/parts/part.ts';
import type { Quality } from './quality.ts';

export const qualityRules: Rules<Quality> = {
  overview: { need: { permission: 'seeCustomers' }, recorded: 'numbers' },
};
