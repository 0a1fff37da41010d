import { qualityEndpoint } from '../contracts/quality.ts';
import { route } from '../route.ts';

export const qualityRoute = route(qualityEndpoint, (_asked, { application }) =>
  application.quality.overview(),
);
