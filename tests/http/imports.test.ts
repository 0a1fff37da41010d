import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type JobSnapshot, job } from '../../src/edges/http/contracts/jobs.ts';
import { newServer, type TestServer } from '../harness/server.ts';
import { shipmentsFile } from '../harness/shipments.ts';
import { patience } from '../patience.ts';

let server: TestServer;

beforeAll(async () => {
  server = await newServer({ patience: 4000 });
});
afterAll(async () => {
  await server.remove();
});

const line = (document: string, date = '05.10.2026') =>
  [date, document, `К-${document}`, `Клиент ${document}`, 'Товар', 1, 100, 'Петров'] as const;

const ask = (path: string, body?: unknown) =>
  server.ask(`/api/v1${path}`, body === undefined ? {} : { body });
const post = (path: string) => server.ask(`/api/v1${path}`, { method: 'POST' });

async function upload(content: string | Buffer): Promise<string> {
  const answer = await server.ask('/api/v1/uploads', { bytes: content });
  expect(answer.status).toBe(201);
  return String(answer.json().uploadId);
}

async function begin(content: string, name = 'отгрузки.csv', options = {}): Promise<JobSnapshot> {
  const files = [{ uploadId: await upload(content), name }];
  const answer = await ask('/imports', { files, options });
  expect(answer.status).toBe(202);
  return job.parse(answer.json());
}

/** Follows a job until it waits for somebody or has ended. */
async function resting(id: string): Promise<JobSnapshot> {
  return await expect
    .poll(async () => job.parse((await ask(`/jobs/${id}`)).json()), { timeout: patience })
    .not.toMatchObject({ state: 'working' })
    .then(async () => job.parse((await ask(`/jobs/${id}`)).json()));
}

/** The server-sent events of a job to its end. */
async function eventsOf(id: string): Promise<JobSnapshot[]> {
  const { headers, text } = await ask(`/jobs/${id}/events`);
  expect(headers['content-type']).toContain('text/event-stream');
  return text
    .split('\n\n')
    .filter((event) => event.startsWith('data: '))
    .map((event) => job.parse(JSON.parse(event.slice('data: '.length))));
}

const imports = async () => ((await ask('/imports')).json().imports ?? []) as { files: string[] }[];
const uploadFolders = async () =>
  (await readdir(join(server.akb.dataDir, 'intake'))).filter((name) => name.startsWith('uploads-'));
const waitingUploads = async () => {
  const folders = await uploadFolders();
  const lists = await Promise.all(folders.map((name) => readdir(join(server.akb.dataDir, 'intake', name))));
  return lists.flat();
};

