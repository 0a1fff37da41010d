import { customerSheetEndpoint, type SheetWanted } from '../contracts/customer-plans.ts';
import { route } from '../route.ts';

export const customerSheetRoute = route(customerSheetEndpoint, ({ params, query }, { application }) =>
  application.customerPlans.sheet({ ...params, ...sheetWanted(query) }),
);

export const sheetWanted = ({ level, member = 0, version }: SheetWanted) => ({
  ...(level !== undefined && { node: { level, member } }),
  ...(version !== undefined && { version }),
});
