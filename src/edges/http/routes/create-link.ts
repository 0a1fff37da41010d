import { createLinkEndpoint } from '../contracts/sign-in.ts';
import { newLink } from '../new-link.ts';
import { route } from '../route.ts';

export const createLinkRoute = route(createLinkEndpoint, async (_asked, server) => newLink(server));
