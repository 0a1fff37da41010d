import { z } from 'zod';
import { unforeseen } from '../../../domain/customer-forecast/customer-forecast.ts';
import {
  customerBases,
  customerMetrics,
  customerSorts,
  customersNode,
  newCustomerPlan,
} from '../../../domain/customer-plan.ts';
import { goal, planLevels, planValue } from '../../../domain/plan.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { closedMonth } from './closing.ts';
import { count, decimal, isoDate, list, optional, saidProblem, text } from './common.ts';
import { endpoint } from './endpoint.ts';
import { exportTypes } from './exports.ts';

const params = z.object({ month: planMonth });
const version = z.coerce.number().int().positive().max(2_147_483_647);
const metric = z.enum(customerMetrics);
const stated = z.enum(['before', 'during', 'after']);

const entry = z.object({
  ...{ month: z.string(), version: count, comment: z.string() },
  /** Empty: the owner of the data folder. */
  author: z.string(),
  ...{ statedOn: isoDate, stated },
  approved: z.object({ by: z.string(), at: z.string() }).nullable(),
});

const share = decimal.nullable();
const beside = {
  ...{ plan: decimal.nullable(), fact: decimal.nullable() },
  /** Of a closed month: what the fact would be today, where that is something else. */
  drifted: z.object({ live: decimal.nullable() }).nullable(),
  compared: z.object({ deviation: decimal, deviationShare: share, fulfilment: share }).nullable(),
  /** Per working day that is left; null: none is left, or days do not add to it. */
  requiredPace: decimal.nullable(),
  /** What the month ends with, beside the plan; `why`: why nothing is foreseen. */
  forecast: z
    .object({
      ...{ value: decimal.nullable(), deviation: decimal.nullable(), fulfilment: share, probability: share },
      why: z.enum(unforeseen).nullable(),
      /** The rhythm that it is known from, in days, purchases still to come and what one brings. */
      by: z
        .object({
          ...{ basis: z.enum(['own', 'others']), interval: count, silence: count },
          ...{ purchases: decimal, cheque: decimal.nullable() },
        })
        .nullable(),
    })
    .meta({ id: 'CustomerForecast' }),
};

/** Which customers; left out: all whom you see. What is searched for stays out of addresses. */
const which = z.strictObject({
  ...{ metric: optional(metric), node: optional(customersNode) },
  /** Also those of whom nothing is planned. */
  everybody: optional(z.boolean()),
  /** Only those who are below their plan. */
  behind: optional(z.boolean()),
  search: optional(text(200)),
  /** Only this client. */
  customer: optional(count),
  ...{ sort: optional(z.enum(customerSorts)), order: optional(z.enum(['ascending', 'descending'])) },
  version: optional(count.positive().max(2_147_483_647)),
});

export const customerPlanEndpoint = endpoint({
  name: 'customerPlan',
  method: 'POST',
  path: '/plans/{month}/customers/page',
  summary:
    'Customers with what is planned of them beside what is and what the month will end with, one metric at a time; whole totals.',
  params,
  body: which.extend({ limit: z.int().min(1).max(500).default(100), from: count.default(0) }),
  answer: {
    as: 'json',
    schema: z
      .object({
        ...{ month: z.string(), metric, dataVersion: count, asOf: isoDate.nullable() },
        /** null: nothing was ever planned of customers in this month. */
        plan: entry.nullable(),
        /** null: the month is open. Its `customerPlanVersion` null: facts of customers are live all the same. */
        closed: closedMonth.nullable(),
        ...{ latest: count, size: count },
        /** Of those of whom something is planned; `missing` and `behind`: of those who are short of it, `differ`: who have drifted. */
        total: z.object({ ...beside, planned: count, missing: decimal, behind: count, differ: count }),
        rows: list(
          z
            .object({
              ...{ id: count, name: z.string(), code: z.string(), rep: z.string(), ...beside },
              /** Of a closed month: whom he was merged into since; `id` null: he is no customer any more. */
              became: z.object({ id: count.nullable(), name: z.string() }).nullable(),
              stated: z.object({ version: count, stated, on: isoDate }).nullable(),
              ...{ lastPurchase: isoDate.nullable(), expected: isoDate.nullable() },
            })
            .meta({ id: 'PlannedCustomer' }),
        ),
      })
      .meta({ id: 'CustomerPlanPage' }),
  },
});

const saved = entry.extend({ changed: count });

export const saveCustomerPlanEndpoint = endpoint({
  name: 'saveCustomerPlan',
  method: 'PUT',
  path: '/plans/{month}/customers',
  summary:
    'A new version with other targets of some customers, by the version that was looked at; `value` null withdraws one. 409 `customerPlanStale` where somebody has changed the same targets since.',
  params,
  body: newCustomerPlan,
  answer: { as: 'json', schema: saved },
});

