import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { type MonthChecksums, monthChecksums } from '../../src/services/ledger/month-checksums.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { type Backup, backupTo } from '../../src/use-cases/backup/backup-to.ts';
import { restoreFrom } from '../../src/use-cases/backup/restore-from.ts';
import { isLongRun } from '../budget.ts';
import {
  type Installation,
  importShipments,
  newEmbeddedInstallation,
  newServerInstallation,
  undo,
} from '../harness/installation.ts';
import { corrections, november, october, september } from './sample.ts';

interface State {
  readonly version: number;
  readonly months: MonthChecksums;
  /** Everything that is known of customers, points and products. */
  readonly units: unknown;
}

async function stateOf({ records, warehouse }: Stores): Promise<State> {
  const version = await currentVersion(records);
  const unit = (table: string) =>
    `(SELECT json_agg(json_build_array(id, key, canonical, registered, name, coalesce(facts, born)) ORDER BY id) FROM ${table} WHERE visible)`;
  const { rows } = await records.pool.query(
    `SELECT ${unit('party')} AS parties, ${unit('point')} AS points, ${unit('product')} AS products`,
  );
  return { version: version.version, months: await monthChecksums(warehouse, version), units: rows[0] };
}

/** Imports and takes back, and writes down every state that was committed. */
async function keepImporting(installation: Installation): Promise<Map<number, State>> {
  const states = new Map<number, State>();
  const note = async (): Promise<void> => {
    const state = await stateOf(installation.stores);
    states.set(state.version, state);
  };
  const step = async (work: Promise<unknown>): Promise<void> => {
    await work;
    await note();
  };
  const first = await importShipments(installation, september);
  await note();
  await step(importShipments(installation, october));
  await step(importShipments(installation, corrections));
  await step(undo(installation, first));
  await step(importShipments(installation, november));
  return states;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'akb-while-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const engines = { embedded: newEmbeddedInstallation, server: newServerInstallation };

// The usual run does it on the embedded engines, the full one on servers too.
const tried = Object.entries(engines).filter(([name]) => isLongRun || name === 'embedded');

describe.each(tried)('backups while imports and undos commit (%s)', (name, open) => {
  test('each holds exactly one committed state', async (context) => {
    const installation = await open();
    if (installation === undefined) return context.skip('PostgreSQL does not run here');
    const backups: Backup[] = [];
    let importing = true;
    const keepBackingUp = async (): Promise<void> => {
      while (importing)
        backups.push(await backupTo(installation.stores, join(folder, `${name}-${backups.length}`)));
    };
    const copying = keepBackingUp();
    const states = await keepImporting(installation).finally(() => {
      importing = false;
    });
    await copying;
    await installation.remove();

    const filled = backups.filter(({ dataVersion }) => dataVersion > 0);
    const versions = [...new Set(filled.map(({ dataVersion }) => dataVersion))];
    expect(versions.length).toBeGreaterThan(1);
    // The last backup of each version stands nearest to the commit that ends it.
    for (const version of versions.slice(isLongRun ? 0 : -2)) {
      const backup = filled.findLast(({ dataVersion }) => dataVersion === version);
      const copy = await newEmbeddedInstallation();
      try {
        await restoreFrom(backup?.folder ?? '', copy.stores);
        expect(await stateOf(copy.stores)).toEqual({ ...states.get(version), version: version + 1 });
      } finally {
        await copy.remove();
      }
    }
  }, 300_000);
});
