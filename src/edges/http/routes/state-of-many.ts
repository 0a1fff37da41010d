import { stateOfManyEndpoint } from '../contracts/bulk-edits.ts';
import { route } from '../route.ts';

export const stateOfManyRoute = route(stateOfManyEndpoint, ({ body }, { application }) =>
  application.bulkEdits.state(body),
);
