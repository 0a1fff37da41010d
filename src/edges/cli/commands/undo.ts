import type { CommandSpec } from '../command-spec.ts';
import { wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { effectExportColumns, effectLines } from '../import/screen-import.ts';
import { printCsv, printJson } from '../output/print.ts';
import { existingDataFolder, withApplication } from '../session.ts';

export const undoCommand: CommandSpec = {
  name: 'undo',
  args: [{ name: '<id>', label: 'arg.importId', help: 'arg.undoImport' }],
  options: [],
  formats: ['json', 'csv'],
  run: async (session, _options, [id]) => {
    const { format, say, remark, print, progress } = session;
    const importId = wholeNumber(say('arg.importId'), String(id));
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { dataVersion, effect } = await application.undo(importId, progress.report);
      if (format.json) await printJson(session, { importId, dataVersion, effect });
      else if (format.csv) await printCsv(session, effectExportColumns(session), effect);
      else if (effect.length > 0) await print(effectLines(effect, session.screen).join('\n'));
      remark(say('undo.done', { importId, dataVersion }));
    });
    return exitCodes.done;
  },
};
