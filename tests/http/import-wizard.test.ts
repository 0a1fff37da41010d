import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JobSnapshot, job } from '../../src/edges/http/contracts/jobs.ts';
import { newServer, type TestServer } from '../harness/server.ts';
import { shipmentsFile } from '../harness/shipments.ts';
import { patience } from '../patience.ts';

let server: TestServer;
beforeAll(async () => {
  server = await newServer();
});
afterAll(() => server.remove());

const ask = (path: string, body?: unknown) =>
  server.ask(`/api/v1${path}`, body === undefined ? {} : { body });
const post = (path: string) => server.ask(`/api/v1${path}`, { method: 'POST' });
const codes = async (path: string, body?: unknown) => {
  const answer = await ask(path, body);
  return [answer.status, answer.json().problems?.map(({ code }) => code)];
};

async function begin(content: string, options = {}): Promise<string> {
  const uploadId = (await server.ask('/api/v1/uploads', { bytes: content })).json().uploadId;
  const files = [{ uploadId, name: 'отгрузки.csv' }];
  return job.parse((await ask('/imports', { files, options })).json()).id;
}

type Prepared = Extract<JobSnapshot, { state: 'prepared' }>;

/** The job once it waits for somebody or has ended. */
async function resting(id: string): Promise<JobSnapshot> {
  const now = async () => job.parse((await ask(`/jobs/${id}`)).json());
  await expect.poll(now, { timeout: patience }).not.toMatchObject({ state: 'working' });
  return await now();
}

async function prepared(id: string): Promise<Prepared> {
  const now = await resting(id);
  if (now.state !== 'prepared') throw new Error(JSON.stringify(now));
  return now;
}

interface Rows {
  readonly columns: readonly { readonly header: string; readonly field: string | null }[];
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly faults: readonly object[];
    readonly mended: readonly object[];
  }[];
  readonly more: boolean;
}
const rows = async (id: string, query = '') =>
  (await ask(`/jobs/${id}/rows${query}`)).json() as unknown as Rows;

const line = (document: string, date = '05.10.2026', amount = '100') =>
  [date, document, `К-${document}`, `Клиент ${document}`, 'Товар', 1, amount, 'Петров'] as const;
const flawed = shipmentsFile([line('1'), line('2', 'вчера'), line('3', '06.10.2026', 'сто'), line('4')]);

