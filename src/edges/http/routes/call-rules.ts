import { callRulesEndpoint } from '../contracts/calls.ts';
import { route } from '../route.ts';

export const callRulesRoute = route(callRulesEndpoint, (_, { application }) => application.calls.rules());
