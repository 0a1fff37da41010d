import { bonusStatementEndpoint } from '../contracts/bonus.ts';
import { route } from '../route.ts';

export const bonusStatementRoute = route(bonusStatementEndpoint, ({ params }, { application }) =>
  application.bonus.statement(params.month, params.member),
);
