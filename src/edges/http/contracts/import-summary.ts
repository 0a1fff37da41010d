import { z } from 'zod';
import { fields, tableKinds } from '../../../domain/fields.ts';
import { count, decimal, inWords, isoDate, list, optional, saidProblem } from './common.ts';

const byUnit = z.object({ client: count, legalEntity: count, deliveryPoint: count });
export const monthEffect = z.object({ month: z.string(), before: byUnit, after: byUnit });

const known = z.object({ new: count, known: count });

const table = z.object({
  file: z.string(),
  sheet: optional(z.string()),
  kind: z.enum(tableKinds),
  format: z.string(),
  encoding: optional(z.string()),
  rows: count,
  loaded: count,
  unchanged: count,
  rejected: count,
  setAside: count,
  columns: list(
    z.object({
      header: z.string(),
      field: z.enum(fields).nullable(),
      confidence: z.number(),
      reason: z.string(),
      samples: optional(list(z.string())),
    }),
  ),
  findings: list(saidProblem),
});

export const importSummary = z
  .object({
    importId: count,
    source: z.string(),
    tables: list(table),
    documents: z.object({ new: count, changed: count, same: count, shrunk: count }),
    shrunk: list(
      z.object({
        document: z.string(),
        date: isoDate,
        lines: z.tuple([z.int(), z.int()]),
        amount: z.tuple([decimal, decimal]),
      }),
    ),
    lines: z.int(),
    customers: known,
    deliveryPoints: known,
    products: known,
    contacts: count,
    duplicateProposals: count,
    period: z.object({ from: isoDate, to: isoDate }).nullable(),
    effect: list(monthEffect),
    rejects: list(z.object({ code: z.string(), rows: count, amount: decimal.nullable(), text: inWords })),
    rejectedFile: z.string().nullable(),
    mendedCells: count,
    findings: list(saidProblem),
    basis: z.string().nullable(),
    purpose: z.string().nullable(),
  })
  .meta({ id: 'ImportSummary' });
