import { type GroupKind, groupKinds } from '../../../domain/customer-group.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { ChangedGroup } from '../../../use-cases/groups/groups.ts';
import type { CustomerGroup } from '../../../use-cases/groups/known-groups.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf, onlyOneOf, wholeNumber } from '../command-spec.ts';
import { chosenCustomer } from '../customers/chosen-customer.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';
import { printEffect } from './unmerge.ts';

interface Options {
  readonly make?: string;
  readonly kind?: string;
  readonly into?: string;
  readonly outOf?: string;
  readonly rename?: string;
  readonly name?: string;
  readonly dissolve?: string;
  readonly dryRun?: boolean;
}

export const groupsCommand: CommandSpec<Options> = {
  name: 'groups',
  args: [{ name: '[customer...]', label: 'arg.customer', help: 'arg.groupCustomers' }],
  options: [
    { flag: '--make', value: 'arg.name', help: 'option.groupMake' },
    {
      flag: '--kind',
      value: 'arg.kind',
      help: 'option.groupKind',
      helpParams: { kinds: groupKinds.join(', ') },
    },
    { flag: '--into', value: 'arg.id', help: 'option.groupInto' },
    { flag: '--out-of', value: 'arg.id', help: 'option.groupOutOf' },
    { flag: '--rename', value: 'arg.id', help: 'option.groupRename' },
    { flag: '--name', value: 'arg.name', help: 'option.groupName' },
    { flag: '--dissolve', value: 'arg.id', help: 'option.groupDissolve' },
    { flag: '--dry-run', help: 'option.mergeDryRun' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [given]) => {
    const named = typeof given === 'string' ? [given] : (given ?? []);
    const errand = errandOf(options, named.length > 0);
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      const { groups } = application;
      if (errand === null) {
        return await printList(session, await groups.list(), {
          ...{
            sheet: session.say('groups.sheet'),
            columns: columns(session),
            none: session.say('groups.none'),
          },
          toJson: (group) => group,
        });
      }
      const entities = await entitiesNamed(session, application, named);
      if (options.dryRun) return await printEffect(session, { effect: await groups.preview(entities) });
      await printChanged(session, await errand(application, entities));
    });
    return exitCodes.done;
  },
};

type Errand = (application: Application, entities: readonly number[]) => Promise<ChangedGroup>;

/** What is to be done with a group; null: all of them are listed. */
function errandOf(options: Options, hasNamed: boolean): Errand | null {
  const { make, into, outOf, rename, dissolve, kind, name, dryRun } = options;
  const asked = { '--make': make, '--into': into, '--out-of': outOf, '--rename': rename };
  const errand = onlyOneOf({ ...asked, '--dissolve': dissolve });
  const id = (option: string, text: string) => wholeNumber(option, text);
  const needs = (option: string, wanted: string) =>
    new Refusal({ code: 'optionNeeds', params: { option, needs: wanted } });
  if (dryRun && errand !== '--make') throw needs('--dry-run', '--make');
  if (errand === undefined) {
    if (hasNamed) throw new Refusal({ code: 'argumentsTooMany' });
    return null;
  }
  if (!hasNamed && ['--make', '--into', '--out-of'].includes(errand))
    throw new Refusal({ code: 'argumentMissing' });
  if (name !== undefined && errand !== '--rename') throw needs('--name', '--rename');
  if (kind !== undefined && errand !== '--make') throw needs('--kind', '--make');
  if (make !== undefined) {
    const known: GroupKind = oneOf('--kind', kind, groupKinds) ?? 'holding';
    return ({ groups }, entities) => groups.make({ name: make, kind: known, entities });
  }
  if (into !== undefined) return ({ groups }, added) => groups.change(id('--into', into), { in: added });
  if (outOf !== undefined) return ({ groups }, out) => groups.change(id('--out-of', outOf), { out });
  if (rename !== undefined) {
    if (name === undefined) throw needs('--rename', '--name');
    return ({ groups }) => groups.change(id('--rename', rename), { name });
  }
  return ({ groups }) => groups.dissolve(id('--dissolve', dissolve ?? ''));
}

/** The legal entities that are meant; of a network by its name all of them. */
async function entitiesNamed(
  session: Session,
  application: Application,
  named: readonly string[],
): Promise<number[]> {
  const found: number[] = [];
  for (const text of named) {
    const { id, identity } = await chosenCustomer(session, application, text);
    const { legalEntities } = (await application.customerCard('client', id)).family;
    if (identity === id) found.push(...legalEntities.map((entity) => entity.id));
    else found.push((await application.customerCard('legalEntity', identity)).id);
  }
  return [...new Set(found)];
}

async function printChanged(session: Session, changed: ChangedGroup): Promise<void> {
  const { format, remark, say } = session;
  if (format.json) await printJson(session, changed);
  else await printEffect(session, changed);
  const { id, name, entities } = changed.group;
  remark(say('groups.done', { id, name, count: entities.length }));
}

const columns = ({ say }: Session): readonly Column<CustomerGroup>[] => [
  { title: say('groups.id'), kind: 'code', value: ({ id }) => String(id) },
  { title: say('groups.name'), kind: 'text', value: ({ name }) => name },
  { title: say('groups.kind'), kind: 'text', value: ({ kind }) => say(`groupKind.${kind}`) },
  { title: say('groups.count'), kind: 'count', value: ({ entities }) => entities.length },
  {
    ...{ title: say('groups.entities'), kind: 'text', spare: 1 },
    value: ({ entities }) => entities.map(({ name }) => name).join(', '),
  },
];
