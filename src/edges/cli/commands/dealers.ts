import { Refusal } from '../../../domain/problem.ts';
import type { DealerClient, SubDealer } from '../../../use-cases/dealers/dealers.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, onlyOneOf } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { dayOption } from '../customers/day-option.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly below?: string;
  readonly none?: boolean;
  readonly since?: string;
}

interface Row {
  readonly dealer: string;
  readonly client: DealerClient;
}

export const dealersCommand: CommandSpec<Options> = {
  name: 'dealers',
  args: [{ name: '[customer]', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    { flag: '--below', value: 'arg.customer', help: 'option.below' },
    { flag: '--none', help: 'option.belowNobody' },
    { flag: '--since', value: 'arg.day', help: 'option.dealerSince' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { below, none, since }, [customer]) => {
    const { format, remark, say } = session;
    const errand = onlyOneOf({ '--below': below, '--none': none });
    if (errand !== undefined && customer === undefined) throw new Refusal({ code: 'argumentMissing' });
    if (since !== undefined && errand === undefined)
      throw new Refusal({ code: 'optionNeeds', params: { option: '--since', needs: '--below' } });
    const day = dayOption('--since', since);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      if (customer === undefined) {
        const dealers = await application.dealers.list();
        if (format.json) return await printJson(session, dealers);
        return await printRows(session, dealers.flatMap(rowsOf));
      }
      const chosen = (text: string) => chosenCustomer(session, application, text);
      const { id } = await chosen(String(customer));
      const dealer = below === undefined ? null : (await chosen(below)).id;
      const of =
        errand === undefined
          ? await application.dealers.of(id)
          : await application.dealers.state(id, { dealer, ...(day !== undefined && { since: day }) });
      if (format.json) return await printJson(session, of);
      remark(say('dealers.of', { name: of.name, dealer: of.dealer?.name ?? 'none' }));
      await printRows(session, rowsOf(of));
    });
    return exitCodes.done;
  },
};

/** Everybody below a dealer, beside his own one. */
function rowsOf(dealer: {
  readonly id: number;
  readonly name: string;
  readonly subDealers: readonly SubDealer[];
}) {
  const names = new Map([dealer, ...dealer.subDealers].map(({ id, name }) => [id, name]));
  return dealer.subDealers.map((client): Row => ({ dealer: names.get(client.dealer) ?? '', client }));
}

const printRows = (session: Session, rows: readonly Row[]): Promise<void> =>
  printList(session, rows, {
    sheet: session.say('dealers.sheet'),
    columns: columns(session),
    none: session.say('dealers.none'),
    toJson: (row) => row,
  });

const columns = ({ say }: Session): readonly Column<Row>[] => [
  { title: say('dealers.dealer'), kind: 'text', value: ({ dealer }) => dealer },
  { title: say('dealers.subDealer'), kind: 'text', value: ({ client }) => client.name },
  {
    title: say('dealers.active'),
    kind: 'text',
    value: ({ client }) => say(client.active ? 'dealers.yes' : 'dealers.no'),
  },
];
