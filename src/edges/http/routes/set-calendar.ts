import { setCalendarEndpoint } from '../contracts/calendars.ts';
import { route } from '../route.ts';

export const setCalendarRoute = route(setCalendarEndpoint, ({ params, body }, { application }) =>
  application.setCalendar(params, body),
);
