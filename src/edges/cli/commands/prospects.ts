import { targetRules } from '../../../domain/target-rules.ts';
import type { ProspectsOfLevel } from '../../../use-cases/prospects/prospects.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, onlyOneOf } from '../command-spec.ts';
import { readDocument } from '../documents/read-document.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly rules?: boolean;
  readonly set?: string;
}

export const prospectsCommand: CommandSpec<Options> = {
  name: 'prospects',
  args: [],
  options: [
    { flag: '--rules', help: 'option.showRules' },
    { flag: '--set', value: 'arg.document', help: 'option.setRules' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { rules: showRules, set: file }) => {
    const { say, remark } = session;
    onlyOneOf({ '--rules': showRules, '--set': file });
    const said = file === undefined ? undefined : await readDocument(session, file, targetRules);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async ({ prospects }) => {
      if (showRules) return await printJson(session, (await prospects.rules()).rules);
      if (said !== undefined) {
        const { version } = await prospects.rules();
        await prospects.setRules({ version, rules: said });
        remark(say('prospects.set', { count: said.length }));
      }
      await printList(session, await prospects.levels(), {
        ...{ sheet: say('prospects.sheet'), columns: columns(session), none: '' },
        toJson: (level) => level,
      });
    });
    return exitCodes.done;
  },
};

const columns = ({ say }: Session): readonly Column<ProspectsOfLevel>[] => [
  {
    title: say('prospects.level'),
    kind: 'text',
    value: ({ level }) => String(level ?? say('prospects.none')),
  },
  { title: say('prospects.count'), kind: 'count', value: ({ size }) => size },
];
