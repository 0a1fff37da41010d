import { Refusal } from '../../../domain/problem.ts';
import { type TermKind, termKinds } from '../../../domain/terms.ts';
import type { TermNow } from '../../../services/customers/terms-in-force.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { dayOption } from '../customers/day-option.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly set?: readonly string[];
  readonly since?: string;
  readonly reason?: string;
}

export const termsCommand: CommandSpec<Options> = {
  name: 'terms',
  args: [{ name: '<customer>', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    {
      ...{ flag: '--set', value: 'arg.termIs', help: 'option.termSet', repeat: true },
      helpParams: { kinds: termKinds.join(', ') },
    },
    { flag: '--since', value: 'arg.day', help: 'option.termSince' },
    { flag: '--reason', value: 'arg.text', help: 'option.reason' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, { set = [], since, reason = '' }, [customer]) => {
    const { say, remark, format } = session;
    const day = dayOption('--since', since);
    const said = Object.fromEntries(set.map(termSaid));
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      const { identity, name } = await chosenCustomer(session, application, String(customer));
      const before = await application.terms.of('client', identity);
      const terms =
        set.length === 0
          ? before
          : await application.terms.change('client', identity, {
              ...{ version: before.version, reason, terms: said },
              ...(day !== undefined && { since: day }),
            });
      if (format.json) return await printJson(session, terms);
      if (set.length > 0) remark(say('terms.done', { name }));
      await printList(session, terms.now, {
        ...{ sheet: say('terms.sheet'), columns: columns(session), none: say('terms.none', { name }) },
        toJson: (term) => term,
      });
    });
    return exitCodes.done;
  },
};

/** `kind=value`; without a value (`kind=`) what imports say holds again. */
function termSaid(text: string): [TermKind, string | null] {
  const at = text.indexOf('=');
  if (at < 0) throw new Refusal({ code: 'optionNeeds', params: { option: '--set', needs: 'kind=value' } });
  const kind = oneOf('--set', text.slice(0, at).trim(), termKinds) as TermKind;
  return [kind, text.slice(at + 1).trim() || null];
}

const columns = ({ say }: Session): readonly Column<TermNow>[] => [
  { title: say('terms.kind'), kind: 'text', value: ({ kind }) => say(`term.${kind}`) },
  { title: say('terms.value'), kind: 'text', value: ({ value }) => value || say('terms.no') },
  { title: say('terms.from'), kind: 'text', value: ({ from }) => say(`terms.from.${from}`) },
  { title: say('terms.since'), kind: 'date', value: ({ since }) => since },
];
