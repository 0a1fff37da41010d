import { uploadEndpoint } from '../contracts/imports.ts';
import { route } from '../route.ts';

export const uploadRoute = route(uploadEndpoint, ({ body }, { uploads }, { request }) => {
  // While it comes in, silence means that nobody sends any more.
  request.raw.socket.setTimeout(60_000);
  return uploads.receive(body);
});
