import { removeCalendarEndpoint } from '../contracts/calendars.ts';
import { route } from '../route.ts';

export const removeCalendarRoute = route(removeCalendarEndpoint, async ({ params }, { application }) => {
  await application.removeCalendar(params);
});
