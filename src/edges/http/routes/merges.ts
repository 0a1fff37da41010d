import { mergesEndpoint } from '../contracts/duplicates.ts';
import { route } from '../route.ts';

export const mergesRoute = route(mergesEndpoint, ({ query }, { application }) =>
  application.duplicates.merges(query),
);
