import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  duplicatePairEndpoint,
  duplicatesEndpoint,
  mergesEndpoint,
} from '../../src/edges/http/contracts/duplicates.ts';
import { newServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
  await server.akb.load({
    'shipments.csv': `Дата;Номер документа;Код контрагента;Контрагент;ИНН;Номенклатура;Количество;Сумма
02.09.2026;РН-1;К-1;Ромашка;0001000010;Молоко;1;100
03.09.2026;РН-2;К-2;Ромашка ООО;0001000010;Молоко;1;200
`,
  });
});
afterAll(() => server.remove());

const ask = async (path: string, question: Parameters<TestServer['ask']>[1] = {}) => {
  const answer = await server.ask(`/api/v1${path}`, question);
  return { status: answer.status, body: answer.status === 204 ? undefined : (answer.json() as unknown) };
};

test('a pair is looked at, previewed, merged and parted by the API; wrong words change nothing', async () => {
  const listed = await ask('/duplicates?limit=10');
  const [pair] = duplicatesEndpoint.answer.schema.parse(listed.body).candidates;
  const [a, b] = [pair?.a.id ?? 0, pair?.b.id ?? 0];
  const beside = duplicatePairEndpoint.answer.schema.parse(
    (await ask(`/duplicates/pairs/client/${a}/${b}`)).body,
  );
  const seen = { absorbed: beside.b.version, survivor: beside.a.version };
  const merges = [{ unit: 'client', absorbed: b, survivor: a, take: ['name'], seen }];
  const body = { merges };
  expect((await ask('/merges/preview', { method: 'POST', body })).body).toMatchObject({
    effect: [{ month: '2026-09', before: { client: 2 }, after: { client: 1 } }],
  });
  const merged = await ask('/merges', { method: 'POST', body });
  expect(merged).toMatchObject({ status: 201, body: { merges: [expect.any(Number)] } });
  const again = await ask('/merges', { method: 'POST', body });
  expect(again).toMatchObject({ status: 409, body: { problems: [{ code: 'mergeOfOne' }] } });
  const [entry] = mergesEndpoint.answer.schema.parse((await ask('/merges?limit=5')).body).merges;
  expect(entry).toMatchObject({ level: 'legalEntity', withdrawn: null });
  expect(await ask(`/merges/${entry?.id}/undo`, { method: 'POST' })).toMatchObject({ status: 200 });
  const stale = await ask('/merges', { method: 'POST', body });
  expect(stale).toMatchObject({ status: 409, body: { problems: [{ code: 'mergeStale' }] } });
  expect(await ask(`/duplicates/dismissed/${a}/${b}`, { method: 'PUT' })).toMatchObject({ status: 204 });
  expect((await ask('/duplicates?limit=10')).body).toMatchObject({ candidates: [] });
  for (const wrong of [
    { merges: [] },
    { merges: [{ unit: 'client', absorbed: a, survivor: `${b} OR 1=1` }] },
    { merges: [{ unit: 'client', absorbed: a, survivor: b, take: ['inn'] }] },
  ])
    expect(await ask('/merges', { method: 'POST', body: wrong })).toMatchObject({ status: 400 });
  expect(await ask('/merges/99/undo', { method: 'POST' })).toMatchObject({ status: 404 });
});
