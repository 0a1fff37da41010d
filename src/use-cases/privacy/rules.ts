import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Privacy } from './privacy.ts';

export const privacyRules: Rules<Privacy> = {
  origins: { need: { permission: 'handlePersonalData', whole: true }, recorded: 'names sources, no persons' },
  usual: { need: { permission: 'seeCustomers' }, recorded: 'a setting' },
  setUsual: {
    need: { permission: 'handlePersonalData', whole: true },
    recorded: change('usualGroundsSet', { asked: (grounds) => ({ details: { ...grounds } }) }),
  },
};
