import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { routes } from '../../src/edges/http/routes/index.ts';
import { startServer } from '../../src/edges/http/server.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { refusalOf } from '../harness/application.ts';
import { newServer, type TestServer } from '../harness/server.ts';

const minute = 60_000;
let clock = Date.parse('2026-11-15T12:00:00Z');
let server: TestServer;

beforeAll(async () => {
  server = await newServer({ now: () => clock });
});
afterAll(async () => {
  await server.remove();
});

const tokenOf = (link: string) => new URL(link).hash.slice(1);
const signIn = (token: string) => server.ask('/api/v1/session', { body: { token }, withKey: false });
const cookieOf = (answer: { headers: Record<string, string | string[] | undefined> }) =>
  String(answer.headers['set-cookie']);

describe('who has neither the key nor a session', () => {
  const closed = routes.filter(({ endpoint }) => !endpoint.open);
  const operations = [
    ...closed.map(({ endpoint }) => ({
      method: endpoint.method,
      path: `/api/v1${endpoint.path.replace('{importId}', '1').replace(/\{\w+\}/, 'x')}`,
    })),
    { method: 'GET', path: '/api/openapi.json' },
    { method: 'GET', path: '/' },
    { method: 'GET', path: '/api/v1/nothing-here' },
  ];

  test.each(operations)('is refused: $method $path', async ({ method, path }) => {
    const answer = await server.ask(path, { method, withKey: false });
    expect(answer.status).toBe(401);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().problems?.map(({ code }) => code)).toEqual(['notSignedIn']);
  });

  test('may ask for the health, on loopback too nothing else', async () => {
    expect((await server.ask('/health', { withKey: false })).json()).toEqual({ status: 'ok' });
  });

  test.each(['Bearer ', 'Bearer wrong', 'Basic dXNlcjpwYXNz'])(
    'with «%s» is refused',
    async (authorization) => {
      const answer = await server.ask('/api/v1/state', { withKey: false, headers: { authorization } });
      expect(answer.status).toBe(401);
    },
  );
});

describe('the key', () => {
  test('has 256 bits and is for its owner alone', async () => {
    const file = join(server.akb.dataDir, 'secret');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(Buffer.from(server.key, 'base64url')).toHaveLength(32);
    expect((await server.ask('/api/v1/state')).status).toBe(200);
  });

  test('the file with the address is for its owner alone as well, and holds no secret', async () => {
    const file = join(server.akb.dataDir, 'server.json');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });
});

describe('the link', () => {
  test('carries its token behind #, which browsers keep to themselves', () => {
    const link = new URL(server.newLink());
    expect([link.search, link.pathname]).toEqual(['', '/open']);
    expect(Buffer.from(link.hash.slice(1), 'base64url')).toHaveLength(32);
  });

  test('is exchanged for a session that scripts and other sites do not get', async () => {
    const answer = await signIn(tokenOf(server.newLink()));
    expect(answer.status).toBe(204);
    expect(cookieOf(answer)).toMatch(/^akb_session_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    const [cookie = ''] = cookieOf(answer).split(';');
    const asked = await server.ask('/api/v1/state', { withKey: false, headers: { cookie } });
    expect(asked.status).toBe(200);
  });

  test('opens once', async () => {
    const token = tokenOf(server.newLink());
    expect((await signIn(token)).status).toBe(204);
    const again = await signIn(token);
    expect([again.status, again.json().problems?.[0]?.code]).toEqual([401, 'linkVoid']);
  });

  test('lives ten minutes', async () => {
    const [early, late] = [tokenOf(server.newLink()), tokenOf(server.newLink())];
    clock += 10 * minute;
    expect((await signIn(early)).status).toBe(204);
    clock += 1;
    expect((await signIn(late)).status).toBe(401);
  });

  test('is made anew with the key, never with a session', async () => {
    const made = await server.ask('/api/v1/links', { method: 'POST' });
    expect(made.status).toBe(201);
    const signedIn = await signIn(tokenOf(String(made.json().url)));
    const [cookie = ''] = cookieOf(signedIn).split(';');
    const refused = await server.ask('/api/v1/links', {
      method: 'POST',
      withKey: false,
      headers: { cookie },
    });
    expect([refused.status, refused.json().problems?.[0]?.code]).toEqual([403, 'onlyByKey']);
  });
});

describe('the session', () => {
  const newSession = async () => cookieOf(await signIn(tokenOf(server.newLink()))).split(';')[0] ?? '';
  const stateWith = (cookie: string) => server.ask('/api/v1/state', { withKey: false, headers: { cookie } });

  test('ends when the person signs out', async () => {
    const cookie = await newSession();
    const out = await server.ask('/api/v1/session', {
      method: 'DELETE',
      withKey: false,
      headers: { cookie },
    });
    expect([out.status, cookieOf(out)]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await stateWith(cookie)).status).toBe(401);
  });

  test('ends after a week that nobody used it', async () => {
    const cookie = await newSession();
    clock += 7 * 24 * 60 * minute;
    expect((await stateWith(cookie)).status).toBe(200);
    clock += 7 * 24 * 60 * minute + 1;
    expect((await stateWith(cookie)).status).toBe(401);
  });

  test('may not say where on this computer a backup is written', async () => {
    const cookie = await newSession();
    const refused = await server.ask('/api/v1/backups', {
      withKey: false,
      headers: { cookie },
      body: { folder: '/tmp/anywhere' },
    });
    expect([refused.status, refused.json().problems?.[0]?.code]).toEqual([403, 'onlyByKey']);
  });
});

describe('where a request comes from', () => {
  const from = (headers: Record<string, string>) => server.ask('/api/v1/state', { headers });
  const port = () => new URL(server.url).port;

  test.each(['akb.example', 'localhost.akb.example', '127.0.0.1', '127.0.0.1:1', '10.0.0.1', 'a b'])(
    'a foreign host is refused: «%s»',
    async (host) => {
      const answer = await from({ host });
      // Node itself refuses what is no header at all.
      expect([400, 403]).toContain(answer.status);
    },
  );

  test('a name that somebody else points to this address is refused, with the right port too', async () => {
    const answer = await from({ host: `rebound.example:${port()}` });
    expect([answer.status, answer.json().problems?.[0]?.code]).toEqual([403, 'foreignHost']);
  });

  test('the names of this computer are ours', async () => {
    for (const name of ['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]']) {
      expect((await from({ host: `${name}:${port()}` })).status, name).toBe(200);
    }
  });

  test.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'http://127.0.0.1:1' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('a foreign page is refused: %o', async (headers) => {
    const answer = await from(headers as Record<string, string>);
    expect([answer.status, answer.json().problems?.[0]?.code]).toEqual([403, 'foreignOrigin']);
  });

  test('our own page is not', async () => {
    expect((await from({ origin: server.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });
});

describe('listening', () => {
  const start = (binding: { host: string; port: number; proxy?: string }) =>
    startServer({ application: fakeApplication(), dataDir: server.akb.dataDir, binding, version: '1.2.3' });

  test.each(['0.0.0.0', '::', '192.0.2.1'])('on %s it takes TLS or a trusted proxy', async (host) => {
    expect(await refusalOf(start({ host, port: 0 }))).toEqual([{ code: 'bindingOpen', params: { host } }]);
  });

  test('a port that is taken is said', async () => {
    const port = Number(new URL(server.url).port);
    expect(await refusalOf(start({ host: '127.0.0.1', port }))).toEqual([
      { code: 'cannotListen', params: { host: '127.0.0.1', port, reason: 'EADDRINUSE' } },
    ]);
  });
});
