import { handOversEndpoint } from '../contracts/hand-overs.ts';
import { route } from '../route.ts';

export const handOversRoute = route(handOversEndpoint, async (_, { application }) => ({
  handOvers: await application.handOver.list(),
}));
