import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Dealers } from './dealers.ts';

export const dealerRules: Rules<Dealers> = {
  list: { need: { permission: 'seeCustomers' }, recorded: 'names of a few' },
  of: { need: { permission: 'seeCustomers' }, recorded: 'one customer' },
  state: {
    need: { permission: 'editCustomers' },
    recorded: change<Dealers['state']>('dealerStated', {
      asked: (client, { dealer, since }) => ({
        subject: { kind: 'party', id: String(client) },
        details: { dealer, ...(since !== undefined && { since }) },
      }),
    }),
  },
};
