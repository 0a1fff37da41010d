import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/access.ts';
import { folderHolder } from '../../src/domain/access.ts';
import type { Access } from '../../src/use-cases/access/access.ts';
import { newUserOf, owners, passwordOf, settledUser } from '../access/desk.ts';
import { type Answer, newServer, type Question, type TestServer } from '../harness/server.ts';

let server: TestServer;
let access: Access;
let clock = Date.parse('2026-11-15T12:00:00Z');
/** Opened while there were no users. */
let linkCookie: string;
let unusedLink: string;

const quarter = 15 * 60_000;
const ask = (path: string, question: Question = {}) =>
  server.ask(`/api/v1${path}`, { withKey: false, ...question });
const cookieOf = ({ headers }: Answer) => String(headers['set-cookie']).split(';')[0] ?? '';
const codes = (answer: Answer) => [
  answer.status,
  answer
    .json()
    .problems?.map(({ code }) => code)
    .join(),
];
const byLink = (link: string) => ask('/session', { body: { token: new URL(link).hash.slice(1) } });

const signIn = (login: string, password = passwordOf(login), headers: Record<string, string> = {}) =>
  ask('/sign-in/password', { body: { login, password }, headers });
/** Asks with the cookie of a new session. */
async function as(login: string) {
  const cookie = cookieOf(await signIn(login));
  return (path: string, question: Question = {}) =>
    ask(path, { ...question, headers: { cookie, ...question.headers } });
}
const withKey =
  (text: string) =>
  (path: string, question: Question = {}) =>
    ask(path, { ...question, headers: { authorization: `Bearer ${text}`, ...question.headers } });

beforeAll(async () => {
  server = await newServer({ now: () => clock });
  ({ access } = server.akb.application);
  linkCookie = cookieOf(await byLink(server.newLink()));
  unusedLink = server.newLink();
  expect((await ask('/me', { headers: { cookie: linkCookie } })).json()).toMatchObject({
    user: null,
    by: 'link',
  });
  const me = await server.ask('/api/v1/me');
  expect(me.json()).toMatchObject({ user: null, by: 'folderKey', role: 'owner' });
  const first = await server.ask('/api/v1/users', { body: newUserOf('anna', 'owner') });
  expect(first.status).toBe(201);
  for (const [login, role] of [
    ['boris', 'rep'],
    ['vera', 'director'],
  ] satisfies [string, Role][])
    await settledUser(access, login, role);
});
afterAll(() => server.remove());

describe('with the first user', () => {
  test('the key of the folder opens nothing any more, and says so', async () => {
    for (const path of ['/state', '/users', '/me'])
      expect(codes(await server.ask(`/api/v1${path}`))).toEqual([401, 'folderKeyOff']);
    expect(codes(await server.ask('/api/v1/links', { method: 'POST' }))).toEqual([401, 'folderKeyOff']);
  });

  test('nor do links, and what links have opened', async () => {
    expect(codes(await ask('/state', { headers: { cookie: linkCookie } }))).toEqual([401, 'notSignedIn']);
    expect(codes(await byLink(unusedLink))).toEqual([401, 'linkVoid']);
  });
});

