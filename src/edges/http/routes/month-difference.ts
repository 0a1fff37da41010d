import { monthDifferenceEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const monthDifferenceRoute = route(monthDifferenceEndpoint, ({ params, query }, { application }) =>
  application.closing.difference(params.month, query),
);
