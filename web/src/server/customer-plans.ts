import type { api } from './api.ts';

export type CustomerPlanPage = Awaited<ReturnType<typeof api.customerPlan>>;
export type PlannedCustomer = CustomerPlanPage['rows'][number];
