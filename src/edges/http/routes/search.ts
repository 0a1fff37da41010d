import { searchEndpoint } from '../contracts/search.ts';
import { route } from '../route.ts';

export const searchRoute = route(searchEndpoint, ({ body }, { application }) =>
  application.search.find(body.words),
);