describe('signing in', () => {
  test('gives a cookie that scripts and other sites do not get', async () => {
    const answer = await signIn('anna');
    expect([answer.status, answer.json()]).toEqual([200, { oneTimePassword: false }]);
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^akb_session_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    const me = await ask('/me', { headers: { cookie: cookieOf(answer) } });
    expect(me.json()).toMatchObject({
      ...{ by: 'session', role: 'owner', hidden: [], scope: { nodes: null }, oneTimePassword: false },
      user: { login: 'anna', name: 'Имя anna' },
      permissions: expect.arrayContaining(['manageUsers', 'seeFigures']),
    });
    expect((await (await as('boris'))('/me')).json().permissions).toEqual([
      ...['seeFigures', 'seeCustomers', 'recordTouches', 'seeBonus'],
    ]);
  });

  test('over another session signs out whose it was, over a link nobody', async () => {
    const signedOut = async () => {
      const { entries } = await server.akb.application.audit({ action: 'signedOut', limit: 50 });
      return entries.map(({ user }) => user);
    };
    const before = await signedOut();
    await signIn('anna', undefined, { cookie: linkCookie });
    await signIn('anna');
    expect(await signedOut()).toEqual(before);
    const boris = cookieOf(await signIn('boris'));
    const { user } = (await ask('/me', { headers: { cookie: boris } })).json() as unknown as {
      user: { id: number };
    };
    await signIn('anna', undefined, { cookie: boris });
    expect(await signedOut()).toEqual([user.id, ...before]);
  });

  test('never takes a session that was there before: fixation', async () => {
    const planted = `${cookieOf(await signIn('boris'))}`;
    const victim = await signIn('anna', undefined, { cookie: planted });
    expect(cookieOf(victim)).not.toBe(planted);
    expect((await ask('/me', { headers: { cookie: planted } })).status).toBe(401);
    const [name] = planted.split('=');
    const made = `${name}=${'A'.repeat(43)}`;
    expect(cookieOf(await signIn('anna', undefined, { cookie: made }))).not.toBe(made);
    expect((await ask('/me', { headers: { cookie: made } })).status).toBe(401);
  });

  test('says the same of a wrong password, an unknown login and a disabled user', async () => {
    await settledUser(access, 'gone', 'rep');
    const gone = (await access.users(folderHolder)).find(({ login }) => login === 'gone');
    await access.changeUser(folderHolder, gone?.id ?? 0, { disabled: true });
    const answers = await Promise.all([
      signIn('anna', 'не тот пароль вовсе'),
      signIn('unheard', 'не тот пароль вовсе'),
      signIn('gone'),
    ]);
    const told = answers.map(({ status, text, headers }) => ({
      ...{ status, text, names: Object.keys(headers).sort() },
    }));
    expect(told[0]).toMatchObject({ status: 401, text: expect.stringContaining('signInRefused') });
    expect(told[1]).toEqual(told[0]);
    expect(told[2]).toEqual(told[0]);
    expect(answers.every(({ headers }) => headers['set-cookie'] === undefined)).toBe(true);
  });

  test.each(['known', 'unknown'])(
    'a login that is %s waits after ten failures, told alike',
    async (which) => {
      const login = which === 'known' ? 'vera' : 'nobody-knows';
      for (let time = 0; time < 10; time++) await signIn(login, 'не тот пароль вовсе');
      const answer = await signIn(login);
      expect(codes(answer)).toEqual([429, 'signInWaits']);
      expect(answer.headers['retry-after']).toBe('900');
      expect(answer.text).toContain('15');
      if (which === 'known') {
        const vera = (await access.users(folderHolder)).find((user) => user.login === login);
        await access.resetPassword(folderHolder, vera?.id ?? 0, 'пароль на три дня');
      }
    },
  );

  test('an address that fails too often waits whatever the login, and others do not count', async () => {
    clock += quarter;
    const attempts = Array.from({ length: 55 }, (_, number) => number);
    const statuses = new Set<number>();
    for (const number of attempts) statuses.add((await signIn(`guess-${number}`, 'x')).status);
    expect([...statuses]).toEqual([401, 429]);
    const answer = await signIn('anna');
    expect(codes(answer)).toEqual([429, 'tooManySignIns']);
    expect(answer.headers['retry-after']).toBe('900');
    clock += quarter;
    expect((await signIn('anna')).status).toBe(200);
  });

  test.each([
    ['an unknown field', { login: 'anna', password: 'x', role: 'owner' }],
    ['an object in place of a password', { login: 'anna', password: { $ne: '' } }],
    ['a list in place of a login', { login: ['anna'], password: 'x' }],
    ['no password', { login: 'anna' }],
  ])('%s is refused', async (_, body) => {
    expect(codes(await ask('/sign-in/password', { body }))).toEqual([400, 'requestWrong']);
  });
});

describe('pages of others', () => {
  const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const errands: [string, string, unknown?][] = [
    ['POST', '/sign-in/password', { login: 'anna', password: passwordOf('anna') }],
    ['POST', '/users', newUserOf('planted', 'owner')],
    ['PATCH', '/users/1', { disabled: true }],
    ['PUT', '/users/1/password', { password: 'пароль чужой страницы' }],
    ['DELETE', '/users/1/sessions'],
    ['PATCH', '/me/password', { current: passwordOf('anna'), next: 'пароль чужой страницы' }],
    ['DELETE', '/me/sessions/1'],
    ['POST', '/keys', { name: 'x', role: 'owner', scope: { nodes: null }, hidden: [], days: 1 }],
    ['DELETE', '/keys/1'],
    ['DELETE', '/session'],
  ];

  test.each(errands)('cannot have a user do this: %s %s', async (method, path, body) => {
    const anna = await as('anna');
    const answer = await anna(path, { method, headers: foreign, ...(body !== undefined && { body }) });
    expect(codes(answer)).toEqual([403, 'foreignOrigin']);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect((await anna('/me')).status).toBe(200);
  });

  test('nor by a form, which sends no JSON', async () => {
    const anna = await as('anna');
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const bytes = JSON.stringify(newUserOf('planted', 'owner'));
      const answer = await anna('/users', { bytes, headers: { 'content-type': type } });
      expect(codes(answer)).toEqual([415, 'requestNotJson']);
    }
  });
});

