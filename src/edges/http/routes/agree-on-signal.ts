import { agreeOnSignalEndpoint } from '../contracts/integrity.ts';
import { route } from '../route.ts';
import { caseNamed } from './signal.ts';

export const agreeOnSignalRoute = route(agreeOnSignalEndpoint, ({ params, body }, { application }) =>
  application.integrity.agree(caseNamed(params.signal), body.version),
);
