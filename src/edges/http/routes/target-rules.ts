import { targetRulesEndpoint } from '../contracts/prospects.ts';
import { route } from '../route.ts';

export const targetRulesRoute = route(targetRulesEndpoint, (_, { application }) =>
  application.prospects.rules(),
);
