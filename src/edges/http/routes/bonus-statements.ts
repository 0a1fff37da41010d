import { bonusStatementsEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const bonusStatementsRoute = route(bonusStatementsEndpoint, ({ params }, { application }) =>
  application.bonus.statements(params.month),
);
