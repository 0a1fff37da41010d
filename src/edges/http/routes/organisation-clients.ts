import { today } from '../../../domain/clock.ts';
import { organisationClientsEndpoint } from '../contracts/organisation-edits.ts';
import { route } from '../route.ts';

export const organisationClientsRoute = route(
  organisationClientsEndpoint,
  async ({ query: { day = today() } }, { application }) => ({
    day,
    clients: await application.organisationEdits.clients(day),
  }),
);
