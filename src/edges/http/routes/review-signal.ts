import { reviewSignalEndpoint } from '../contracts/integrity.ts';
import { route } from '../route.ts';
import { caseNamed } from './signal.ts';

export const reviewSignalRoute = route(reviewSignalEndpoint, ({ params, body }, { application }) =>
  application.integrity.review(caseNamed(params.signal), body),
);
