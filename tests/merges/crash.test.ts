import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { budget, isLongRun } from '../budget.ts';
import type { Moment, Order } from '../crash-child.ts';
import { newApplication } from '../harness/application.ts';
import { openEmbeddedInstallation } from '../harness/installation.ts';
import { asKnown, mergeDesk } from './merge-desk.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.10.2026;РН-2;К-2;Лютик;Сыр;1;200;Борис
04.10.2026;РН-3;К-1;Ромашка;Сыр;1;300;Анна
`;
let folder: string;
let base: string;
let order: Order;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akb-merge-crash-'));
  const akb = await newApplication({ embedded: true });
  base = akb.dataDir;
  await akb.load({ 'shipments.csv': shipments });
  await akb.application.close();
  order = await look(base, async (desk) => ({
    ...{ command: 'merge', absorbed: await desk.identity('Лютик'), survivor: await desk.identity('Ромашка') },
  }));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(base, { recursive: true, force: true });
});

async function look<Result>(
  dataDir: string,
  work: (desk: ReturnType<typeof mergeDesk>, merges: number) => Promise<Result>,
): Promise<Result> {
  const installation = await openEmbeddedInstallation(dataDir);
  try {
    const { stores } = installation;
    const staged = await stores.warehouse.rows(
      `SELECT name FROM system.tables WHERE database = 'akb_staging'`,
    );
    expect(staged).toEqual([]);
    const merges = await stores.records.db.selectFrom('unit_merge').select('id').execute();
    return await work(mergeDesk(stores), merges.length);
  } finally {
    await installation.close();
  }
}

const stateOf = (dataDir: string) =>
  look(dataDir, async (desk, merges) => ({
    merges,
    state: await desk.state(),
    // The name was taken from the absorbed one.
    card: asKnown(await desk.card('Ромашка')),
  }));

/** Milliseconds of the merge, where it came to its end. */
async function merge(dataDir: string, how: { moment?: Moment; delay?: number } = {}): Promise<number> {
  const child = fork(
    join(import.meta.dirname, '../crash-child.ts'),
    [dataDir, how.moment ?? '', JSON.stringify(order)],
    {
      execArgv: [],
      env: { ...process.env, UV_THREADPOOL_SIZE: '16', NODE_COMPILE_CACHE: join(folder, 'cache') },
    },
  );
  const exit = once(child, 'exit');
  let began = 0;
  let ended = 0;
  child.on('message', (message) => {
    if (message === 'ready') began = performance.now();
    if (message === 'done') ended = performance.now();
  });
  await Promise.race([once(child, 'message'), exit]);
  if (how.delay !== undefined) {
    await Promise.race([sleep(how.delay), exit]);
    child.kill('SIGKILL');
  }
  const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  if (signal === null && code !== 0) throw new Error(`the process failed with code ${code}`);
  if (how.moment !== undefined) expect(signal).toBe('SIGKILL');
  return ended - began;
}

async function onCopy<Result>(work: (dataDir: string) => Promise<Result>): Promise<Result> {
  const copy = await mkdtemp(join(folder, 'data-'));
  await cp(base, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  try {
    return await work(copy);
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

test('a merge that is killed has been made or has not, and nothing is left over', async ({ task }) => {
  const old = await stateOf(base);
  const [whole, duration] = await onCopy(async (dataDir) => {
    const took = await merge(dataDir);
    return [await stateOf(dataDir), took] as const;
  });
  expect(whole.merges).toBe(1);
  expect(whole.card).toMatchObject({ name: 'Лютик', sales: '600.00' });
  const killed = (how: { moment?: Moment; delay?: number }) =>
    onCopy(async (dataDir) => {
      await merge(dataDir, how);
      return await stateOf(dataDir);
    });
  if (isLongRun) expect(await killed({ moment: 'months built' })).toEqual(old);
  expect(await killed({ moment: 'commit written' })).toEqual(whole);
  const kills = budget(task, 'SIGKILLs of a merge', { usual: 1, long: 25 });
  for (let kill = 0; kill < kills; kill++) {
    const found = await killed({ delay: Math.random() * duration });
    expect(found).toEqual(found.merges === 0 ? old : whole);
  }
}, 1_200_000);
