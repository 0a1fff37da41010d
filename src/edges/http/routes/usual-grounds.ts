import { usualGroundsEndpoint } from '../contracts/personal-data.ts';
import { route } from '../route.ts';

export const usualGroundsRoute = route(usualGroundsEndpoint, (_asked, { application }) =>
  application.privacy.usual(),
);
