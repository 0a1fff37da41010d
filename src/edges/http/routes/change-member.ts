import { changeMemberEndpoint } from '../contracts/organisation-edits.ts';
import { route } from '../route.ts';

export const changeMemberRoute = route(changeMemberEndpoint, ({ params, body }, { application }) =>
  application.organisationEdits.change(params.id, body),
);
