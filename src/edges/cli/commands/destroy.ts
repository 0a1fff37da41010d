import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { type CommandSpec, wholeNumber } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { exitCodes, NeedsAnswer } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly removed?: string;
  readonly confirm?: string;
}

export const destroyCommand: CommandSpec<Options> = {
  name: 'destroy',
  args: [{ name: '[customer]', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    { flag: '--removed', value: 'arg.id', help: 'option.destroyRemoved' },
    { flag: '--confirm', value: 'arg.name', help: 'option.destroyConfirm' },
  ],
  formats: ['json'],
  run: async (session, { removed, confirm }, [customer]) => {
    const { say, remark, format } = session;
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { unit, id, name } =
        removed === undefined
          ? await namedCustomer(session, application, customer)
          : await removedBy(application, wholeNumber('--removed', removed));
      if (confirm !== name) throw new NeedsAnswer({ code: 'destroyNotConfirmed', params: { name } });
      const destroyed = await application.removals.destroy(unit, id);
      if (format.json) await printJson(session, destroyed);
      remark(say('removals.destroyed', { name: destroyed.name }));
      for (const { importId, names } of destroyed.files)
        remark(say('removals.inFile', { id: importId, names: names.join(', ') }));
    });
    return exitCodes.done;
  },
};

async function namedCustomer(
  session: Session,
  application: Application,
  customer: string | readonly string[] | undefined,
) {
  if (customer === undefined) throw new Refusal({ code: 'argumentMissing' });
  const { id, name } = await chosenCustomer(session, application, String(customer));
  return { unit: 'client', id, name } as const;
}

async function removedBy({ removals }: Application, edit: number) {
  const found = (await removals.list()).find((one) => one.edit === edit);
  if (found === undefined) throw new Refusal({ code: 'removalUnknown', params: { id: edit } });
  return found;
}
