import { wholeBody } from '../body-of-file.ts';
import { setCalendarFileEndpoint } from '../contracts/calendars.ts';
import { route } from '../route.ts';

export const setCalendarFileRoute = route(
  setCalendarFileEndpoint,
  async ({ params, body }, { application }, { request }) => {
    const content = await wholeBody(body, request.raw, 1_000_000, 'calendarFileTooLarge');
    return { calendars: await application.setCalendarFile(params.branch, content) };
  },
);
