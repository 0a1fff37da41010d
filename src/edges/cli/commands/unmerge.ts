import type { MergeEffect } from '../../../use-cases/duplicates/report.ts';
import { type CommandSpec, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { effectExportColumns, effectLines } from '../import/screen-import.ts';
import { printCsv, printJson } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly dryRun?: boolean;
}

export const unmergeCommand: CommandSpec<Options> = {
  name: 'unmerge',
  args: [{ name: '<id>', label: 'arg.importId', help: 'arg.mergeId' }],
  options: [{ flag: '--dry-run', help: 'option.mergeDryRun' }],
  formats: ['json', 'csv'],
  run: async (session, { dryRun }, [given]) => {
    const { say, remark, format } = session;
    const id = wholeNumber(say('arg.importId'), String(given));
    await withApplication(session, { dataDir: existingDataFolder(session) }, async ({ duplicates }) => {
      if (dryRun) {
        await printEffect(session, await duplicates.unmergePreview(id));
        return;
      }
      const { dataVersion, effect } = await duplicates.unmerge(id);
      if (format.json) await printJson(session, { id, dataVersion, effect });
      else await printEffect(session, { effect });
      remark(say('merges.undone', { id, dataVersion }));
    });
    return exitCodes.done;
  },
};

/** АКБ of the months that change. */
export async function printEffect(session: Session, { effect }: MergeEffect): Promise<void> {
  const { format, print, screen, remark, say } = session;
  if (format.json) await printJson(session, { effect });
  else if (format.csv) await printCsv(session, effectExportColumns(session), effect);
  else if (effect.length > 0) await print(effectLines(effect, screen).join('\n'));
  else remark(say('merges.noEffect'));
}
