import { addMemberEndpoint } from '../contracts/organisation-edits.ts';
import { route } from '../route.ts';

export const addMemberRoute = route(addMemberEndpoint, ({ body }, { application }) =>
  application.organisationEdits.add(body),
);
