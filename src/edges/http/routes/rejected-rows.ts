import { exportTypes } from '../contracts/exports.ts';
import { rejectedRowsEndpoint } from '../contracts/imports.ts';
import { route } from '../route.ts';

export const rejectedRowsRoute = route(rejectedRowsEndpoint, async ({ params }, { application }) => ({
  type: exportTypes.csv,
  name: `akb-rejected-${params.importId}.csv`,
  content: await application.rejectedRows(params.importId),
}));
