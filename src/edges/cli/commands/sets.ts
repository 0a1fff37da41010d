import { formatPeriod } from '../../../domain/period.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { CustomerSet } from '../../../domain/sets/customer-set.ts';
import type { StoredSet } from '../../../domain/sets/stored-set.ts';
import type { Application } from '../../../facade.ts';
import { freezeSetEndpoint } from '../../http/contracts/definitions.ts';
import { type CommandSpec, onlyOneOf, wholeNumber } from '../command-spec.ts';
import { readSetDocument } from '../documents/read-document.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { wrap } from '../output/text.ts';
import { chosenList, type ListFlags, listOptions, printCustomerList } from '../report/customer-list.ts';
import { chosenMethod, chosenPeriod, loadedState } from '../report/report-question.ts';
import {
  type ListedSet,
  listed,
  setColumns,
  setJson,
  sizeColumns,
  stateWords,
} from '../report/stored-set-list.ts';
import { existingDataFolder, isForPeople, type Session, withApplication } from '../session.ts';

interface Options extends ListFlags {
  readonly save?: string;
  readonly size?: string;
  readonly freeze?: boolean;
  readonly remove?: boolean;
  readonly name?: string;
  readonly frozen?: boolean;
  readonly period?: string;
}

export const setsCommand: CommandSpec<Options> = {
  name: 'sets',
  args: [{ name: '[id]', label: 'arg.id', help: 'arg.setId' }],
  options: [
    { flag: '--save', value: 'arg.document', help: 'option.saveSet' },
    { flag: '--size', value: 'arg.document', help: 'option.sizeOfSet' },
    { flag: '--freeze', help: 'option.freeze' },
    { flag: '--remove', help: 'option.removeSet' },
    { flag: '--name', value: 'arg.name', help: 'option.setName' },
    { flag: '--frozen', help: 'option.frozen' },
    { flag: '--period', value: 'arg.period', help: 'option.setPeriod' },
    ...listOptions,
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [given]) => {
    const id = given === undefined ? undefined : wholeNumber(session.say('arg.id'), String(given));
    const errand = await errandOf(session, options, id);
    await withApplication(session, { dataDir: existingDataFolder(session) }, errand);
    return exitCodes.done;
  },
};

type Errand = (application: Application) => Promise<void>;

/** What the command line asks for, its document read and its words checked before anything is opened. */
async function errandOf(session: Session, options: Options, id: number | undefined): Promise<Errand> {
  const { save, size, freeze, remove, frozen } = options;
  const errand = onlyOneOf({ '--save': save, '--size': size, '--freeze': freeze, '--remove': remove });
  refuseIdle(session, options, id === undefined ? (errand ?? 'list') : (errand ?? 'members'));
  if (id === undefined) {
    if (freeze || remove) throw new Refusal({ code: 'argumentMissing' });
    if (save !== undefined) {
      const name = nameOf(options, '--save');
      const set = await readSetDocument(session, save);
      return async (application) => {
        await printStored(
          session,
          application,
          await application.storeSet({ name, set, ...(frozen && { frozen }) }),
        );
      };
    }
    if (size !== undefined) {
      const set = await readSetDocument(session, size);
      return (application) => printSize(session, application, set);
    }
    return (application) => printSets(session, application);
  }
  if ((save ?? size) !== undefined) throw new Refusal({ code: 'argumentsTooMany' });
  if (freeze) {
    const name = nameOf(options, '--freeze');
    return async (application) => {
      await setUnder(application, id);
      await printStored(session, application, await application.freezeSet(id, name));
    };
  }
  return remove
    ? (application) => removeSet(session, application, id)
    : (application) => printMembers(session, application, id, options);
}

/** Options besides the errand's own, by the errand that they serve. */
const served: Readonly<Record<string, readonly (keyof Options)[]>> = {
  '--save': ['name', 'frozen'],
  '--freeze': ['name'],
  members: ['period', 'sort', 'order', 'search', 'report'],
};