describe('users over HTTP', () => {
  test('are managed by owners', async () => {
    const anna = await as('anna');
    const added = await anna('/users', { body: newUserOf('denis', 'rep') });
    expect(added.status).toBe(201);
    expect(added.text).not.toContain('argon2');
    const { id } = added.json();
    const changed = await anna(`/users/${id}`, { method: 'PATCH', body: { role: 'supervisor' } });
    expect(changed.json()).toMatchObject({ id, login: 'denis', role: 'supervisor' });
    const listed = (await anna('/users')).json().users as { login: string }[];
    expect(listed.map(({ login }) => login)).toContain('denis');
    expect(codes(await anna('/users', { body: newUserOf('DENIS', 'rep') }))).toEqual([409, 'loginTaken']);
    expect(codes(await anna('/users/4711', { method: 'PATCH', body: { role: 'rep' } }))).toEqual([
      ...[404, 'userUnknown'],
    ]);
    expect(codes(await anna('/users/1', { method: 'PATCH', body: { role: 'rep' } }))).toEqual([
      409,
      'lastOwner',
    ]);
  });

  test.each([
    ['POST', '/users', { ...newUserOf('x1', 'rep'), id: 1 }],
    ['POST', '/users', { ...newUserOf('x1', 'rep'), disabled: false }],
    ['POST', '/users', { ...newUserOf('x1', 'rep'), role: 'admin' }],
    ['PATCH', '/users/2', { password: 'пароль мимо своей двери' }],
    ['PATCH', '/users/2', { login: 'other' }],
    ['PATCH', '/users/2', {}],
    ['PATCH', '/users/2', { scope: { nodes: [] } }],
    ['PATCH', '/users/2', { scope: { nodes: [{ dimension: 'rep', member: 1, more: 1 }] } }],
    ['PUT', '/users/2/password', { password: 'пароль пароль пароль', oneTimeUntil: null }],
    ['PATCH', '/me/password', { current: 'x', next: 'пароль пароль пароль', role: 'owner' }],
    ['POST', '/keys', { name: 'x', role: 'rep', scope: { nodes: null }, hidden: [], days: 367 }],
    ['POST', '/keys', { name: 'x', role: 'rep', scope: { nodes: null }, hidden: [] }],
    ['POST', '/keys', { name: 'x', role: 'rep', scope: { nodes: null }, hidden: [], days: 1, user: 1 }],
  ])('what no one may say is refused: %s %s %o', async (method, path, body) => {
    const anna = await as('anna');
    expect(codes(await anna(path, { method, body }))).toEqual([400, 'requestWrong']);
  });

  test('nobody else does what owners do', async () => {
    const boris = await as('boris');
    const { id } = (await boris('/me')).json().user as { id: number };
    for (const [method, path, body] of [
      ['GET', '/users'],
      ['POST', '/users', newUserOf('planted', 'owner')],
      ['PATCH', `/users/${id}`, { role: 'owner' }],
      ['PUT', `/users/${id}/password`, { password: 'пароль пароль пароль' }],
      ['GET', '/users/1/sessions'],
      ['DELETE', '/users/1/sessions'],
      ['DELETE', '/users/1/sessions/1'],
    ] as [string, string, unknown?][])
      expect(codes(await boris(path, { method, ...(body !== undefined && { body }) }))).toEqual([
        ...[403, 'notAllowed'],
      ]);
  });

  test('with the password of an owner do nothing but set their own', async () => {
    await access.addUser(folderHolder, newUserOf('newcomer', 'director', { password: 'пароль на три дня' }));
    const answer = await signIn('newcomer', 'пароль на три дня');
    expect(answer.json()).toEqual({ oneTimePassword: true });
    const headers = { cookie: cookieOf(answer) };
    for (const path of ['/state', '/keys', '/me/sessions', '/organisation'])
      expect(codes(await ask(path, { headers }))).toEqual([403, 'passwordMustChange']);
    expect((await ask('/me', { headers })).json()).toMatchObject({ oneTimePassword: true });
    const change = await ask('/me/password', {
      ...{ method: 'PATCH', headers },
      body: { current: 'пароль на три дня', next: passwordOf('newcomer') },
    });
    expect(change.status).toBe(204);
    expect((await ask('/me', { headers })).status).toBe(401);
    const renewed = { cookie: cookieOf(change) };
    expect((await ask('/state', { headers: renewed })).status).toBe(200);
    expect((await ask('/me', { headers: renewed })).json()).toMatchObject({ oneTimePassword: false });
  });

  test('see their own sessions and end them', async () => {
    const [here, there] = [await as('boris'), await as('boris')];
    type Listed = { sessions: { id: number; current: boolean }[] };
    const { sessions } = (await here('/me/sessions')).json() as unknown as Listed;
    expect(sessions.filter(({ current }) => current)).toHaveLength(1);
    const [newest] = sessions;
    expect(newest?.current).toBe(false);
    expect((await here(`/me/sessions/${newest?.id}`, { method: 'DELETE' })).status).toBe(204);
    expect([(await here('/me')).status, (await there('/me')).status]).toEqual([200, 401]);
    const anna = await as('anna');
    const own = (await anna('/me/sessions')).json() as unknown as Listed;
    expect(codes(await here(`/me/sessions/${own.sessions[0]?.id}`, { method: 'DELETE' }))).toEqual([
      ...[404, 'sessionUnknown'],
    ]);
    const { id } = (await here('/me')).json().user as { id: number };
    expect((await anna(`/users/${id}/sessions`)).json().sessions).not.toEqual([]);
    expect((await anna(`/users/${id}/sessions`, { method: 'DELETE' })).status).toBe(204);
    expect((await here('/me')).status).toBe(401);
  });

  test('are signed out at the server, not in the browser alone', async () => {
    const anna = await as('anna');
    expect((await anna('/session', { method: 'DELETE' })).status).toBe(204);
    expect((await anna('/me')).status).toBe(401);
  });
});

