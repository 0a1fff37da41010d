import { folderHolder } from '../../../domain/access.ts';
import { displayName } from '../../../domain/display-name.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { User } from '../../../domain/user.ts';
import type { Application } from '../../../facade.ts';
import { formatInstant } from '../../../messages/format.ts';
import type { Column } from '../../output/columns.ts';
import { type RightsOptions, rightsColumns, rightsOptions, saidRights } from '../access/rights-options.ts';
import { typedPassword } from '../access/typed-password.ts';
import { userOfLogin } from '../access/user-of-login.ts';
import { type CommandSpec, onlyOneOf } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { dataFolder, existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options extends RightsOptions {
  readonly add?: string;
  readonly change?: string;
  readonly reset?: string;
  readonly disable?: string;
  readonly enable?: string;
  readonly name?: string;
  readonly passwordFile?: string;
}

export const usersCommand: CommandSpec<Options> = {
  name: 'users',
  args: [],
  options: [
    { flag: '--add', value: 'arg.login', help: 'option.addUser' },
    { flag: '--change', value: 'arg.login', help: 'option.changeUser' },
    { flag: '--reset', value: 'arg.login', help: 'option.resetUser' },
    { flag: '--disable', value: 'arg.login', help: 'option.disableUser' },
    { flag: '--enable', value: 'arg.login', help: 'option.enableUser' },
    { flag: '--name', value: 'arg.name', help: 'option.displayName' },
    ...rightsOptions,
    { flag: '--password-file', value: 'arg.file', help: 'option.passwordFile' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options) => {
    const { add, change, reset, disable, enable } = options;
    const errand = onlyOneOf({
      ...{ '--add': add, '--change': change, '--reset': reset, '--disable': disable, '--enable': enable },
    });
    refuseIdle(options, errand);
    const dataDir = errand === undefined ? existingDataFolder(session) : dataFolder(session);
    const login = add ?? change ?? reset ?? disable ?? enable;
    await withApplication(session, { dataDir }, async (application) => {
      if (login === undefined) await printUsers(session, application);
      else if (errand === '--add') await addUser(session, application, login, options);
      else await changeUser(session, application, await userOfLogin(application, login), options);
    });
    return exitCodes.done;
  },
};

const rightsFlags = { role: '--role', scope: '--scope', hide: '--hide', name: '--name' } as const;

/** An option that would change nothing was meant for something else. */
function refuseIdle(options: Options, errand: string | undefined): void {
  const idle = [
    ...(Object.keys(rightsFlags) as (keyof typeof rightsFlags)[])
      .filter((name) => options[name] !== undefined && errand !== '--add' && errand !== '--change')
      .map((name) => ({ option: rightsFlags[name], needs: '--add' })),
    ...(options.passwordFile !== undefined && errand !== '--add' && errand !== '--reset'
      ? [{ option: '--password-file', needs: '--add' }]
      : []),
  ];
  const [first] = idle;
  if (first === undefined) return;
  if (errand === undefined) throw new Refusal({ code: 'optionNeeds', params: first });
  throw new Refusal({ code: 'optionsExclude', params: { first: first.option, second: errand } });
}

async function addUser(
  session: Session,
  application: Application,
  login: string,
  options: Options,
): Promise<void> {
  const { say, remark, format } = session;
  const { access } = application;
  const { length: others } = await access.users(folderHolder);
  const { role, scope = { nodes: null }, hidden = [] } = await saidRights(application, options);
  if (role === undefined)
    throw new Refusal({ code: 'optionNeeds', params: { option: '--add', needs: '--role' } });
  const name = nameOf(options.name ?? login);
  const password = await typedPassword(session, options.passwordFile);
  const user = await access.addUser(folderHolder, { login, name, role, scope, hidden, password });
  remark(say('users.added', { login: user.login, role: say(`role.${user.role}`) }));
  remark(say(others === 0 ? 'users.firstAdded' : 'users.oneTime'));
  if (format.json) await printJson(session, user);
}

async function changeUser(
  session: Session,
  application: Application,
  { id, login }: User,
  options: Options,
): Promise<void> {
  const { say, remark, format } = session;
  const { access } = application;
  if (options.reset !== undefined) {
    await access.resetPassword(folderHolder, id, await typedPassword(session, options.passwordFile));
    remark(say('users.reset', { login }));
    remark(say('users.oneTime'));
    if (format.json) await printJson(session, { id, login });
    return;
  }
  const said =
    options.change === undefined
      ? { disabled: options.disable !== undefined }
      : {
          ...(await saidRights(application, options)),
          ...(options.name !== undefined && { name: nameOf(options.name) }),
        };
  if (Object.keys(said).length === 0)
    throw new Refusal({ code: 'optionNeeds', params: { option: '--change', needs: '--role' } });
  const user = await access.changeUser(folderHolder, id, said);
  remark(say('users.changed', { login }));
  if (format.json) await printJson(session, user);
}

function nameOf(said: string): string {
  const { data } = displayName.safeParse(said);
  if (data === undefined) throw new Refusal({ code: 'userNameWrong' });
  return data;
}

async function printUsers(session: Session, application: Application): Promise<void> {
  const users = await application.access.users(folderHolder);
  await printList(session, users, {
    sheet: session.say('users.sheet'),
    columns: userColumns(session, await rightsColumns(session, application, users)),
    toJson: (user) => user,
    none: session.say('users.none'),
  });
}

function userColumns(session: Session, rights: readonly Column<User>[]): readonly Column<User>[] {
  const { say, language } = session;
  return [
    { title: say('users.login'), kind: 'code', value: ({ login }) => login },
    { title: say('users.name'), kind: 'text', value: ({ name }) => name },
    ...rights,
    {
      title: say('users.state'),
      kind: 'code',
      value: (user) => say('users.stateOf', { state: stateOf(user) }),
    },
    {
      title: say('users.created'),
      kind: 'code',
      value: ({ createdAt }) => formatInstant(createdAt, language),
      spare: 1,
    },
  ];
}

function stateOf({ disabled, oneTimeUntil }: User): string {
  if (disabled) return 'disabled';
  return oneTimeUntil === null ? 'active' : 'oneTime';
}