/** An option that would change nothing was meant for something else. */
function refuseIdle({ say }: Session, options: Options, errand: string): void {
  const idle = Object.values(served)
    .flat()
    .find((name) => options[name] !== undefined && !served[errand]?.includes(name));
  if (idle === undefined) return;
  const option = `--${idle}`;
  if (errand.startsWith('--'))
    throw new Refusal({ code: 'optionsExclude', params: { first: option, second: errand } });
  const [needs = ''] = Object.keys(served).filter((one) => served[one]?.includes(idle));
  throw new Refusal({
    code: 'optionNeeds',
    params: { option, needs: needs === 'members' ? say('arg.id') : needs },
  });
}

/** @throws Refusal where there is none, or none that a set may have */
function nameOf({ name }: Options, option: string): string {
  if (name === undefined) throw new Refusal({ code: 'optionNeeds', params: { option, needs: '--name' } });
  const read = freezeSetEndpoint.body.shape.name.safeParse(name);
  if (!read.success) throw new Refusal({ code: 'setNameWrong' });
  return read.data;
}

async function setUnder(application: Application, id: number): Promise<StoredSet> {
  const found = (await application.storedSets()).find((set) => set.id === id);
  if (found === undefined) throw new Refusal({ code: 'storedSetUnknown', params: { id } });
  return found;
}

async function printSets(session: Session, application: Application): Promise<void> {
  const sets: ListedSet[] = [];
  for (const stored of await application.storedSets()) sets.push(await listed(session, application, stored));
  await printAsList(session, sets);
}

async function printAsList(session: Session, sets: readonly ListedSet[]): Promise<void> {
  await printList(session, sets, {
    sheet: session.say('sets.sheet'),
    columns: setColumns(session),
    toJson: setJson,
    none: session.say('sets.none'),
  });
}

/** People are told; programs get what was stored. */
async function printStored(session: Session, application: Application, stored: StoredSet): Promise<void> {
  const { say, remark, format } = session;
  const set = await listed(session, application, stored);
  const count = say(`counted.${set.set.unit}`, { count: set.size });
  remark(say('sets.stored', { id: set.id, name: set.name, count, state: stateWords(set, session) }));
  if (format.json) await printJson(session, setJson(set));
  else if (!isForPeople(format)) await printAsList(session, [set]);
}

async function removeSet(session: Session, application: Application, id: number): Promise<void> {
  const { name } = await setUnder(application, id);
  await application.removeStoredSet(id);
  session.remark(session.say('sets.removed', { id, name }));
  if (session.format.json) await printJson(session, { id });
}

async function printSize(session: Session, application: Application, set: CustomerSet): Promise<void> {
  const { format, language, say, screen, paint, print } = session;
  const answer = {
    size: await application.setSize(set),
    reading: await application.readSet(set, language),
  };
  if (format.json) return printJson(session, answer);
  if (!isForPeople(format))
    return printList(session, [answer], {
      sheet: say('sets.sheet'),
      columns: sizeColumns(session),
      toJson: (row) => row,
      none: '',
    });
  const count = say(`counted.${set.unit}`, { count: answer.size });
  await print([...wrap(answer.reading, screen.width), paint('strong', count)].join('\n'));
}

/** Who is in a stored set, with what they bought in a period. */
async function printMembers(
  session: Session,
  application: Application,
  id: number,
  options: Options,
): Promise<void> {
  const { format, language, say } = session;
  const { list, report } = chosenList(options);
  const stored = await setUnder(application, id);
  const state = await loadedState(application);
  const period = chosenPeriod(session, options.period, await chosenMethod(application), state);
  const members = { ...stored.set, set: { kind: 'stored', id } } as const;
  await printCustomerList(session, application.setMembers(members, { ...list, period }), {
    title: say('sets.title', { name: stored.name, period: formatPeriod(period, language) }),
    ...(isForPeople(format) && {
      about: `${stateWords(stored, session)}: ${await application.readSet(stored.set, language)}`,
    }),
    unit: stored.set.unit,
    report,
  });
}
