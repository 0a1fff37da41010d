import { formatInstant } from '../../../messages/format.ts';
import type { AppliedImport } from '../../../services/intake/import-summary.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printTable } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

export const importsCommand: CommandSpec = {
  name: 'imports',
  args: [],
  options: [],
  formats: ['json', 'csv'],
  run: async (session) => {
    const { format, say, remark } = session;
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const imports = await application.imports();
      if (format.json) await printJson(session, imports);
      else if (format.csv) await printCsv(session, importColumns(session), imports);
      else if (imports.length === 0) remark(say('imports.none'));
      else await printTable(session, importColumns(session), imports);
    });
    return exitCodes.done;
  },
};

function importColumns({ language, say }: Session): readonly Column<AppliedImport>[] {
  return [
    { title: say('imports.id'), kind: 'count', value: ({ importId }) => importId },
    {
      title: say('imports.appliedAt'),
      kind: 'code',
      value: ({ appliedAt }) => formatInstant(appliedAt, language),
    },
    { title: say('imports.status'), kind: 'code', value: ({ status }) => say(`imports.${status}`) },
    { title: say('imports.files'), kind: 'text', value: ({ files }) => files.join(', ') },
    { title: say('imports.source'), kind: 'text', value: ({ source }) => source, spare: 2 },
    { title: say('imports.lines'), kind: 'count', value: ({ lines }) => lines },
    { title: say('imports.rejected'), kind: 'count', value: ({ rejected }) => rejected, spare: 1 },
    { title: say('imports.version'), kind: 'count', value: ({ dataVersion }) => dataVersion, spare: 3 },
    {
      title: say('imports.basis'),
      kind: 'text',
      value: ({ basis }) => basis ?? say('imports.noBasis'),
      spare: 4,
    },
  ];
}
