import { setCallRulesEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const setCallRulesRoute = route(setCallRulesEndpoint, ({ body }, { application }) =>
  application.calls.setRules(body),
);
