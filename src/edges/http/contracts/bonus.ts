import { z } from 'zod';
import { bonusGates, bonusScheme } from '../../../domain/bonus/scheme.ts';
import { bonusLineKinds, lineReasons } from '../../../domain/bonus/statement.ts';
import { assignable } from '../../../domain/dimensions.ts';
import { planMetrics } from '../../../domain/plan.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { count, decimal, isoDate, list, optional } from './common.ts';
import { endpoint } from './endpoint.ts';
import { exportTypes } from './exports.ts';

const params = z.object({ month: planMonth });
const id = z.coerce.number().int().positive().max(2_147_483_647);

const schemeVersion = z
  .object({
    ...{ id: count, version: count },
    /** Empty: the owner of the data folder. */
    author: z.string(),
    statedAt: z.string(),
    scheme: bonusScheme,
  })
  .meta({ id: 'BonusSchemeVersion' });

const line = z.object({
  kind: z.enum(bonusLineKinds),
  metric: z.enum(planMetrics).nullable(),
  grade: z.string().nullable(),
  /** In exact numbers: `30000 × 0.3 × 950 ÷ 920`. */
  formula: z.string(),
  ...{ amount: decimal, fulfilment: decimal.nullable(), why: z.enum(lineReasons) },
});

const statement = z
  .object({
    ...{ level: z.enum(assignable), member: count, name: z.string() },
    scheme: z.object({ id: count, version: count, name: z.string() }),
    ...{ lines: list(line), held: list(line) },
    gates: list(z.object({ of: z.enum(bonusGates), value: decimal.nullable(), factor: decimal })),
    ...{ earned: decimal, stopFactor: decimal, total: decimal, heldBack: decimal },
  })
  .meta({ id: 'BonusStatement' });

const month = z
  .object({
    ...{ month: z.string(), dataVersion: count, asOf: isoDate.nullable() },
    kept: z.object({ by: z.string(), at: z.string() }).nullable(),
    ...{ statements: list(statement), total: decimal, heldBack: decimal },
  })
  .meta({ id: 'BonusMonth' });

export const bonusSchemesEndpoint = endpoint({
  name: 'bonusSchemes',
  method: 'GET',
  path: '/bonus/schemes',
  summary: 'Every version of every scheme of premiums.',
  answer: { as: 'json', schema: z.object({ schemes: list(schemeVersion) }) },
});

export const saveBonusSchemeEndpoint = endpoint({
  name: 'saveBonusScheme',
  method: 'POST',
  path: '/bonus/schemes',
  summary:
    'A new version of a scheme, by the version that was looked at, or (id null, version 0) a new one. 409 `bonusSchemeStale`.',
  body: z.strictObject({ id: id.nullable(), version: count, scheme: bonusScheme }),
  answer: { as: 'json', status: 201, schema: schemeVersion },
});

export const bonusStatementsEndpoint = endpoint({
  name: 'bonusStatements',
  method: 'GET',
  path: '/bonus/{month}',
  summary: 'The premiums of a month, line by line, of everybody whose you may see.',
  params,
  answer: { as: 'json', schema: month },
});

export const bonusStatementEndpoint = endpoint({
  name: 'bonusStatement',
  method: 'GET',
  path: '/bonus/{month}/{member}',
  summary: 'The premium of one member of the organisation. 404 `bonusUnknown`.',
  params: params.extend({ member: id }),
  answer: { as: 'json', schema: statement },
});

export const keepBonusEndpoint = endpoint({
  name: 'keepBonus',
  method: 'POST',
  path: '/bonus/{month}/keep',
  summary: 'The statements of a month stay as they are now. 409 `bonusKept`.',
  params,
  answer: { as: 'json', schema: month },
});

export const releaseBonusEndpoint = endpoint({
  name: 'releaseBonus',
  method: 'POST',
  path: '/bonus/{month}/release',
  summary: 'The statements of a month are worked out anew. 409 `bonusNotKept`.',
  params,
  answer: { as: 'json', schema: month },
});

export const exportBonusEndpoint = endpoint({
  name: 'exportBonus',
  method: 'GET',
  path: '/exports/bonus/{month}',
  summary:
    'The statements of a month, or of one member, as a workbook: totals, and every line with its formula.',
  params,
  query: z.strictObject({ member: optional(id), lang: optional(z.enum(['ru', 'en'])) }),
  answer: { as: 'file', types: [exportTypes.xlsx] },
});
