import path from 'node:path';
import { formatBytes } from '../../../messages/format.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { existingDataFolder, withApplication } from '../session.ts';

export const backupCommand: CommandSpec = {
  name: 'backup',
  args: [{ name: '[folder]', label: 'arg.folder', help: 'arg.backupFolder' }],
  options: [],
  formats: ['json'],
  run: async (session, _options, [given]) => {
    const { io, format, language, say, print, progress } = session;
    const target = given === undefined ? undefined : path.resolve(io.cwd, String(given));
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { folder, bytes } = await application.backup(target, progress.report);
      if (format.json) await printJson(session, { folder, bytes });
      else await print(say('backup.done', { folder, size: formatBytes(bytes, language) }));
    });
    return exitCodes.done;
  },
};
