import { setTargetRulesEndpoint } from '../contracts/prospects.ts';
import { route } from '../route.ts';

export const setTargetRulesRoute = route(setTargetRulesEndpoint, ({ body }, { application }) =>
  application.prospects.setRules(body),
);
