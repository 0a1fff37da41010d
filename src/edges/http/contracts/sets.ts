import { z } from 'zod';
import { customerSorts } from '../../../domain/report-words.ts';
import { foreignSet, sliceDocument } from '../../../domain/sets/customer-set.ts';
import { count, optional, periodText } from './common.ts';
import { customer } from './customers.ts';
import { endpoint } from './endpoint.ts';

export const setSizeEndpoint = endpoint({
  name: 'setSize',
  method: 'POST',
  path: '/sets/size',
  summary: 'How many customers are in a set, and the set read as a sentence in the language asked for.',
  body: z.strictObject({ set: foreignSet }),
  answer: { as: 'json', schema: z.object({ size: count, reading: z.string() }) },
});

export const setMembersEndpoint = endpoint({
  name: 'setMembers',
  method: 'POST',
  path: '/sets/members',
  summary: 'The customers of a set, all of them, one a line, with what they bought in a period and slice.',
  body: z.strictObject({
    set: foreignSet,
    period: periodText,
    slice: optional(sliceDocument),
    sort: optional(z.enum(customerSorts)),
  }),
  answer: { as: 'rows', schema: customer },
});
