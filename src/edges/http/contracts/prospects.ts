import { z } from 'zod';
import { customerSet } from '../../../domain/sets/customer-set.ts';
import { targetLevels, targetRules } from '../../../domain/target-rules.ts';
import { count, list } from './common.ts';
import { endpoint } from './endpoint.ts';

const rules = z.strictObject({ version: count, rules: targetRules }).readonly();

export const targetRulesEndpoint = endpoint({
  name: 'targetRules',
  method: 'GET',
  path: '/prospects/rules',
  summary: 'By which rules a prospect has a target level; the first that fits says it.',
  answer: { as: 'json', schema: rules },
});

export const setTargetRulesEndpoint = endpoint({
  name: 'setTargetRules',
  method: 'PUT',
  path: '/prospects/rules',
  summary: 'States the rules anew, by the version that was looked at. 409 `targetRulesStale`.',
  body: rules,
  answer: { as: 'json', schema: rules },
});

export const prospectLevelsEndpoint = endpoint({
  name: 'prospectLevels',
  method: 'GET',
  path: '/prospects',
  summary: 'Clients who have never bought, by target level (null: none), with the set of each for lists.',
  answer: {
    as: 'json',
    schema: z.object({
      levels: list(
        z.object({ level: z.literal([...targetLevels]).nullable(), size: count, set: customerSet.shape.set }),
      ),
    }),
  },
});
