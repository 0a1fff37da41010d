import { reopenMonthEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const reopenMonthRoute = route(reopenMonthEndpoint, ({ params }, { application }) =>
  application.closing.reopen(params.month),
);