const question = {
  ...{ node: customersNode, metric, base: z.enum(customerBases) },
  by: z.union([z.strictObject({ goal }), z.strictObject({ total: planValue })]),
};

export const proposeCustomersEndpoint = endpoint({
  name: 'proposeCustomers',
  method: 'POST',
  path: '/plans/{month}/customers/proposal',
  summary:
    'Targets for the customers of a node from their own rhythm, from an earlier month or with their season, by a goal or a total shared out; nothing is written.',
  params,
  body: z.strictObject(question),
  answer: {
    as: 'json',
    schema: z.object({
      ...{ dataVersion: count, size: count, total: decimal, withdrawn: count },
      first: list(z.object({ id: count, name: z.string(), base: decimal, value: decimal })),
    }),
  },
});

export const adoptCustomersEndpoint = endpoint({
  name: 'adoptCustomers',
  method: 'POST',
  path: '/plans/{month}/customers/adoption',
  summary:
    'A new version with such a proposal in place of what these customers were planned. 409 `customerProposalStale` after an import.',
  params,
  body: z.strictObject({
    question: z.strictObject(question),
    ...{ dataVersion: count, version: count, comment: z.string().max(2000).default('') },
  }),
  answer: { as: 'json', schema: saved },
});

export const approveCustomerPlanEndpoint = endpoint({
  name: 'approveCustomerPlan',
  method: 'POST',
  path: '/plans/{month}/customers/approval',
  summary: 'Approves the latest version of the plan of customers.',
  params,
  body: z.strictObject({ version: count }),
  answer: { as: 'json', schema: entry },
});

export const compareCustomerPlansEndpoint = endpoint({
  name: 'compareCustomerPlans',
  method: 'GET',
  path: '/plans/{month}/customers/changes',
  summary:
    'Targets of customers that one version states otherwise than another one, the largest changes first.',
  params,
  query: z.object({ from: version, to: version }),
  answer: {
    as: 'json',
    schema: z.object({
      size: count,
      changes: list(
        z.object({
          ...{ id: count, name: z.string(), metric, from: decimal.nullable(), to: decimal.nullable() },
        }),
      ),
    }),
  },
});

export const readCustomerPlanFileEndpoint = endpoint({
  name: 'readCustomerPlanFile',
  method: 'POST',
  path: '/plans/{month}/customers/file',
  needs: { permission: 'setPlans' },
  summary:
    'Targets of customers that a file of plans holds (any form that imports read, twenty megabytes at most), found by code, else by name. Nothing is written.',
  params,
  query: z.object({ name: text(300) }),
  body: 'file',
  answer: {
    as: 'json',
    schema: z.object({
      size: count,
      first: list(z.object({ id: count, name: z.string(), metric, value: decimal })),
      findings: list(saidProblem),
    }),
  },
});

export const loadCustomerPlanFileEndpoint = endpoint({
  name: 'loadCustomerPlanFile',
  method: 'PUT',
  path: '/plans/{month}/customers/file',
  needs: { permission: 'setPlans' },
  summary:
    'A new version with what such a file plans, by the version that was looked at; empty cells change nothing.',
  params,
  query: z.object({
    name: text(300),
    version: z.coerce.number().int().nonnegative().max(2_147_483_647),
    comment: z.string().max(2000).default(''),
  }),
  body: 'file',
  answer: { as: 'json', schema: saved },
});

const sheetQuery = z.object({
  level: optional(z.enum(planLevels)),
  member: optional(z.coerce.number().int().nonnegative().max(4_294_967_295)),
  version: optional(version),
});
export type SheetWanted = z.output<typeof sheetQuery>;

export const exportCustomerPlanEndpoint = endpoint({
  name: 'exportCustomerPlan',
  method: 'GET',
  path: '/exports/plans/{month}/customers',
  needs: { permission: 'export' },
  summary: 'A version of the plan of customers as a table to fill in and to give back as a file.',
  params,
  query: sheetQuery.extend({
    ...{ format: z.enum(['csv', 'xlsx']), lang: optional(z.enum(['ru', 'en'])) },
  }),
  answer: { as: 'file', types: [exportTypes.csv, exportTypes.xlsx] },
});

export const customerSheetEndpoint = endpoint({
  name: 'customerSheet',
  method: 'GET',
  path: '/plans/{month}/customers/sheet',
  needs: { permission: 'export' },
  summary: 'The same table as data.',
  ...{ params, query: sheetQuery },
  answer: {
    as: 'json',
    schema: z.object({
      columns: list(z.object({ header: z.string(), metric })),
      rows: list(
        z.object({
          ...{ code: z.string(), name: z.string(), rep: z.string(), month: z.string() },
          values: list(decimal.nullable()),
        }),
      ),
    }),
  },
});
