import { type Restriction, type Role, restrictions, roles } from '../../../domain/access.ts';
import { assignable } from '../../../domain/dimensions.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { OrganisationNode, Scope } from '../../../domain/scope.ts';
import type { User } from '../../../domain/user.ts';
import type { Application } from '../../../facade.ts';
import type { OrganisationMember } from '../../../services/organisation/report.ts';
import type { Column } from '../../output/columns.ts';
import { type OptionSpec, oneOf } from '../command-spec.ts';
import type { Session } from '../session.ts';

export interface RightsOptions {
  readonly role?: string;
  readonly scope?: readonly string[];
  readonly hide?: readonly string[];
}

export const rightsOptions: readonly OptionSpec[] = [
  { flag: '--role', value: 'arg.role', help: 'option.role', helpParams: { roles: roles.join(', ') } },
  { flag: '--scope', value: 'arg.node', help: 'option.userScope', repeat: true },
  {
    flag: '--hide',
    value: 'arg.restriction',
    help: 'option.hide',
    helpParams: { restrictions: restrictions.join(', ') },
    repeat: true,
  },
];

/** What somebody is to be allowed, as far as the options say so. */
export interface SaidRights {
  readonly role?: Role;
  readonly scope?: { nodes: OrganisationNode[] | null };
  readonly hidden?: Restriction[];
}

/** @throws Refusal `optionValueUnknown`, `optionsExclude`, `scopeCodeUnknown` */
export async function saidRights(application: Application, options: RightsOptions): Promise<SaidRights> {
  const role = oneOf('--role', options.role, roles);
  const hidden =
    options.hide && alone('--hide', options.hide, 'none', (word) => oneOf('--hide', word, restrictions));
  const nodes = options.scope && alone('--scope', options.scope, 'company', (word) => word);
  return {
    ...(role !== undefined && { role }),
    ...(hidden && { hidden: hidden.filter((word) => word !== undefined) }),
    ...(nodes && { scope: { nodes: nodes.length === 0 ? null : await nodesOf(application, nodes) } }),
  };
}

/** One word means «nothing of it», and stands alone; then the list is empty. */
function alone<Word>(
  option: string,
  said: readonly string[],
  none: string,
  read: (word: string) => Word,
): Word[] {
  const other = said.find((word) => word !== none);
  if (!said.includes(none)) return said.map(read);
  if (other === undefined) return [];
  throw new Refusal({
    code: 'optionsExclude',
    params: { first: `${option} ${none}`, second: `${option} ${other}` },
  });
}

async function nodesOf(application: Application, said: readonly string[]): Promise<OrganisationNode[]> {
  const { members } = await application.organisation();
  return said.map((value) => {
    const at = value.indexOf('=');
    const [kind, code] = [value.slice(0, Math.max(at, 0)), value.slice(at + 1)];
    const ofKind = members.filter((member) => member.kind === kind && code !== '');
    const byCode = ofKind.filter((member) => member.code === code);
    const [found, ...more] = byCode.length > 0 ? byCode : ofKind.filter(({ name }) => name === code);
    if (found !== undefined && more.length === 0) return { dimension: found.kind, member: found.id };
    throw new Refusal({ code: 'scopeCodeUnknown', params: { value, dimensions: assignable.join(', ') } });
  });
}

/** The organisation, where a scope names some of it: for `scopeText`. */
async function namedMembers(
  application: Application,
  listed: readonly { readonly scope: Scope }[],
): Promise<readonly OrganisationMember[]> {
  if (listed.every(({ scope }) => scope.nodes === null)) return [];
  return (await application.organisation()).members;
}

/** What users and keys have alike. */
export async function rightsColumns<Row extends Pick<User, 'role' | 'scope' | 'hidden'>>(
  session: Session,
  application: Application,
  listed: readonly Row[],
): Promise<readonly Column<Row>[]> {
  const { say } = session;
  const members = await namedMembers(application, listed);
  return [
    { title: say('users.role'), kind: 'text', value: ({ role }) => say(`role.${role}`) },
    { title: say('users.scope'), kind: 'text', value: ({ scope }) => scopeText(scope, members, session) },
    { title: say('users.hidden'), kind: 'code', value: ({ hidden }) => hidden.join(', '), spare: 2 },
  ];
}

/** `rep=007 Петров`; a member without a code by its name alone, one that is not there any more by its id. */
function scopeText({ nodes }: Scope, members: readonly OrganisationMember[], { say }: Session): string {
  if (nodes === null) return say('users.company');
  return nodes
    .map(({ dimension, member }) => {
      const named = members.find(({ id }) => id === member);
      if (named === undefined) return `${dimension} №${member}`;
      return `${dimension}=${[named.code, named.name].filter(Boolean).join(' ')}`;
    })
    .join(', ');
}
