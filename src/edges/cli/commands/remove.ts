import type { CommandSpec } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { existingDataFolder, withApplication } from '../session.ts';

interface Options {
  readonly reason?: string;
}

export const removeCommand: CommandSpec<Options> = {
  name: 'remove',
  args: [{ name: '<customer>', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [{ flag: '--reason', value: 'arg.text', help: 'option.reason' }],
  formats: ['json'],
  run: async (session, { reason }, [customer]) => {
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { id } = await chosenCustomer(session, application, String(customer));
      const removed = await application.removals.remove('client', id, reason);
      if (session.format.json) await printJson(session, removed);
      session.remark(session.say('removals.removed', { name: removed.name, edit: removed.edit }));
    });
    return exitCodes.done;
  },
};
