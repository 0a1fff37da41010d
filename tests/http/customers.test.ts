import { afterAll, beforeAll, expect, test } from 'vitest';
import { newServer, type TestServer } from '../harness/server.ts';

let server: TestServer;
const path = '/api/v1/customers/client/1';
const codes = async (question: Parameters<TestServer['ask']>[1], of = path) => {
  const answer = await server.ask(of, question);
  return [answer.status, ...(answer.json().problems ?? []).map(({ code }: { code: string }) => code)];
};

beforeAll(async () => {
  server = await newServer();
  await server.akb.load({
    'shipments.csv': `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
`,
  });
});
afterAll(() => server.remove());

test('two windows on one customer: the second one is shown both values and writes nothing', async () => {
  const card = (await server.ask(path)).json() as unknown as { name: string; version: number };
  expect(card).toMatchObject({ name: 'Ромашка', version: 0 });
  const first = await server.ask(path, { method: 'PATCH', body: { version: 0, name: 'Лютик' } });
  expect(first.status).toBe(200);
  expect(first.json()).toMatchObject({
    changes: { name: { before: 'Ромашка', after: 'Лютик' } },
    card: { name: 'Лютик' },
  });
  const second = await server.ask(path, { method: 'PATCH', body: { version: 0, name: 'Клевер' } });
  expect(second.status).toBe(409);
  expect(second.json()).toMatchObject({
    detail: expect.stringContaining('у вас «Клевер», сейчас «Лютик»'),
    problems: [
      { code: 'customerEditStale', params: { yours: 'Клевер', now: 'Лютик', at: expect.any(String) } },
    ],
  });
  const { edit } = first.json() as unknown as { edit: number };
  expect((await server.ask(`/api/v1/customers/edits/${edit}/undo`, { method: 'POST' })).json()).toMatchObject(
    {
      card: { name: 'Ромашка' },
    },
  );
});

test('wrong and hostile words are refused, and change nobody', async () => {
  const patch = (body: unknown) => codes({ method: 'PATCH', body });
  expect(await patch({ version: 1 })).toEqual([400, 'requestWrong']);
  expect(await patch({ version: 1, name: 'х'.repeat(501) })).toEqual([400, 'requestWrong']);
  expect(await patch({ version: 1, name: 'а\0б' })).toEqual([400, 'requestWrong']);
  expect(await patch({ version: 1, inn: '0001000010' })).toEqual([400, 'requestWrong']);
  expect(await codes({}, '/api/v1/customers/client/99')).toEqual([404, 'customerUnknown']);
  expect(await codes({}, '/api/v1/customers/client/1;DROP')).toEqual([400, 'requestWrong']);
  expect(await codes({ method: 'POST' }, '/api/v1/customers/edits/99/undo')).toEqual([
    404,
    'customerEditUnknown',
  ]);
  const { version } = (await server.ask(path)).json() as unknown as { version: number };
  const hostile = `'); DROP TABLE party; -- {{7*7}} <script>alert(1)</script> \\' \u202e`;
  const edited = await server.ask(path, { method: 'PATCH', body: { version, city: hostile, note: hostile } });
  expect(edited.json()).toMatchObject({ card: { note: hostile.trim() } });
  expect((await server.ask(path)).json()).toMatchObject({ name: 'Ромашка', note: hostile.trim() });
});
