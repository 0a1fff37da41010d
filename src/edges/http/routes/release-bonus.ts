import { releaseBonusEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const releaseBonusRoute = route(releaseBonusEndpoint, ({ params }, { application }) =>
  application.bonus.release(params.month),
);
