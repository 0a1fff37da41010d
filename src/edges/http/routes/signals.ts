import { signalsEndpoint } from '../contracts/integrity.ts';
import { route } from '../route.ts';

const usualLimit = 100;

export const signalsRoute = route(signalsEndpoint, ({ query }, { application }) =>
  application.integrity.signals({ limit: usualLimit, ...query }),
);
