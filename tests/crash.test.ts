import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { figures } from '../src/services/activity/figures.ts';
import { listImports } from '../src/services/intake/import/list-imports.ts';
import { prepareImport } from '../src/services/intake/import/prepare-import.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { monthChecksums, monthsUnlikeJournal } from '../src/services/ledger/month-checksums.ts';
import { budget, isLongRun } from './budget.ts';
import type { Moment, Order } from './crash-child.ts';
import { newApplication, periodOf } from './harness/application.ts';
import { type Installation, openEmbeddedInstallation, undo } from './harness/installation.ts';
import { numbers, shipmentsFile } from './harness/shipments.ts';

// A folder with two imports is copied for every kill. The import that is killed replaces documents, moves others to
// another month, renames customers and brings new ones; the undo takes back the second of the two.

const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10'];

/** Lines of 1C's report; `version` changes amounts, dates and names. */
function shipments(version: number, documents: readonly number[]): string {
  const rows = documents.flatMap((document) => {
    const client = (document * 7) % 240;
    const month = 6 + ((document + (version > 1 && document % 11 === 0 ? 1 : 0)) % 4);
    const name = client % 10 === version ? `Клиент ${client} (версия ${version})` : `Клиент ${client}`;
    return [0, 1, 2, 3].map((line) => [
      `${String(1 + (document % 28)).padStart(2, '0')}.${String(month).padStart(2, '0')}.2026`,
      `РН-${document}`,
      `К-${client}`,
      name,
      `Товар ${(document + line) % 40}`,
      1 + line,
      `${10 * (line + 1) + (document % 5 === version ? version : 0)},50`,
      `Менеджер ${client % 9}`,
    ]);
  });
  return shipmentsFile(rows);
}

const cards = (version: number, clients: readonly number[]) =>
  `Код;Наименование;Город;Вид деятельности\n${clients
    .map((client) => `К-${client};Клиент ${client} ЗАО;Город ${(client * version) % 7};Розница ${version}`)
    .join('\n')}\n`;

let folder: string;
let base: string;
let files: string[];
const orders: Record<'import' | 'undo', Order> = {
  import: { command: 'import', files: [] },
  undo: { command: 'undo', importId: 2 },
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akb-crash-'));
  const akb = await newApplication({ embedded: true });
  base = akb.dataDir;
  await akb.load({ 'первая.csv': shipments(0, numbers(0, 500)), 'клиенты.csv': cards(1, numbers(0, 240)) });
  await akb.load({ 'вторая.csv': shipments(1, numbers(300, 700)) });
  await akb.application.close();
  files = [join(folder, 'третья.csv'), join(folder, 'клиенты.csv')];
  await writeFile(files[0] ?? '', shipments(2, numbers(200, 800)));
  await writeFile(files[1] ?? '', cards(2, numbers(0, 240)));
  orders.import = { command: 'import', files };
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await rm(base, { recursive: true, force: true });
});

