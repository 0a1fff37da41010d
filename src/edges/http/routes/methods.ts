import { methodsEndpoint } from '../contracts/definitions.ts';
import { route } from '../route.ts';

export const methodsRoute = route(methodsEndpoint, async (_asked, { application }) => ({
  methods: await application.methods(),
}));
