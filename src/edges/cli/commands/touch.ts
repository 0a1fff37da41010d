import { type EntryKind, entryKinds } from '../../../domain/entry.ts';
import type { Grounds } from '../../../domain/grounds.ts';
import { isIsoDate } from '../../../domain/iso-date.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import { sentence } from '../../../messages/index.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { type GroundsFlags, groundsOf, groundsOptions } from '../customers/grounds-options.ts';
import { touchRows } from '../customers/touch-file.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

interface Options extends GroundsFlags {
  readonly kind?: string;
  readonly text?: string;
  readonly day?: string;
  readonly time?: string;
  readonly outcome?: string;
  readonly due?: string;
  readonly file?: string;
}

export const touchCommand: CommandSpec<Options> = {
  name: 'touch',
  args: [{ name: '[customer]', label: 'arg.customer', help: 'arg.customerHelp' }],
  options: [
    { flag: '--kind', value: 'arg.kind', help: 'option.kind', helpParams: { kinds: entryKinds.join(', ') } },
    { flag: '--text', value: 'arg.text', help: 'option.touchText' },
    { flag: '--day', value: 'arg.day', help: 'option.touchDay' },
    { flag: '--time', value: 'arg.time', help: 'option.touchTime' },
    { flag: '--outcome', value: 'arg.text', help: 'option.touchOutcome' },
    { flag: '--due', value: 'arg.day', help: 'option.touchDue' },
    { flag: '--file', value: 'arg.file', help: 'option.touchFile' },
    ...groundsOptions,
  ],
  formats: ['json'],
  run: async (session, options, [named]) => {
    const kind = oneOf('--kind', options.kind, entryKinds) ?? 'note';
    const { file } = options;
    const grounds = groundsOf(options);
    if (file !== undefined) return await loadFile(session, file, grounds);
    const customer = String(named ?? '');
    if (customer === '') throw new Refusal({ code: 'argumentMissing' });
    if (options.text === undefined)
      throw new Refusal({ code: 'optionNeeds', params: { option: 'touch', needs: '--text' } });
    const words = checkedWords(kind, options.text, options);
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      const { identity, name } = await chosenCustomer(session, application, customer);
      const entry = await application.timeline.add({
        ...{ unit: 'client', id: identity, ...words },
        ...(grounds && { grounds }),
      });
      if (session.format.json) await printJson(session, entry);
      else session.remark(session.say('touch.done', { name, id: entry.id, kind }));
    });
    return exitCodes.done;
  },
};

function checkedWords(kind: EntryKind, text: string, { day, time, outcome, due }: Options) {
  for (const [option, value] of [
    ['--day', day],
    ['--due', due],
  ] as const)
    if (value !== undefined && !isIsoDate(value))
      throw new Refusal({ code: 'optionNotDay', params: { option, value } });
  if (time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
    throw new Refusal({ code: 'optionNotTime', params: { option: '--time', value: time } });
  return {
    ...{ kind, text },
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    ...(outcome !== undefined && { outcome }),
    ...(due !== undefined && { due }),
  };
}

/** Rows that travel together. */
const batch = 500;

async function loadFile(session: Session, file: string, grounds: Grounds | undefined): Promise<number> {
  const total = { loaded: 0, rejected: 0 };
  const said: Awaited<ReturnType<Application['timeline']['load']>>['rejected'][number][] = [];
  await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
    for await (const rows of touchRows(file, batch)) {
      const { loaded, rejected } = await application.timeline.load(rows, grounds);
      total.loaded += loaded;
      total.rejected += rejected.length;
      said.push(...rejected);
    }
  });
  const { format, say, remark, language } = session;
  if (format.json) await printJson(session, { ...total, rows: said });
  else {
    for (const { row, problem } of said)
      remark(say('touch.rejected', { row, why: sentence(problem, language) }));
    remark(say('touch.loaded', total));
  }
  return total.rejected > 0 && total.loaded === 0 ? exitCodes.refused : exitCodes.done;
}
