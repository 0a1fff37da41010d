import { Refusal } from '../../../domain/problem.ts';
import { setCalendarFileEndpoint } from '../contracts/calendars.ts';
import { route } from '../route.ts';

const longest = 1_000_000;

export const setCalendarFileRoute = route(
  setCalendarFileEndpoint,
  async ({ params, body }, { application }, { request }) => {
    // While it comes in, silence means that nobody sends any more.
    request.raw.socket.setTimeout(60_000);
    const chunks: Buffer[] = [];
    let bytes = 0;
    for await (const chunk of body) {
      const piece = Buffer.from(chunk);
      bytes += piece.length;
      if (bytes > longest) throw new Refusal({ code: 'calendarFileTooLarge' });
      chunks.push(piece);
    }
    return { calendars: await application.setCalendarFile(params.branch, Buffer.concat(chunks)) };
  },
);
