import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refusal } from '../../../domain/problem.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { dataFolder, withApplication } from '../session.ts';

export const restoreCommand: CommandSpec = {
  name: 'restore',
  args: [{ name: '<folder>', label: 'arg.folder', help: 'arg.restoreFolder' }],
  options: [],
  formats: ['json'],
  run: async (session, _options, [given]) => {
    const { io, format, say, print, progress } = session;
    const backup = path.resolve(io.cwd, String(given));
    if (!existsSync(backup)) throw new Refusal({ code: 'backupNotFound', params: { folder: backup } });
    const folder = dataFolder(session);
    await withApplication(session, { dataDir: folder }, async (application) => {
      await application.restore(backup, progress.report);
      const { dataVersion } = await application.dataState();
      if (format.json) await printJson(session, { folder, dataVersion });
      else await print(say('restore.done', { folder, dataVersion }));
    });
    return exitCodes.done;
  },
};