describe('an import', () => {
  test('is prepared, shown and applied; its events end with it', async () => {
    const { id } = await begin(shipmentsFile([line('1')]));
    const watching = eventsOf(id);
    const prepared = await resting(id);
    expect(prepared).toMatchObject({ state: 'prepared', summary: { customers: { new: 1 } } });
    expect((await ask('/state')).json().imports).toBe(0);
    expect((await post(`/jobs/${id}/apply`)).status).toBe(204);
    const states = (await watching).map(({ state }) => state);
    expect([states[0], states.at(-1)]).toEqual(['working', 'done']);
    expect((await ask('/state')).json()).toMatchObject({ imports: 1, dataVersion: 1 });
    expect(await waitingUploads()).toEqual([]);
  });

  test('that nobody wants leaves the data as they were', async () => {
    const before = (await ask('/state')).json();
    const { id } = await begin(shipmentsFile([line('2')]));
    await resting(id);
    expect((await post(`/jobs/${id}/cancel`)).status).toBe(204);
    expect(await resting(id)).toMatchObject({ state: 'cancelled' });
    expect((await ask('/state')).json()).toEqual(before);
    expect(await waitingUploads()).toEqual([]);
  });

  test('whose person has gone is taken back after a while', async () => {
    const { id } = await begin(shipmentsFile([line('3')]));
    expect((await resting(id)).state).toBe('prepared');
    await expect
      .poll(async () => job.parse((await ask(`/jobs/${id}`)).json()).state, { timeout: patience })
      .toBe('cancelled');
  });

  test('asks what nobody can know; the answer goes through the server', async () => {
    const { id } = await begin(
      shipmentsFile([line('4', '03.04.2026'), line('5', '05.06.2026')])
        .replaceAll('.2026', '/2026')
        .replace(/(\d\d)\.(\d\d)\//g, '$1/$2/'),
    );
    const asking = await resting(id);
    expect(asking).toMatchObject({ state: 'asking', question: { code: 'dayMonthOrder' } });
    const key = asking.state === 'asking' ? asking.question.key : '';
    const wrong = await ask(`/jobs/${id}/answer`, { key: 'another', answer: 'dmy' });
    expect([wrong.status, wrong.json().problems?.[0]?.code]).toEqual([409, 'jobNotAsking']);
    expect((await ask(`/jobs/${id}/answer`, { key, answer: 'mdy' })).status).toBe(204);
    expect(await resting(id)).toMatchObject({
      state: 'prepared',
      summary: { period: { from: '2026-03-04' } },
    });
    await post(`/jobs/${id}/cancel`);
  });

  test('nobody to answer is a refusal that says what was asked', async () => {
    const { id } = await begin('Дата;Контрагент;Сумма\n03/04/2026;А;1\n05/06/2026;Б;2\n');
    const asking = await resting(id);
    const key = asking.state === 'asking' ? asking.question.key : '';
    await ask(`/jobs/${id}/answer`, { key, answer: null });
    expect(await resting(id)).toMatchObject({ state: 'failed', reference: null });
  });

  test('of a file that is none fails with its reason', async () => {
    const { id } = await begin('\u0000\u0001\u0002', 'мусор.bin');
    const failed = await resting(id);
    expect(failed.state).toBe('failed');
    expect(failed.state === 'failed' && failed.problems[0]?.place?.file).toBe('мусор.bin');
    expect(await waitingUploads()).toEqual([]);
  });

  test('is undone by a job of its own', async () => {
    const undoing = job.parse((await post('/imports/1/undo')).json());
    const events = await eventsOf(undoing.id);
    expect(events.at(-1)).toMatchObject({ state: 'done', result: { dataVersion: 2 } });
    const again = await eventsOf(job.parse((await post('/imports/1/undo')).json()).id);
    expect(again.at(-1)).toMatchObject({ state: 'failed', problems: [{ code: 'importNotApplied' }] });
  });
});

describe('the name of a file', () => {
  test.each(['../../../etc/passwd', '/etc/passwd', '..', '-', 'C:\\x', '\u202egpj.exe', 'x'.repeat(4096)])(
    'is shown and never a path: %j',
    async (name) => {
      const before = await imports();
      const number = String(Math.abs(name.length * 7 + name.charCodeAt(0)));
      const { id } = await begin(shipmentsFile([line(number)]), name);
      const prepared = await resting(id);
      expect(prepared.state === 'prepared' && prepared.summary.tables[0]?.file).toBe(name);
      await post(`/jobs/${id}/cancel`);
      await resting(id);
      expect(await imports()).toEqual(before);
    },
  );

  test.each(['a\u0000b', '\ud800', ''])('that no database could keep is refused: %j', async (name) => {
    const answer = await ask('/imports', { files: [{ uploadId: crypto.randomUUID(), name }] });
    expect([answer.status, answer.json().problems]).toEqual([
      400,
      [{ code: 'requestWrong', params: { where: 'body.files.0.name' } }],
    ]);
  });
});

describe('rows that were rejected', () => {
  test('are given back as they stood, from the dry run on; where there are none that is said', async () => {
    const good = shipmentsFile([line('70')]);
    const bad = 'вчера;71;К-71;Клиент 71;Товар;1;100;Петров';
    const { id } = await begin(`${good}${bad}\n`);
    const { summary } = (await resting(id)) as unknown as { summary: { importId: number } };
    const rejected = await ask(`/imports/${summary.importId}/rejected`);
    expect(rejected.headers['content-disposition']).toContain(`akb-rejected-${summary.importId}.csv`);
    expect(rejected.text.startsWith('\uFEFF')).toBe(true);
    expect(rejected.text).toContain('вчера;71;К-71');
    expect(rejected.text).not.toContain('К-70');
    await post(`/jobs/${id}/cancel`);
    await expect
      .poll(async () => (await ask(`/imports/${summary.importId}/rejected`)).status, { timeout: patience })
      .toBe(404);
    const gone = await ask(`/imports/${summary.importId}/rejected`);
    expect(gone.json().problems?.[0]?.code).toBe('noRejectedRows');
  });
});

describe('an upload', () => {
  test('lies where nobody else reads, under a name of ours, and is gone with the server', async () => {
    const uploadId = await upload('x'.repeat(3_000_000));
    const [folder = ''] = await uploadFolders();
    const file = await stat(join(server.akb.dataDir, 'intake', folder, uploadId));
    expect([file.size, file.mode & 0o777]).toEqual([3_000_000, 0o600]);
  });

  test('serves one import', async () => {
    const uploadId = await upload(shipmentsFile([line('6')]));
    const files = [{ uploadId, name: 'а.csv' }];
    const { id } = job.parse((await ask('/imports', { files })).json());
    const again = await ask('/imports', { files });
    expect([again.status, again.json().problems?.[0]?.code]).toEqual([404, 'uploadUnknown']);
    await resting(id);
    await post(`/jobs/${id}/cancel`);
  });

  test('that breaks off leaves nothing', async () => {
    const before = await waitingUploads();
    const leaving = new AbortController();
    const sending = server.ask('/api/v1/uploads', {
      bytes: 'short',
      headers: { 'content-length': '1000000' },
      signal: leaving.signal,
    });
    // Those of the tests before may still be going.
    const added = async () => (await waitingUploads()).filter((name) => !before.includes(name));
    await expect.poll(async () => (await added()).length).toBe(1);
    leaving.abort();
    await expect(sending).rejects.toThrow();
    await expect.poll(added).toEqual([]);
  });
});

describe('a job', () => {
  test.each(['apply', 'cancel', 'events'])('that is not there cannot be asked for: %s', async (what) => {
    const path = `/jobs/00000000-0000-4000-8000-000000000000/${what}`;
    const answer = what === 'events' ? await ask(path) : await post(path);
    expect([answer.status, answer.json().problems?.[0]?.code]).toEqual([404, 'jobUnknown']);
  });

  test('that has ended cannot be applied', async () => {
    const { id } = await begin(shipmentsFile([line('7')]));
    await resting(id);
    await post(`/jobs/${id}/cancel`);
    await resting(id);
    const answer = await post(`/jobs/${id}/apply`);
    expect([answer.status, answer.json().problems?.[0]?.code]).toEqual([409, 'jobNotPrepared']);
  });
});

test('a backup goes into the data folder, and says where it is', async () => {
  const started = job.parse((await ask('/backups', {})).json());
  const events = await eventsOf(started.id);
  expect(events.at(-1)).toMatchObject({
    state: 'done',
    result: { folder: expect.stringContaining(join(server.akb.dataDir, 'backups')) },
  });
});
