import { folderHolder } from '../../../domain/access.ts';
import { displayName } from '../../../domain/display-name.ts';
import { Refusal } from '../../../domain/problem.ts';
import { type ApiKey, newKey } from '../../../domain/user.ts';
import type { Application } from '../../../facade.ts';
import { formatInstant } from '../../../messages/format.ts';
import type { Column } from '../../output/columns.ts';
import { type RightsOptions, rightsColumns, rightsOptions, saidRights } from '../access/rights-options.ts';
import { type CommandSpec, onlyOneOf, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

interface Options extends RightsOptions {
  readonly new?: string;
  readonly days?: string;
  readonly revoke?: string;
}

export const keysCommand: CommandSpec<Options> = {
  name: 'keys',
  args: [],
  options: [
    { flag: '--new', value: 'arg.name', help: 'option.newKey' },
    ...rightsOptions,
    { flag: '--days', value: 'arg.number', help: 'option.keyDays' },
    { flag: '--revoke', value: 'arg.keyPrefix', help: 'option.revokeKey' },
  ],
  formats: ['json', 'csv', 'xlsx'],
  run: async (session, options) => {
    const { new: name, revoke, role, scope, hide, days } = options;
    onlyOneOf({ '--new': name, '--revoke': revoke });
    const ofNew = { '--role': role, '--scope': scope, '--hide': hide, '--days': days };
    const [idle] = Object.entries(ofNew).flatMap(([option, value]) => (value === undefined ? [] : [option]));
    if (name === undefined && idle !== undefined)
      throw new Refusal({ code: 'optionNeeds', params: { option: idle, needs: '--new' } });
    await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
      if (name !== undefined) await makeKey(session, application, name, options);
      else if (revoke !== undefined) await revokeKey(session, application, revoke);
      else await printKeys(session, application);
    });
    return exitCodes.done;
  },
};

/** The key itself is the answer, all else a remark: `akb keys --new … > file` keeps it. */
async function makeKey(
  session: Session,
  application: Application,
  said: string,
  options: Options,
): Promise<void> {
  const { say, remark, print, format, language } = session;
  const { role, scope = { nodes: null }, hidden = [] } = await saidRights(application, options);
  const missing = role === undefined ? '--role' : options.days === undefined ? '--days' : undefined;
  if (role === undefined || missing !== undefined)
    throw new Refusal({ code: 'optionNeeds', params: { option: '--new', needs: missing ?? '' } });
  const { data: name } = displayName.safeParse(said);
  if (name === undefined) throw new Refusal({ code: 'userNameWrong' });
  const { data: days } = newKey.shape.days.safeParse(wholeNumber('--days', options.days ?? ''));
  if (days === undefined) throw new Refusal({ code: 'keyDays' });
  const key = await application.access.addKey({ viewer: folderHolder }, { name, role, scope, hidden, days });
  remark(say('keys.made', { name: key.name, until: formatInstant(key.expiresAt, language) }));
  if (format.json) await printJson(session, key);
  else await print(key.text);
}

/** A whole key may be named too; no more of it than its beginning is ever shown. */
async function revokeKey(session: Session, { access }: Application, said: string): Promise<void> {
  const prefix = said.trim().slice(0, 'akb_00000000'.length);
  const keys = await access.keys(folderHolder);
  const [key, ...more] = keys.filter((one) => one.revokedAt === null && one.prefix === prefix);
  if (key === undefined || more.length > 0)
    throw new Refusal({ code: 'keyPrefixUnknown', params: { prefix } });
  await access.revokeKey(folderHolder, key.id);
  session.remark(session.say('keys.revoked', { prefix: key.prefix }));
  if (session.format.json) await printJson(session, { id: key.id, prefix: key.prefix });
}

async function printKeys(session: Session, application: Application): Promise<void> {
  const keys = await application.access.keys(folderHolder);
  await printList(session, keys, {
    sheet: session.say('keys.sheet'),
    columns: keyColumns(session, await rightsColumns(session, application, keys)),
    toJson: (key) => key,
    none: session.say('keys.none'),
  });
}

function keyColumns(session: Session, rights: readonly Column<ApiKey>[]): readonly Column<ApiKey>[] {
  const { say, language } = session;
  return [
    { title: say('keys.prefix'), kind: 'code', value: ({ prefix }) => prefix },
    { title: say('keys.name'), kind: 'text', value: ({ name }) => name },
    ...rights,
    {
      title: say('keys.expires'),
      kind: 'code',
      value: ({ expiresAt }) => formatInstant(expiresAt, language),
    },
    { title: say('keys.lastUsed'), kind: 'date', value: ({ lastUsedDay }) => lastUsedDay, spare: 1 },
    { title: say('users.state'), kind: 'code', value: (key) => say('keys.stateOf', { state: stateOf(key) }) },
  ];
}

function stateOf({ revokedAt, expiresAt }: ApiKey): string {
  if (revokedAt !== null) return 'revoked';
  return Date.parse(expiresAt) <= Date.now() ? 'expired' : 'valid';
}