describe('API keys over HTTP', () => {
  const key = { name: 'Выгрузка', role: 'rep', scope: { nodes: null }, hidden: ['contacts'], days: 30 };
  const made = async (login: string, changes: object = {}) => {
    const answer = await (await as(login))('/keys', { body: { ...key, ...changes } });
    expect(answer.status).toBe(201);
    return answer.json() as unknown as { id: number; text: string };
  };

  test('open what their role opens, until they are revoked', async () => {
    const { id, text } = await made('boris');
    const program = withKey(text);
    expect((await program('/me')).json()).toMatchObject({
      ...{ by: 'key', role: 'rep', hidden: ['contacts'], user: { login: 'boris' } },
    });
    expect(codes(await program('/keys', { body: key }))).toEqual([403, 'notAllowed']);
    expect(codes(await program('/users'))).toEqual([403, 'notAllowed']);
    const change = { current: passwordOf('boris'), next: 'пароль пароль пароль' };
    expect(codes(await program('/me/password', { method: 'PATCH', body: change }))).toEqual([
      403,
      'onlyInSession',
    ]);
    expect(codes(await program('/links', { method: 'POST' }))).toEqual([403, 'onlyByKey']);
    const vera = await as('anna');
    expect((await vera(`/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect(codes(await program('/me'))).toEqual([401, 'notSignedIn']);
  });

  test('go no further than whoever makes them', async () => {
    const boris = await as('boris');
    for (const role of ['owner', 'director', 'supervisor'])
      expect(codes(await boris('/keys', { body: { ...key, role } }))).toEqual([403, 'keyBeyondMaker']);
    const { id } = await made('anna');
    expect(codes(await boris(`/keys/${id}`, { method: 'DELETE' }))).toEqual([404, 'keyUnknown']);
    const listed = (await boris('/keys')).json().keys as { user: number; prefix: string }[];
    const { id: own } = (await boris('/me')).json().user as { id: number };
    expect(listed.every(({ user }) => user === own)).toBe(true);
  });

  test('an owner’s one manages users, and what is wrong with a key is not covered by a cookie', async () => {
    const { text } = await made('anna', { role: 'owner', hidden: [] });
    expect((await withKey(text)('/users')).status).toBe(200);
    const anna = await as('anna');
    expect((await anna('/me', { headers: { authorization: `Bearer ${text}x` } })).status).toBe(401);
    expect((await anna('/me', { headers: { authorization: `Basic ${text}` } })).status).toBe(401);
  });

  test('in an address they open nothing', async () => {
    const { text } = await made('anna');
    for (const query of [`key=${text}`, `access_token=${text}`, `authorization=Bearer%20${text}`])
      expect((await ask(`/state?${query}`)).status).toBe(401);
  });
});

test('every answer carries strict headers, refusals too', async () => {
  const anna = await as('anna');
  for (const answer of [await anna('/me'), await ask('/me'), await ask('/nothing'), await signIn('x', 'x')]) {
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
    });
    // Without TLS it would promise what nobody keeps.
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  }
});

test('nothing that was refused has left a user behind', async () => {
  const users = await access.users({ user: 1, ...owners });
  expect(users.filter(({ login }) => /^(planted|x1)$/.test(login))).toEqual([]);
});