describe('rows of a file that was prepared', () => {
  test('are shown as they stand, the rejected ones with their cells at fault, mended ones with what stood there', async () => {
    const id = await begin(flawed);
    expect((await prepared(id)).summary.mendedCells).toBe(0);
    const first = await rows(id, '?limit=2');
    expect([first.rows.map(({ row }) => row), first.more]).toEqual([[2, 3], true]);
    expect(first.columns[0]).toEqual({ header: 'Дата отгрузки', field: 'shipmentDate' });
    expect(first.rows[1]).toMatchObject({
      cells: ['вчера', '2', 'К-2', 'Клиент 2', 'Товар', '1', '100', 'Петров'],
      faults: [{ column: 0, code: 'dateUnreadable', severity: 'rejected', text: 'дата не читается' }],
    });
    expect((await rows(id, '?show=faulty')).rows).toMatchObject([
      { row: 3, faults: [{ column: 0 }] },
      { row: 4, faults: [{ column: 6, code: 'amountUnreadable' }] },
    ]);
    expect(await rows(id, '?show=faulty&offset=1&limit=1')).toMatchObject({
      rows: [{ row: 4 }],
      more: false,
    });
    expect((await rows(id, '?show=mended')).rows).toEqual([]);
    expect(await codes(`/jobs/${id}/rows?table=1`)).toEqual([404, ['tableUnknown']]);

    const mend = (row: number, column: number, value: string | null) => ({
      corrections: [{ table: 0, row, column, value }],
    });
    expect((await ask(`/jobs/${id}/revise`, mend(3, 0, '07.10.2026'))).status).toBe(202);
    expect((await prepared(id)).summary).toMatchObject({ mendedCells: 1, lines: 3 });
    await ask(`/jobs/${id}/revise`, mend(4, 6, 'двести'));
    const still = await prepared(id);
    expect(still.summary).toMatchObject({
      mendedCells: 2,
      lines: 3,
      rejects: [{ code: 'amountUnreadable' }],
    });
    expect((await rows(id, '?show=mended')).rows).toMatchObject([
      { row: 3, mended: [{ column: 0, was: 'вчера' }], faults: [] },
      { row: 4, mended: [{ column: 6, was: 'сто' }], faults: [{ column: 6 }] },
    ]);
    await ask(`/jobs/${id}/revise`, { ...mend(4, 6, '200'), source: 'другая', basis: 'договор' });
    expect((await prepared(id)).summary).toMatchObject({
      ...{ mendedCells: 2, lines: 4, rejects: [], rejectedFile: null },
      ...{ source: 'другая', basis: 'договор', customers: { new: 4 } },
    });
    await ask(`/jobs/${id}/revise`, mend(3, 0, null));
    expect((await prepared(id)).summary).toMatchObject({ mendedCells: 1, lines: 3, source: 'другая' });
    expect(await codes(`/jobs/${id}/revise`, mend(99, 0, 'x'))).toEqual([422, ['correctedRowUnknown']]);
    expect(await codes(`/jobs/${id}/revise`, mend(3, 8, 'x'))).toEqual([422, ['correctedColumnUnknown']]);
    const other = { corrections: [{ table: 1, row: 3, column: 0, value: 'x' }] };
    expect(await codes(`/jobs/${id}/revise`, other)).toEqual([422, ['correctedTableUnknown']]);
    expect((await prepared(id)).summary.mendedCells).toBe(1);
    expect((await post(`/jobs/${id}/apply`)).status).toBe(204);
    expect(await resting(id)).toMatchObject({
      state: 'done',
      result: { effect: [{ month: '2026-10', after: { client: 3 } }] },
    });
    expect(await codes(`/jobs/${id}/rows`)).toEqual([409, ['jobNotPrepared']]);
  });
});

describe('a revision', () => {
  test('gives columns another meaning; one that is refused leaves what was prepared', async () => {
    const id = await begin(shipmentsFile([line('11'), line('12')]));
    await prepared(id);
    await ask(`/jobs/${id}/revise`, { map: { 'Торговый представитель': null } });
    const mapped = await prepared(id);
    expect(mapped.summary.tables[0]?.columns.at(-1)).toMatchObject({ field: null, reason: 'given' });
    const withoutCustomers = { 'Код контрагента': null, Контрагент: null };
    await ask(`/jobs/${id}/revise`, { map: withoutCustomers });
    const again = await prepared(id);
    expect(again.refused.length).toBeGreaterThan(0);
    expect(again.summary.tables[0]?.columns.at(-1)).toMatchObject({ field: null });
    expect(again.summary.lines).toBe(2);
    await post(`/jobs/${id}/cancel`);
  });

  test('takes the place of an answer, and answers hold over revisions', async () => {
    const dates = shipmentsFile([line('21', '03/04/2026'), line('22', '05/06/2026')]);
    const id = await begin(dates);
    const asking = await resting(id);
    if (asking.state !== 'asking') throw new Error(asking.state);
    expect(asking.question).toMatchObject({
      code: 'dayMonthOrder',
      text: expect.stringContaining('Дата отгрузки'),
      labels: ['день', 'месяц'],
      beginning: [{ row: 1, cells: expect.arrayContaining(['Дата отгрузки']) }, { row: 2 }, { row: 3 }],
    });
    await ask(`/jobs/${id}/revise`, { basis: 'договор' });
    const { state } = await resting(id);
    expect(state).toBe('asking');
    await ask(`/jobs/${id}/answer`, { key: asking.question.key, answer: 'mdy' });
    expect((await prepared(id)).summary).toMatchObject({ basis: 'договор', period: { from: '2026-03-04' } });
    await ask(`/jobs/${id}/revise`, { purpose: 'учёт' });
    expect((await prepared(id)).summary).toMatchObject({ purpose: 'учёт', period: { from: '2026-03-04' } });
    await post(`/jobs/${id}/cancel`);
  });
});

