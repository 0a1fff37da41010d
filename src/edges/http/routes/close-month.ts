import { closeMonthEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const closeMonthRoute = route(closeMonthEndpoint, ({ params }, { application }) =>
  application.closing.close(params.month),
);
