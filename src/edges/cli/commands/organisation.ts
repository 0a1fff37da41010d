import { today } from '../../../domain/clock.ts';
import { type AssignmentKind, assignmentKinds } from '../../../domain/dated-facts.ts';
import type { MemberEdit } from '../../../domain/member-edit.ts';
import { kindsAbove } from '../../../domain/organisation.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Application } from '../../../facade.ts';
import type { OrganisationMember } from '../../../services/organisation/report.ts';
import type { Column } from '../../output/columns.ts';
import { type CommandSpec, oneOf } from '../command-spec.ts';
import { chosenMember } from '../customers/chosen-member.ts';
import { dayOption } from '../customers/day-option.ts';
import { exitCodes } from '../exit.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly day?: string;
  readonly kind?: string;
  readonly code?: string;
  readonly under?: string;
  readonly since?: string;
}

const errands = ['add', 'rename', 'retire', 'restore', 'move'] as const;
type Errand = (typeof errands)[number];

export const organisationCommand: CommandSpec<Options> = {
  name: 'organisation',
  args: [
    { name: '[errand]', label: 'arg.organisationErrand', help: 'arg.organisationErrandHelp' },
    { name: '[name]', label: 'arg.name', help: 'arg.memberHelp' },
    { name: '[to]', label: 'arg.memberTo', help: 'arg.memberToHelp' },
  ],
  options: [
    { flag: '--day', value: 'arg.day', help: 'option.organisationDay' },
    { flag: '--kind', value: 'arg.memberKind', help: 'option.memberKind' },
    { flag: '--code', value: 'arg.code', help: 'option.memberCode' },
    { flag: '--under', value: 'arg.name', help: 'option.memberUnder' },
    { flag: '--since', value: 'arg.day', help: 'option.memberSince' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options, [errand, name, to]) => {
    const { say, remark } = session;
    const day = dayOption('--day', options.day) ?? today();
    const asked = oneOf('organisation', errand === undefined ? undefined : String(errand), errands);
    const folder = asked === 'add' ? dataFolder(session) : existingDataFolder(session);
    await withApplication(session, { dataDir: folder }, async (application) => {
      if (asked !== undefined) {
        const changed = await carryOut(application, asked, {
          ...{ name: given(name, '<name>'), to: to === undefined ? undefined : String(to), options },
          members: (await application.organisation(day)).members,
        });
        remark(say('organisation.done', { name: changed }));
      }
      const { members } = await application.organisation(day);
      await printList(session, inOrder(members), {
        ...{
          sheet: say('organisation.sheet'),
          columns: columns(session, day),
          none: say('organisation.none'),
        },
        toJson: ({ member }) => member,
      });
    });
    return exitCodes.done;
  },
};

interface Asked {
  readonly name: string;
  readonly to: string | undefined;
  readonly options: Options;
  readonly members: readonly OrganisationMember[];
}

/** Returns the name of whom it was about. */
async function carryOut(
  application: Application,
  errand: Errand,
  { name, to, options, members }: Asked,
): Promise<string> {
  const edits = application.organisationEdits;
  const kind = oneOf('--kind', options.kind, assignmentKinds) as AssignmentKind | undefined;
  const since = dayOption('--since', options.since) ?? today();
  if (errand === 'add') {
    if (kind === undefined) throw needs('--kind');
    const above =
      options.under === undefined
        ? undefined
        : chosenMember(
            members.filter((one) => kindsAbove(kind).includes(one.kind)),
            options.under,
          );
    const added = await edits.add({
      ...{ kind, name },
      ...(options.code !== undefined && { code: options.code }),
      ...(above !== undefined && { under: { member: above.id, since } }),
    });
    return added.name;
  }
  const found = chosenMember(members, name, kind);
  if (errand === 'move') {
    const above = chosenMember(
      members.filter((one) => kindsAbove(found.kind).includes(one.kind)),
      options.under ?? given(to, '--under'),
    );
    await application.assign(
      { about: 'member', ids: [found.id], kind: above.kind, member: above.id, from: since },
      () => undefined,
    );
    return found.name;
  }
  const edit: Omit<MemberEdit, 'version'> =
    errand === 'rename' ? { name: given(to, '<to>') } : { retired: errand === 'retire' ? since : null };
  return (await edits.change(found.id, { version: found.version, ...edit })).name;
}

const needs = (option: string) =>
  new Refusal({ code: 'optionNeeds', params: { option: 'organisation', needs: option } });

function given(value: unknown, option: string): string {
  if (value === undefined) throw needs(option);
  return String(value);
}

interface Row {
  readonly member: OrganisationMember;
  readonly depth: number;
}

/** Each below whom it belongs to. */
function inOrder(members: readonly OrganisationMember[]): Row[] {
  const known = new Set(members.map(({ id }) => id));
  const below = Map.groupBy(members, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const rows = (parent: number | null, depth: number): Row[] =>
    (below.get(parent) ?? []).flatMap((member) => [{ member, depth }, ...rows(member.id, depth + 1)]);
  return rows(null, 0);
}

const columns = ({ say, format }: Session, day: IsoDate): readonly Column<Row>[] => [
  {
    ...{ title: say('organisation.name'), kind: 'text' },
    value: ({ member, depth }) => `${format.csv ? '' : '· '.repeat(depth)}${member.name}`,
  },
  { title: say('organisation.kind'), kind: 'text', value: ({ member }) => say(`dimension.${member.kind}`) },
  { title: say('organisation.code'), kind: 'text', value: ({ member }) => member.code },
  {
    ...{ title: say('organisation.retired'), kind: 'date' },
    value: ({ member: { retired } }) => (retired !== null && retired <= day ? retired : null),
  },
];
