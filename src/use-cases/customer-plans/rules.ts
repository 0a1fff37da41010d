import { bulkPersons } from '../../domain/audit.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change, reading } from '../../services/parts/recording.ts';
import type { CustomerPlans } from './customer-plans.ts';

const of = (month: string) => ({ subject: { kind: 'plan', id: month } });
const done = (
  { version, changed, stated }: Awaited<ReturnType<CustomerPlans['save']>>,
  _: unknown,
  month: string,
) => ({ ...of(month), details: { of: 'customers', version, targets: changed, stated } });

/** Whoever may state plans states those of the customers whom he sees. */
export const customerPlanRules: Rules<CustomerPlans> = {
  page: {
    need: { permission: 'seeCustomers' },
    // Pages of a walk count whatever their size.
    recorded: reading('listed', ({ rows, size }, { month, metric, from = 0 }) =>
      rows.length >= bulkPersons || from > 0
        ? {
            ...of(month),
            details: {
              ...{ question: 'customerPlan', metric: metric ?? 'sales' },
              ...{ persons: rows.length, of: size },
            },
          }
        : undefined,
    ),
  },
  save: {
    need: { permission: 'setPlans' },
    recorded: change<CustomerPlans['save']>('planChanged', {
      asked: (month, { version, targets }) => ({
        ...of(month),
        details: { of: 'customers', version, targets: targets.length },
      }),
      done,
    }),
  },
  propose: {
    need: { permission: 'setPlans' },
    recorded: reading('listed', ({ first, size }, { month }) =>
      first.length >= bulkPersons
        ? {
            ...of(month),
            details: { question: 'customerProposal', persons: first.length, of: size },
          }
        : undefined,
    ),
  },
  adopt: {
    need: { permission: 'setPlans' },
    recorded: change<CustomerPlans['adopt']>('planChanged', {
      asked: (month, { version, question: { node, metric, base } }) => ({
        ...of(month),
        details: { of: 'customers', version, node: { ...node }, metric, base },
      }),
      done,
    }),
  },
  approve: {
    need: { permission: 'approvePlans', whole: true },
    recorded: change<CustomerPlans['approve']>('planApproved', {
      asked: (month, version) => ({ ...of(month), details: { of: 'customers', version } }),
    }),
  },
  sheet: {
    need: { permission: 'seeCustomers' },
    recorded: reading('exported', ({ rows }, { month }) => ({
      ...of(month),
      details: { question: 'customerPlan', persons: rows.length },
    })),
  },
  read: { need: { permission: 'setPlans' }, recorded: 'nothing but what the file says is told' },
  load: {
    need: { permission: 'setPlans' },
    recorded: change<CustomerPlans['load']>('planChanged', {
      asked: ({ month }, { version }) => ({
        ...of(month),
        details: { of: 'customers', version, file: true },
      }),
      done: (saved, _, { month }) => done(saved, _, month),
    }),
  },
  compare: {
    need: { permission: 'seeCustomers' },
    recorded: reading('listed', ({ changes, size }, month: string, _from: number, _to: number) =>
      changes.length >= bulkPersons
        ? {
            ...of(month),
            details: { question: 'customerPlanChanges', persons: changes.length, of: size },
          }
        : undefined,
    ),
  },
};
