import { Readable } from 'node:stream';
import type { Parts } from '../../facade.ts';
import {
  adoptCustomersEndpoint,
  approveCustomerPlanEndpoint,
  compareCustomerPlansEndpoint,
  customerPlanEndpoint,
  customerSheetEndpoint,
  loadCustomerPlanFileEndpoint,
  proposeCustomersEndpoint,
  readCustomerPlanFileEndpoint,
  saveCustomerPlanEndpoint,
} from '../http/contracts/customer-plans.ts';
import type { Connection } from './connection.ts';

export const remoteCustomerPlans = ({ call }: Connection): Parts['customerPlans'] => ({
  page: ({ month, ...body }) => call(customerPlanEndpoint, { params: { month }, body }),
  save: (month, body) => call(saveCustomerPlanEndpoint, { params: { month }, body }),
  propose: ({ month, ...body }) => call(proposeCustomersEndpoint, { params: { month }, body }),
  adopt: (month, body) => call(adoptCustomersEndpoint, { params: { month }, body }),
  approve: (month, version) => call(approveCustomerPlanEndpoint, { params: { month }, body: { version } }),
  sheet: ({ month, node, version }) =>
    call(customerSheetEndpoint, { params: { month }, query: { ...node, version } }),
  read: ({ month, name, content }) =>
    call(readCustomerPlanFileEndpoint, {
      params: { month },
      query: { name },
      body: Readable.from([content]),
    }),
  load: ({ month, name, content }, by) =>
    call(loadCustomerPlanFileEndpoint, {
      ...{ params: { month }, query: { name, ...by } },
      body: Readable.from([content]),
    }),
  compare: (month, from, to) =>
    call(compareCustomerPlansEndpoint, { params: { month }, query: { from, to } }),
});
