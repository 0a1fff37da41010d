import { calendarEndpoint } from '../contracts/calendars.ts';
import { route } from '../route.ts';

export const calendarRoute = route(calendarEndpoint, ({ params }, { application }, { signal }) =>
  application.calendar(params, signal),
);
