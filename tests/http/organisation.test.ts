import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '../../src/edges/remote/connection.ts';
import { remoteApplication } from '../../src/edges/remote/remote-application.ts';
import type { Application } from '../../src/facade.ts';
import { refusalOf, unseen } from '../harness/application.ts';
import { newServer, type TestServer } from '../harness/server.ts';
import { shipmentsFile } from '../harness/shipments.ts';

let server: TestServer;
let remote: Application;

beforeAll(async () => {
  server = await newServer();
  await server.akb.load({
    'отгрузки.csv': shipmentsFile([
      ['05.10.2026', 'Д-1', 'К-1', 'Ромашка', 'Товар', 1, 100, 'Петров'],
      ['06.10.2026', 'Д-2', 'К-2', 'Лютик', 'Товар', 1, 100, 'Сидорова'],
    ]),
  });
  remote = remoteApplication(await connect(server.akb.dataDir, { url: server.url }));
});
afterAll(async () => {
  await remote.close();
  await server.remove();
});

const ask = (path: string, body?: unknown, method: 'POST' | 'PATCH' = 'POST') =>
  server.ask(`/api/v1${path}`, body === undefined ? {} : { body, method });

test('what is stated through the server is told by it, and is a new version of the data', async () => {
  const { members } = await remote.organisation('2026-10-31');
  expect(members.map(({ kind, name, parent }) => [kind, name, parent])).toEqual([
    ['rep', 'Петров', null],
    ['rep', 'Сидорова', null],
  ]);
  const [petrov, sidorova] = members;
  const { dataVersion } = await remote.dataState();
  const stated = {
    about: 'client',
    ids: [1],
    kind: 'rep',
    member: sidorova?.id ?? 0,
    from: '2026-11-01',
  } as const;
  expect(await remote.assign(stated, unseen)).toEqual({ dataVersion: dataVersion + 1, effect: [] });
  const told = await remote.assignments('client', 1);
  expect(told).toEqual(await server.akb.application.assignments('client', 1));
  expect(told.responsible.map(({ since, member }) => [since, member?.id])).toEqual([
    ['2026-10-05', petrov?.id],
    ['2026-11-01', sidorova?.id],
  ]);
  expect(told.stated).toMatchObject([{ about: 'client', unit: 1, from: '2026-11-01', to: null }]);
});

test('what cannot be stated comes back with its reason', async () => {
  const wrong = { about: 'client', ids: [77], kind: 'rep', member: 'nobody', from: '2026-11-01' } as const;
  expect(await refusalOf(remote.assign(wrong, unseen))).toMatchObject([
    { code: 'assignmentUnitsUnknown', params: { level: 'client', count: 1, first: '77' } },
  ]);
  expect((await ask('/assignments/client/77')).status).toBe(404);
  expect((await ask('/assignments/rep/1')).status).toBe(400);
  expect((await ask('/organisation?day=today')).status).toBe(400);
  expect((await ask('/assignments', { ...wrong, member: 0 })).status).toBe(400);
});

test('members by hand go through the server, and whoever was slower is told so', async () => {
  const { organisationEdits: edits } = remote;
  const added = await edits.add({ kind: 'team', name: 'Сети', code: 'С-7' });
  const { members } = await remote.organisation();
  expect(members.find(({ id }) => id === added.id)).toMatchObject({ name: 'Сети', version: added.version });
  const renamed = await edits.change(added.id, { version: added.version, name: 'Сети и HoReCa' });
  expect(renamed).toMatchObject({ name: 'Сети и HoReCa', was: { name: 'Сети' } });
  const late = { version: added.version, retired: '2026-11-01' };
  const path = `/organisation/members/${added.id}`;
  expect((await ask(path, late, 'PATCH')).status).toBe(409);
  expect((await ask(path, { version: renamed.version }, 'PATCH')).status).toBe(400);
  expect((await ask('/organisation/members', { kind: 'team', name: '\0' })).status).toBe(400);
  expect(await edits.undo(added.id, renamed.version)).toMatchObject({ name: 'Сети' });
  expect(await edits.history(added.id)).toEqual(
    await server.akb.application.organisationEdits.history(added.id),
  );
  const statement = { about: 'client', kind: 'rep', ids: [1], member: 'nobody', from: '2026-11-01' } as const;
  for (const [through, own] of [
    [edits.clients('2026-10-31'), server.akb.application.organisationEdits.clients('2026-10-31')],
    [edits.preview(statement), server.akb.application.organisationEdits.preview(statement)],
  ] as const)
    expect(await through).toEqual(await own);
});
