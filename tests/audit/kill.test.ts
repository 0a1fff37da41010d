import { fork } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openRecords } from '../../src/stores/records/records.ts';
import { openTrail } from '../../src/use-cases/audit/trail.ts';
import { verifyChain } from '../../src/use-cases/audit/verify-chain.ts';
import { budget } from '../budget.ts';
import { newDataFolder, newServerDatabase, offeredPostgres } from '../harness/both-records.ts';

/** Ids of the events that a process has told of. */
interface Told {
  readonly begun: Set<string>;
  readonly acknowledged: Set<string>;
}

/** Where it records. */
interface Place {
  readonly dataDir: string;
  readonly url?: string;
  remove(): Promise<void>;
}

async function embedded(): Promise<Place> {
  const dataDir = await newDataFolder();
  return { dataDir, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

const postgres = offeredPostgres();

async function server(): Promise<Place> {
  const database = await newServerDatabase();
  if (database === undefined) throw new Error('asked for where PostgreSQL runs only');
  return { ...database, dataDir: tmpdir() };
}

/** Runs a recording process and kills it a while after its first acknowledged events. */
async function kill({ dataDir, url = '' }: Place, told: Told): Promise<void> {
  const child = fork(new URL('./kill-child.ts', import.meta.url), [dataDir, url], { stdio: 'inherit' });
  const some = Promise.withResolvers<void>();
  let acknowledged = 0;
  child.on('message', (message) => {
    const [kind = '', id = ''] = String(message).split(' ');
    if (kind === 'begun') told.begun.add(id);
    if (kind === 'acknowledged') told.acknowledged.add(id);
    if (kind === 'acknowledged' && ++acknowledged > 20) some.resolve();
  });
  const exit = once(child, 'exit');
  await Promise.race([some.promise, exit]);
  await pause(Math.random() * 150);
  child.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
}

const places: [name: string, make: () => Promise<Place>][] = [['embedded', embedded]];
if (postgres !== undefined) places.push(['PostgreSQL', server]);

test.for(places)(
  'a killed process leaves every event that it acknowledged, and of each change both or neither (%s)',
  { timeout: 1_800_000 },
  async ([, make], { task }) => {
    const place = await make();
    const told: Told = { begun: new Set(), acknowledged: new Set() };
    const kills = budget(task, 'SIGKILLs of a recording process', { usual: 2, long: 25 });
    try {
      for (let count = 0; count < kills; count++) {
        await kill(place, told);
        const records = await openRecords(place);
        try {
          await (await openTrail(records, place)).close();
          expect(await verifyChain(records.db)).toMatchObject({ whole: true });
          const events = await records.db
            .selectFrom('audit_event')
            .select(['subject_id', 'outcome'])
            .execute();
          const outcomes = new Map(events.map(({ subject_id, outcome }) => [subject_id ?? '', outcome]));
          expect(outcomes.size).toBe(events.length);
          expect([...told.acknowledged].filter((id) => outcomes.get(id) !== 'done')).toEqual([]);
          // What was begun and not ended tells of itself too.
          expect([...told.begun].filter((id) => !outcomes.has(id))).toEqual([]);
          const { rows } = await records.pool.query<{ name: string }>(
            `SELECT name FROM place WHERE name ~ '^\\d+-\\d-\\d+$'`,
          );
          const withChanges = [...outcomes.keys()].filter((id) => /^\d+-[258]-/.test(id));
          expect(withChanges.sort()).toEqual(rows.map(({ name }) => name).sort());
        } finally {
          await records.close();
        }
      }
    } finally {
      await place.remove();
    }
  },
);
