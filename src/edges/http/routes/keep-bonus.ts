import { keepBonusEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const keepBonusRoute = route(keepBonusEndpoint, ({ params }, { application }) =>
  application.bonus.keep(params.month),
);
