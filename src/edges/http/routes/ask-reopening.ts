import { askReopeningEndpoint } from '../contracts/closing.ts';
import { route } from '../route.ts';

export const askReopeningRoute = route(askReopeningEndpoint, ({ params, body }, { application }) =>
  application.closing.askReopening(params.month, body.reason),
);
