import { Readable } from 'node:stream';
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
  comparePlansEndpoint,
  planEndpoint,
  planFactEndpoint,
  planForecastEndpoint,
  plannedMonthsEndpoint,
  planSheetEndpoint,
  plansEndpoint,
  proposePlanEndpoint,
  readPlanFileEndpoint,
  savePlanEndpoint,
} from '../http/contracts/plans.ts';
import type { Connection } from './connection.ts';

export const remotePlans = ({ call }: Connection): Pick<Parts, 'plans' | 'closing'> => ({
  plans: {
    list: async () => (await call(plansEndpoint)).plans,
    plan: (month, version) => call(planEndpoint, { params: { month }, query: { version } }),
    save: (month, body) => call(savePlanEndpoint, { params: { month }, body }),
    approve: (month, version) => call(approvePlanEndpoint, { params: { month }, body: { version } }),
    fact: (month, version, asked) =>
      call(planFactEndpoint, { params: { month }, query: { version, ...asked } }),
    forecast: (month, member) => call(planForecastEndpoint, { params: { month }, query: { member } }),
    months: async (member, metric) =>
      (await call(plannedMonthsEndpoint, { query: { member, metric } })).months,
    read: async ({ month, name, content }) => {
      const asked = { params: { month }, query: { name }, body: Readable.from([content]) };
      return await call(readPlanFileEndpoint, asked);
    },
    sheet: (month, version) => call(planSheetEndpoint, { params: { month }, query: { version } }),
    compare: async (month, from, to) =>
      (await call(comparePlansEndpoint, { params: { month }, query: { from, to } })).targets,
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
