import { setPlaceEndpoint } from '../contracts/upkeep.ts';
import { route } from '../route.ts';

export const setPlaceRoute = route(setPlaceEndpoint, ({ body }, { application }) =>
  application.setPlace(body),
);
