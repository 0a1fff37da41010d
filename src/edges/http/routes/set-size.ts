import { setSizeEndpoint } from '../contracts/sets.ts';
import { setOf } from '../counting.ts';
import { route } from '../route.ts';

export const setSizeRoute = route(
  setSizeEndpoint,
  async ({ body }, { application }, { signal, language }) => {
    const set = setOf(body.set);
    return {
      size: await application.setSize(set, signal),
      reading: await application.readSet(set, language),
    };
  },
);