describe('several at once', () => {
  test('what was prepared from data that have changed says so, stays, and is prepared anew', async () => {
    const [one, other] = [await begin(shipmentsFile([line('31')])), await begin(shipmentsFile([line('32')]))];
    await Promise.all([prepared(one), prepared(other)]);
    await post(`/jobs/${one}/apply`);
    expect((await resting(one)).state).toBe('done');
    await post(`/jobs/${other}/apply`);
    expect((await prepared(other)).refused).toMatchObject([
      { code: 'importStale', text: expect.stringContaining('изменила другая') },
    ]);
    await ask(`/jobs/${other}/revise`, {});
    expect((await prepared(other)).refused).toEqual([]);
    await post(`/jobs/${other}/apply`);
    expect((await resting(other)).state).toBe('done');
  });

  test('whoever comes second is told that he waits, may go away, and finds his import again', async () => {
    const first = await begin(shipmentsFile([line('40', '03/04/2026')]));
    expect((await resting(first)).state).toBe('asking');
    const [waiting, leaving] = [
      await begin(shipmentsFile([line('41')])),
      await begin(shipmentsFile([line('42')])),
    ];
    const mine = async () =>
      ((await ask('/jobs')).json().jobs as JobSnapshot[]).filter(({ id }) => [waiting, leaving].includes(id));
    await expect.poll(mine).toMatchObject([
      { id: leaving, state: 'working', progress: { stage: 'turn', done: 2 } },
      { id: waiting, files: ['отгрузки.csv'], progress: { stage: 'turn', done: 1 } },
    ]);
    await post(`/jobs/${leaving}/cancel`);
    expect((await resting(leaving)).state).toBe('cancelled');
    await post(`/jobs/${first}/cancel`);
    await prepared(waiting);
    await post(`/jobs/${waiting}/cancel`);
  });
});

describe('an undo', () => {
  const undoPreview = async (importId: number) => (await ask(`/imports/${importId}/undo-preview`)).json();
  const applied = async (content: string): Promise<number> => {
    const id = await begin(content);
    const { summary } = await prepared(id);
    await post(`/jobs/${id}/apply`);
    expect((await resting(id)).state).toBe('done');
    return summary.importId;
  };

  test('says beforehand what it does, and changes nothing before', async () => {
    const first = await applied(shipmentsFile([line('51', '05.03.2026'), line('52', '06.03.2026')]));
    const second = await applied(shipmentsFile([line('51', '05.03.2026', '150'), line('53', '07.03.2026')]));
    const waiting = await begin(shipmentsFile([line('54')]));
    await prepared(waiting);
    const before = (await ask('/state')).json();
    const march = (wanted: object) => ({ month: '2026-03', before: { client: 3 }, ...wanted });
    expect(await undoPreview(first)).toMatchObject({
      documents: { removed: 1, restored: 0 },
      hidden: { clients: 1, deliveryPoints: 1 },
      effect: [march({ after: { client: 2 } })],
    });
    const ofSecond = await undoPreview(second);
    expect(ofSecond).toMatchObject({
      documents: { removed: 1, restored: 1 },
      hidden: { clients: 1 },
      effect: [march({ after: { client: 2 } })],
    });
    expect((await ask('/state')).json()).toEqual(before);
    await post(`/jobs/${waiting}/apply`);
    expect((await resting(waiting)).state).toBe('done');
    const undoing = job.parse((await post(`/imports/${second}/undo`)).json());
    expect(await resting(undoing.id)).toMatchObject({ state: 'done', result: { effect: ofSecond.effect } });
    expect(await codes(`/imports/${second}/undo-preview`)).toEqual([409, ['importNotApplied']]);
  });
});
