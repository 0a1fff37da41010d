import { setUsualGroundsEndpoint } from '../contracts/personal-data.ts';
import { route } from '../route.ts';

export const setUsualGroundsRoute = route(setUsualGroundsEndpoint, ({ body }, { application }) =>
  application.privacy.setUsual(body),
);