async function copyOfBase(): Promise<string> {
  const copy = await mkdtemp(join(folder, 'data-'));
  await cp(base, copy, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return copy;
}

/** What users can see, and the ledger's checksums. */
async function stateOf(installation: Installation) {
  const { stores } = installation;
  const version = await currentVersion(stores.records);
  const { db } = stores.records;
  const units = await Promise.all(
    (['party', 'point', 'product'] as const).map((level) =>
      db
        .selectFrom(level)
        .select((eb) => [
          'id',
          'name',
          'registered',
          'canonical',
          eb.fn.coalesce('facts', 'born').as('facts'),
        ])
        .where('visible', '=', true)
        .orderBy('id')
        .execute(),
    ),
  );
  const imports = await listImports(stores);
  const reports = await Promise.all(
    months.map((month) =>
      figures(stores, {
        version,
        method: mainMethod,
        unit: 'client',
        period: periodOf(month),
        scope: wholeCompany,
      }),
    ),
  );
  return {
    imports: imports.map(({ appliedAt, undoneAt, ...rest }) => ({ ...rest, undone: undoneAt !== null })),
    reports,
    ledger: await ledgerOf(installation),
    units,
  };
}

/** Equal checksums mean that every question has the same answer. */
async function ledgerOf({ stores }: Installation) {
  const version = await currentVersion(stores.records);
  const { historySince, asOf } = version;
  return { historySince, asOf, checksums: await monthChecksums(stores.warehouse, version) };
}
type State = Awaited<ReturnType<typeof stateOf>>;

/** Nothing is left of what was broken off: in staging, in the journal, among the generations, in the folders. */
async function expectNoLeftovers({ stores, dataDir }: Installation): Promise<void> {
  const { warehouse, records } = stores;
  const imports = await records.db.selectFrom('import').select(['id', 'status']).execute();
  expect(imports.filter(({ status }) => status === 'preparing' || status === 'prepared')).toEqual([]);
  const staged = await warehouse.rows(`SELECT name FROM system.tables WHERE database = 'akb_staging'`);
  expect(staged).toEqual([]);

  const known = imports
    .filter(({ status }) => status === 'applied' || status === 'undone')
    .map(({ id }) => String(id));
  const commits = await records.db
    .selectFrom('commit')
    .select(['months', 'dimensions', 'finished'])
    .execute();
  expect(commits.every(({ finished }) => finished)).toBe(true);
  const generations = new Set(commits.map(({ dimensions }) => String(dimensions)));
  const ledger = new Set(
    commits.flatMap((one) => Object.entries(one.months).map(([ym, at]) => `(${ym},${at})`)),
  );
  const parts = await warehouse.rows<{ table: string; partition: string }>(
    'SELECT DISTINCT table, partition FROM system.parts WHERE database = currentDatabase() AND active',
  );
  for (const { table, partition } of parts) {
    const what = `${table} ${partition}`;
    if (table === 'ledger') expect([what, ledger.has(partition)]).toEqual([what, true]);
    else if (table.startsWith('dim_')) expect([what, generations.has(partition)]).toEqual([what, true]);
    else if (['journal', 'document', 'superseded'].includes(table)) expect(known).toContain(partition);
  }
  expect(await monthsUnlikeJournal(warehouse, await currentVersion(records))).toEqual([]);
  expect((await readdir(join(dataDir, 'intake'))).filter((name) => !known.includes(name))).toEqual([]);
  expect(await readdir(join(dataDir, 'warehouse-spool'))).toEqual([]);
}

/** Runs an order in a process of its own; `kill` decides when it dies. Milliseconds from its start to its end. */
async function runOrder(
  dataDir: string,
  order: Order,
  { moment, delay }: { moment?: Moment; delay?: number } = {},
): Promise<{ milliseconds: number; signal: NodeJS.Signals | null }> {
  const child = fork(
    join(import.meta.dirname, 'crash-child.ts'),
    [dataDir, moment ?? '', JSON.stringify(order)],
    {
      execArgv: [],
      env: {
        ...process.env,
        UV_THREADPOOL_SIZE: '16',
        NODE_COMPILE_CACHE: join(folder, 'compile-cache'),
      },
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
  if (delay !== undefined) {
    await Promise.race([sleep(delay), exit]);
    child.kill('SIGKILL');
  }
  const [code, signal] = (await exit) as [number | null, NodeJS.Signals | null];
  if (signal === null && code !== 0) throw new Error(`the process failed with code ${code}`);
  return { milliseconds: ended - began, signal };
}

async function open<T>(dataDir: string, work: (installation: Installation) => Promise<T>): Promise<T> {
  const installation = await openEmbeddedInstallation(dataDir);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** Moments that chance rarely meets, and the state that the next start has to show. */
const certain = {
  import: [
    ['journal stored', 'old'],
    ['months built', 'old'],
    ['commit written', 'new'],
  ],
  undo: [['commit written', 'new']],
} as const;

for (const command of ['import', 'undo'] as const) {
  describe(`${command === 'import' ? 'an import' : 'an undo'} that is killed`, () => {
    let old: State;
    let after: State;
    let duration: number;

    beforeAll(async () => {
      old = await open(base, stateOf);
      const whole = await copyOfBase();
      ({ milliseconds: duration } = await runOrder(whole, orders[command]));
      after = await open(whole, stateOf);
      expect(after.ledger).not.toEqual(old.ledger);
      expect(after.units).not.toEqual(old.units);
      await rm(whole, { recursive: true, force: true });
    });

    /** Kills, starts again, compares, and does at last what was broken off. */
    async function killAndStartAgain(how: { moment?: Moment; delay?: number }): Promise<'old' | 'new'> {
      const dataDir = await copyOfBase();
      try {
        const { signal } = await runOrder(dataDir, orders[command], how);
        if (how.moment !== undefined) expect(signal).toBe('SIGKILL');
        return await open(dataDir, async (installation) => {
          const found = await stateOf(installation);
          const isOld = found.imports.length === old.imports.length && found.imports[1]?.undone === false;
          expect(found).toEqual(isOld ? old : after);
          await expectNoLeftovers(installation);
          if (isOld) await doNow(installation);
          else if (command === 'import') await importNow(installation);
          expect(await ledgerOf(installation)).toEqual(after.ledger);
          return isOld ? 'old' : 'new';
        });
      } finally {
        await rm(dataDir, { recursive: true, force: true });
      }
    }

    async function importNow({ stores }: Installation): Promise<void> {
      const prepared = await prepareImport(
        stores,
        files,
        {},
        async () => undefined,
        () => undefined,
      );
      await prepared.apply();
    }

    const doNow = (installation: Installation) =>
      command === 'import' ? importNow(installation) : undo(installation, 2);

    test.each(certain[command].filter((_, index) => isLongRun || index === 2))(
      'with the %s: the next start shows the %s state',
      async (moment, expected) => {
        expect(await killAndStartAgain({ moment })).toBe(expected);
      },
    );

    test('at any moment: the next start shows the old state or the new one, and nothing is left over', async ({
      task,
    }) => {
      const kills = budget(task, `SIGKILLs of an ${command}`, { usual: 1, long: 25 });
      for (let kill = 0; kill < kills; kill++) await killAndStartAgain({ delay: Math.random() * duration });
    }, 1_200_000);
  });
}
