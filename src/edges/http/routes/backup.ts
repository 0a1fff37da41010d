import { Refusal } from '../../../domain/problem.ts';
import { backupEndpoint } from '../contracts/upkeep.ts';
import { route } from '../route.ts';

export const backupRoute = route(backupEndpoint, async ({ body }, { application, jobs }, { visitor }) => {
  const { folder } = body;
  // A browser's session must not be a way to write anywhere on this computer.
  if (folder !== undefined && visitor.key === undefined) throw new Refusal({ code: 'onlyByKey' });
  return jobs.start('backup', ({ onProgress }) => application.backup(folder, onProgress)).snapshot();
});
