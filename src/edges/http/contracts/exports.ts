import { z } from 'zod';
import { dimensions } from '../../../domain/dimensions.ts';
import { figureQuery } from '../../../domain/figure-query.ts';
import { attributions, totalBaseModes } from '../../../domain/method.ts';
import { customerSets, customerSorts } from '../../../domain/report-words.ts';
import { optional, periodText, text } from './common.ts';
import { ordering } from './customers.ts';
import { endpoint } from './endpoint.ts';
import { counting } from './figures.ts';
import { members } from './sets.ts';

export const exportTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
} as const;

const common = {
  format: z.enum(['csv', 'xlsx', 'jsonl']),
  /** Instead of Accept-Language, which a link cannot set. */
  lang: optional(z.enum(['ru', 'en'])),
  ...counting,
  by: optional(z.enum(dimensions)),
};

const answer = { as: 'file', types: Object.values(exportTypes) } as const;

export const exportCustomersEndpoint = endpoint({
  name: 'exportCustomers',
  method: 'GET',
  path: '/exports/customers',
  needs: { permission: 'export' },
  summary: 'The customers behind a figure as a file: every one of them, in the order of the list.',
  query: z.strictObject({
    ...common,
    period: periodText,
    set: optional(z.enum(customerSets)),
    key: optional(text(1000)),
    // No search: addresses are kept in histories and logs, and names do not belong there.
    ...ordering,
    report: optional(z.enum(['akb', 'full'])),
  }),
  answer,
});

export const exportReportEndpoint = endpoint({
  name: 'exportReport',
  method: 'GET',
  path: '/exports/report',
  needs: { permission: 'export' },
  summary:
    'Figures as a file. The workbook has a sheet of the customers where asked for, and says how it counted.',
  query: z.strictObject({
    ...common,
    /** One period, or a series such as `2010-12..2011-12`. */
    periods: periodText,
    totalBase: optional(z.enum(totalBaseModes)),
    attribution: optional(z.enum(attributions)),
    scope: optional(z.enum(['slice', 'company'])),
    /** The active customers of a single period as a sheet; XLSX only. */
    customers: optional(z.enum(['true', 'false'])),
  }),
  answer,
});

const shared = { format: z.enum(['csv', 'xlsx']), lang: optional(z.enum(['ru', 'en'])) };

export const exportTableEndpoint = endpoint({
  name: 'exportTable',
  method: 'POST',
  path: '/exports/table',
  needs: { permission: 'export' },
  summary:
    'A table of figures as a file, as it is on screen: its rows and columns, with totals. The workbook says on top what is counted, by which method, and of which days.',
  body: z.strictObject({
    query: figureQuery,
    /** Members of the rows as they are shown, totals with fewer of them; without it all rows by their names. */
    rows: optional(
      z
        .array(z.array(text(1000)).max(4).readonly())
        .max(20_000)
        .readonly(),
    ),
    ...shared,
  }),
  answer,
});

export const exportMembersEndpoint = endpoint({
  name: 'exportMembers',
  method: 'POST',
  path: '/exports/members',
  needs: { permission: 'export' },
  summary: 'The customers of a set as a file, all of them, with the columns and in the order of the screen.',
  body: z.strictObject({
    ...members,
    /** In their order; without it the list «База клиентов по АКБ». */
    columns: optional(
      z
        .array(z.enum(customerSorts).exclude(['id']))
        .min(1)
        .max(50)
        .readonly(),
    ),
    ...shared,
  }),
  answer,
});
