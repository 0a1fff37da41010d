import { customerStatuses } from '../../../domain/customer-status.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { dayOption } from '../customers/day-option.ts';
import { type GroundsFlags, groundsOf, groundsOptions } from '../customers/grounds-options.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { dataFolder, withApplication } from '../session.ts';

interface Options extends GroundsFlags {
  readonly since?: string;
  readonly reason?: string;
}

export const statusCommand: CommandSpec<Options> = {
  name: 'status',
  args: [
    { name: '<customer>', label: 'arg.customer', help: 'arg.customerHelp' },
    { name: '<status>', label: 'arg.status', help: 'arg.statusHelp' },
  ],
  options: [
    { flag: '--since', value: 'arg.day', help: 'option.statusSince' },
    { flag: '--reason', value: 'arg.text', help: 'option.reason' },
    ...groundsOptions,
  ],
  formats: ['json'],
  run: async (session, { since, reason, ...flags }, [customer, asked]) => {
    const { say, remark, format } = session;
    const grounds = groundsOf(flags);
    const day = dayOption('--since', since);
    const status = oneOf(say('arg.status'), String(asked), customerStatuses) ?? 'works';
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      const { id, name } = await chosenCustomer(session, application, String(customer));
      const { version } = await application.customerCard('client', id);
      const edited = await application.editCustomer('client', id, {
        ...{ version, status },
        ...(reason !== undefined && { statusReason: reason }),
        ...(day !== undefined && { since: day }),
        ...(grounds && { grounds }),
      });
      if (format.json) await printJson(session, edited);
      else remark(say('status.done', { name, status }));
    });
    return exitCodes.done;
  },
};
