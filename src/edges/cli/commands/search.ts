import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printTable } from '../output/print.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Row {
  readonly where: string;
  readonly customer: string;
  readonly day: string;
  readonly what: string;
}

export const searchCommand: CommandSpec = {
  name: 'search',
  args: [{ name: '<words...>', label: 'arg.words', help: 'arg.wordsHelp' }],
  options: [],
  formats: ['json', 'csv'],
  run: async (session, _options, [words]) => {
    const { format, say, remark } = session;
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const asked = typeof words === 'string' ? words : (words ?? []).join(' ');
      const found = await application.search.find(asked);
      const rows: readonly Row[] = [
        ...found.customers.map(({ name, code }) => ({
          ...{ where: say('search.customer'), customer: name, day: '', what: code },
        })),
        ...(found.contacts ?? []).map(({ name, person, position }) => ({
          where: say('search.contact'),
          ...{ customer: name, day: '', what: [person, position].filter(Boolean).join(', ') },
        })),
        ...found.entries.map(({ name, kind, day, text }) => ({
          where: say(`timeline.kind.${kind}`),
          ...{ customer: name, day, what: text.replace(/\s+/g, ' ') },
        })),
      ];
      if (format.json) await printJson(session, found);
      else if (format.csv) await printCsv(session, columnsOf(session), rows);
      else if (rows.length === 0) remark(say('search.none', { words: asked }));
      else await printTable(session, columnsOf(session), rows);
    });
    return exitCodes.done;
  },
};

const columnsOf = ({ say }: Session): readonly Column<Row>[] => [
  { title: say('timeline.day'), kind: 'text', value: ({ day }) => day },
  { title: say('timeline.kind'), kind: 'text', value: ({ where }) => where },
  { title: say('search.customer'), kind: 'text', value: ({ customer }) => customer },
  { title: say('timeline.what'), kind: 'text', value: ({ what }) => what },
];
