import type { Contact } from '../../../domain/contact.ts';
import { formatPhone } from '../../../domain/phone.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printTable } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

/** Of the base, or of a file. */
type Row = Pick<Contact, 'name' | 'role' | 'position'> & Partial<Contact>;

export const contactsCommand: CommandSpec = {
  name: 'contacts',
  args: [{ name: '<customer>', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [],
  formats: ['json', 'csv'],
  run: async (session, _options, [named]) => {
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { id, name } = await chosenCustomer(session, application, String(named));
      const found = await application.contacts.of('client', id);
      const rows: readonly Row[] = [...found.contacts, ...found.imported];
      const { format, say, remark } = session;
      if (format.json) await printJson(session, found);
      else if (format.csv) await printCsv(session, columnsOf(session), rows);
      else if (rows.length === 0) remark(say('contacts.none', { name }));
      else await printTable(session, columnsOf(session), rows);
    });
    return exitCodes.done;
  },
};

const columnsOf = ({ say }: Session): readonly Column<Row>[] => [
  { title: say('contacts.name'), kind: 'text', value: ({ name }) => name },
  { title: say('contacts.role'), kind: 'text', value: ({ role }) => say(`contacts.role.${role}`) },
  { title: say('contacts.position'), kind: 'text', value: ({ position }) => position },
  {
    title: say('contacts.phones'),
    kind: 'text',
    value: ({ phones = [] }) =>
      phones.map(({ e164, raw }) => (e164 === null ? raw : formatPhone(e164))).join(', '),
  },
  { title: say('contacts.emails'), kind: 'text', value: ({ emails = [] }) => emails.join(', ') },
  {
    title: say('contacts.origin'),
    kind: 'text',
    value: ({ origin }) => origin?.source ?? say('contacts.fromFile'),
  },
];
