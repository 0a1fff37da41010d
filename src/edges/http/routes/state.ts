import { stateEndpoint } from '../contracts/catalogue.ts';
import { route } from '../route.ts';

export const stateRoute = route(stateEndpoint, (_asked, { application }) => application.dataState());
