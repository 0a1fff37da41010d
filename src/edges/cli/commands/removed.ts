import type { RemovedCustomer } from '../../../use-cases/removals/removals.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly restore?: string;
}

export const removedCommand: CommandSpec<Options> = {
  name: 'removed',
  args: [],
  options: [{ flag: '--restore', value: 'arg.id', help: 'option.restoreCustomer' }],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { restore }) => {
    const { format, remark, say } = session;
    const edit = restore === undefined ? undefined : wholeNumber('--restore', restore);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async ({ removals }) => {
      if (edit !== undefined) {
        const back = await removals.restore(edit);
        if (format.json) await printJson(session, back);
        return remark(say('removals.restored', { name: back.name }));
      }
      await printList(session, await removals.list(), {
        ...{ sheet: say('removals.sheet'), columns: columns(session), none: say('removals.none') },
        toJson: (one) => one,
      });
    });
    return exitCodes.done;
  },
};

const columns = ({ say }: Session): readonly Column<RemovedCustomer>[] => [
  { title: say('removals.edit'), kind: 'code', value: ({ edit }) => String(edit) },
  { title: say('removals.name'), kind: 'text', value: ({ name }) => name },
  { title: say('removals.at'), kind: 'date', value: ({ at }) => at.slice(0, 10) },
  { title: say('removals.reason'), kind: 'text', spare: 1, value: ({ reason }) => reason },
];
