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
  plannedPeriodsEndpoint,
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
    plan: (period, version) => call(planEndpoint, { params: { period }, query: { version } }),
    save: (period, body) => call(savePlanEndpoint, { params: { period }, body }),
    approve: (period, version) => call(approvePlanEndpoint, { params: { period }, body: { version } }),
    fact: (period, version, asked) =>
      call(planFactEndpoint, { params: { period }, query: { version, ...asked } }),
    forecast: (period, member) => call(planForecastEndpoint, { params: { period }, query: { member } }),
    periods: async (member, metric) =>
      (await call(plannedPeriodsEndpoint, { query: { member, metric } })).periods,
    read: async ({ period, name, content }) => {
      const asked = { params: { period }, query: { name }, body: Readable.from([content]) };
      return await call(readPlanFileEndpoint, asked);
    },
    sheet: (period, version) => call(planSheetEndpoint, { params: { period }, query: { version } }),
    compare: async (period, from, to) =>
      (await call(comparePlansEndpoint, { params: { period }, query: { from, to } })).targets,
    propose: ({ period, ...body }) => call(proposePlanEndpoint, { params: { period }, body }),
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
