import { z } from 'zod';
import { dealerSaid } from '../../../domain/dealer-ties.ts';
import { count, isoDate, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const params = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });
const named = z.object({ id: count, name: z.string() });
/** `active`: in АКБ of the month of the last loaded day. */
const client = named.extend({ active: z.boolean() });
/** Everybody below a dealer; `dealer`: his own one. */
const subDealers = list(client.extend({ dealer: count }).meta({ id: 'SubDealer' }));
const dealers = client
  .extend({
    dealer: named.nullable(),
    subDealers,
    history: list(
      z.object({
        ...{ id: count, since: isoDate, dealer: named.nullable() },
        /** Empty: the owner of the data folder. */
        user: z.string(),
        /** ISO 8601, UTC. */
        at: z.string(),
      }),
    ),
  })
  .meta({ id: 'CustomerDealers' });

export const dealersEndpoint = endpoint({
  name: 'dealers',
  method: 'GET',
  path: '/dealers',
  summary: 'Dealers of today with everybody below them, by name; each is counted for himself.',
  answer: { as: 'json', schema: z.object({ dealers: list(client.extend({ subDealers })) }) },
});

export const dealersOfEndpoint = endpoint({
  name: 'dealersOf',
  method: 'GET',
  path: '/dealers/{id}',
  summary: 'Whose sub-dealer a client is, who is below him, and what was said of it.',
  params,
  answer: { as: 'json', schema: dealers },
});

export const stateDealerEndpoint = endpoint({
  name: 'stateDealer',
  method: 'PUT',
  path: '/dealers/{id}',
  summary:
    'Says whose sub-dealer a client is from a day on; null: nobody’s. 409 `dealerCircle`. No figure changes.',
  params,
  body: dealerSaid,
  answer: { as: 'json', schema: dealers },
});
