import type { Parts } from '../../facade.ts';
import {
  adoptCustomersEndpoint,
  approveCustomerPlanEndpoint,
  compareCustomerPlansEndpoint,
  customerPlanEndpoint,
  proposeCustomersEndpoint,
  saveCustomerPlanEndpoint,
} from '../http/contracts/customer-plans.ts';
import type { Connection } from './connection.ts';

export const remoteCustomerPlans = ({ call }: Connection): Parts['customerPlans'] => ({
  page: ({ month, ...body }) => call(customerPlanEndpoint, { params: { month }, body }),
  save: (month, body) => call(saveCustomerPlanEndpoint, { params: { month }, body }),
  propose: ({ month, ...body }) => call(proposeCustomersEndpoint, { params: { month }, body }),
  adopt: (month, body) => call(adoptCustomersEndpoint, { params: { month }, body }),
  approve: (month, version) => call(approveCustomerPlanEndpoint, { params: { month }, body: { version } }),
  compare: (month, from, to) =>
    call(compareCustomerPlansEndpoint, { params: { month }, query: { from, to } }),
});
