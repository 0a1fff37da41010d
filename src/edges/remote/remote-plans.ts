import type { Parts } from '../../facade.ts';
import {
  askReopeningEndpoint,
  closeMonthEndpoint,
  closingsEndpoint,
  driftEndpoint,
  monthDifferenceEndpoint,
  reopenMonthEndpoint,
} from '../http/contracts/closing.ts';
import {
  approvePlanEndpoint,
  planEndpoint,
  planFactEndpoint,
  plansEndpoint,
  proposePlanEndpoint,
  savePlanEndpoint,
} from '../http/contracts/plans.ts';
import type { Connection } from './connection.ts';

export const remotePlans = ({ call }: Connection): Pick<Parts, 'plans' | 'closing'> => ({
  plans: {
    list: async () => (await call(plansEndpoint)).plans,
    plan: (month, version) => call(planEndpoint, { params: { month }, query: { version } }),
    save: (month, body) => call(savePlanEndpoint, { params: { month }, body }),
    approve: (month, version) => call(approvePlanEndpoint, { params: { month }, body: { version } }),
    fact: (month, version) => call(planFactEndpoint, { params: { month }, query: { version } }),
    propose: ({ month, ...body }) => call(proposePlanEndpoint, { params: { month }, body }),
  },
  closing: {
    list: async () => (await call(closingsEndpoint)).closings,
    close: (month) => call(closeMonthEndpoint, { params: { month } }),
    askReopening: (month, reason) => call(askReopeningEndpoint, { params: { month }, body: { reason } }),
    reopen: (month) => call(reopenMonthEndpoint, { params: { month } }),
    drift: (month) => call(driftEndpoint, { params: { month } }),
    difference: (month, query) => call(monthDifferenceEndpoint, { params: { month }, query }),
  },
});
