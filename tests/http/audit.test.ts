import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { auditEndpoint, auditVerificationEndpoint } from '../../src/edges/http/contracts/audit.ts';
import type { Application } from '../../src/facade.ts';
import { newServer, type TestServer } from '../harness/server.ts';
import { numbers, shipmentsFile } from '../harness/shipments.ts';

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  const rows = numbers(0, 120).map((n) => [
    ...['05.10.2026', `РН-${n}`, `К-${n}`, `Клиент ${n}`, 'Товар', 1, 100, 'Менеджер'],
  ]);
  await server.akb.load({ 'отгрузки.csv': shipmentsFile(rows) });
});
afterAll(() => server.remove());

const ask = (path: string, body?: unknown) =>
  server.ask(`/api/v1${path}`, body === undefined ? {} : { body });
const search = async (query: Record<string, string> = {}) =>
  auditEndpoint.answer.schema.parse((await ask(`/audit?${new URLSearchParams(query)}`)).json()) as z.output<
    typeof auditEndpoint.answer.schema
  >;
const newest = async () => (await search({ limit: '1' })).entries[0];
const verified = async (head?: string) =>
  auditVerificationEndpoint.answer.schema.parse(
    (await ask(`/audit/verification${head === undefined ? '' : `?head=${head}`}`)).json(),
  );

test('an export is recorded with its address, its question and its persons, a long list too', async () => {
  await ask('/exports/customers?format=csv&period=2026-10');
  expect(await newest()).toMatchObject({
    ...{ action: 'exported', outcome: 'done', user: null, address: '127.0.0.1' },
    details: { persons: 120, question: { set: 'active', period: { label: '2026-10' } } },
  });
  await ask('/exports/customers?format=xlsx&period=2026-09');
  expect(await newest()).toMatchObject({ action: 'exported', details: { persons: 0 } });
  await ask('/exports/report?format=csv&periods=2026-10&by=rep');
  expect(await newest()).toMatchObject({ action: 'exported', details: { question: { by: 'rep' } } });
  await ask('/customers', { period: '2026-10', search: 'Клиент' });
  const listed = await newest();
  expect(listed).toMatchObject({ action: 'listed', details: { persons: 120, question: { search: true } } });
  expect(JSON.stringify(listed)).not.toContain('Клиент');
});

test('what only counts is not', async () => {
  const { events } = await verified();
  await ask('/figures', { periods: ['2026-10'] });
  await ask('/state');
  await ask('/doctor');
  expect((await verified()).events).toBe(events);
});

test('the trail is found by what was done, page by page, and the chain is whole', async () => {
  for (const name of ['Киров', 'Ростов', 'Псков'])
    await server.ask('/api/v1/places', {
      method: 'PUT',
      body: { name, within: 'Калужская область' },
    });
  const all = await search({ action: 'placeSet' });
  expect(all.entries.map(({ subject }) => subject?.id)).toEqual(['Псков', 'Ростов', 'Киров']);
  const first = await search({ action: 'placeSet', limit: '2', user: 'holder' });
  const rest = await search({ action: 'placeSet', limit: '2', cursor: first.next ?? '' });
  expect([...first.entries, ...rest.entries]).toEqual(all.entries);
  expect((await search({ subject: 'place:Киров' })).entries).toHaveLength(1);
  expect((await search({ user: '5' })).entries).toEqual([]);
  const { at = '' } = all.entries[1] ?? {};
  expect((await search({ action: 'placeSet', from: at })).entries).toHaveLength(2);
  expect((await search({ action: 'placeSet', to: at })).entries).toHaveLength(1);

  const { whole, head } = await verified();
  expect([whole, (await verified(head ?? '')).headFound]).toEqual([true, true]);
  expect(await verified('0'.repeat(64))).toMatchObject({ whole: false, break: null, headFound: false });
});

test.each([
  '/audit?limit=0',
  '/audit?limit=1001',
  '/audit?user=%27%20OR%201%3D1',
  '/audit?action=everything',
  '/audit?from=yesterday',
  `/audit?subject=${encodeURIComponent("place'; DROP TABLE audit_event; --")}`,
  '/audit?payload=x',
  '/audit/verification?head=zz',
])('%s is not understood', async (path) => {
  expect((await ask(path)).status).toBe(400);
});

test('nothing of it without the key', async () => {
  for (const path of ['/audit', '/audit/verification'])
    expect((await server.ask(`/api/v1${path}`, { withKey: false })).status).toBe(401);
});

test('through the server the command line sees the same', async () => {
  const { connect } = await import('../../src/edges/remote/connection.ts');
  const { remoteApplication } = await import('../../src/edges/remote/remote-application.ts');
  const connection = await connect(server.akb.dataDir, { url: server.url });
  const there: Application = remoteApplication(connection);
  try {
    const query = { limit: 3, user: null, subject: { kind: 'place' } } as const;
    expect(await there.audit(query)).toEqual(await server.akb.application.audit(query));
    expect(await there.verifyAudit()).toEqual(await server.akb.application.verifyAudit());
  } finally {
    await there.close();
  }
});
