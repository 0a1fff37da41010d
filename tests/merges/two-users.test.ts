import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import type { StatedFacts } from '../../src/domain/stated-facts.ts';
import { mergedUnits } from '../../src/domain/unit-merges.ts';
import { standingMerges } from '../../src/services/intake/resolve/standing-merges.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { unmergeUnits } from '../../src/services/merges/unmerge-units.ts';
import { budget, isLongRun } from '../budget.ts';
import { offeredPostgres } from '../harness/both-records.ts';
import {
  type Installation,
  importText,
  newEmbeddedInstallation,
  newServerInstallation,
} from '../harness/installation.ts';
import { seedOfRun } from '../seed.ts';
import { type MergeDesk, mergeDesk } from './merge-desk.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.10.2026;РН-2;К-2;Лютик;Сыр;1;200;Борис
04.10.2026;РН-3;К-3;Клевер;Сыр;1;300;Анна
`;
const names = ['Ромашка', 'Лютик', 'Клевер'] as const;
const name = fc.constantFrom(...names);
type Act =
  | { readonly what: 'note'; readonly of: string; readonly wait: number }
  | {
      readonly what: 'merge';
      readonly of: string;
      readonly into: string;
      readonly take: boolean;
      readonly wait: number;
    }
  | { readonly what: 'unmerge'; readonly wait: number };
const wait = fc.nat({ max: 60 });
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ what: fc.constant('note' as const), of: name, wait }) },
  {
    weight: 4,
    arbitrary: fc.record({
      what: fc.constant('merge' as const),
      of: name,
      into: name,
      take: fc.boolean(),
      wait,
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('unmerge' as const), wait }) },
);
/** What may be said to somebody who came second. */
const refusals = ['mergeOfOne', 'mergeStale', 'mergeWithdrawn', 'customerEditStale', 'customerEditChanged'];

const engines = [
  ['embedded', newEmbeddedInstallation, { usual: 3, long: 100 }],
  ...(isLongRun && offeredPostgres() !== undefined
    ? [['servers', newServerInstallation, { usual: 3, long: 1000 }] as const]
    : []),
] as const;

describe.each(engines)('two users at the same customers (%s)', (_, open, sizes) => {
  let installation: Installation;
  let desk: MergeDesk;
  beforeAll(async () => {
    process.env.AKB_TODAY = '2026-11-22';
    installation = (await open()) as Installation;
    desk = mergeDesk(installation.stores);
    await importText(installation, shipments);
  });
  afterAll(async () => {
    await installation.remove();
    delete process.env.AKB_TODAY;
  });

  /** Numbers of edits whose words were accepted, and what they say. */
  async function perform(one: Act, accepted: Map<number, string>): Promise<void> {
    await sleep(one.wait);
    try {
      if (one.what === 'note') {
        const note = `заметка ${Math.random()}`;
        const edit = await desk.edit(one.of, { note });
        accepted.set(edit, note);
      } else if (one.what === 'merge') await desk.merge(one.of, one.into, one.take ? { take: ['note'] } : {});
      else {
        const [first] = await standingMerges(installation.stores);
        if (first !== undefined) await unmergeUnits(installation.stores, first.id, null);
      }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      for (const { code } of error.problems) expect(refusals).toContain(code);
    }
  }

  /** What was accepted is written; what counts follows from what is written and from nothing else. */
  async function expectNothingLost(accepted: ReadonlyMap<number, string>): Promise<void> {
    const { stores } = installation;
    const { db } = stores.records;
    const fields = await db.selectFrom('customer_edit_field').selectAll().orderBy('edit').execute();
    for (const [edit, note] of accepted)
      expect(fields.find((field) => field.edit === edit && field.field === 'note')?.after?.value).toBe(note);
    const parties = await db
      .selectFrom('party')
      .select(['id', 'canonical', 'stated'])
      .orderBy('id')
      .execute();
    for (const { id, stated } of parties) {
      const said: Record<string, unknown> = {};
      for (const { id: of, level, field, after } of fields)
        if (of === id && level === 'party' && field !== 'merge') {
          if (after === null) delete said[field];
          else said[field] = after;
        }
      expect((stated as StatedFacts | null) ?? {}).toEqual(said);
    }
    const root = mergedUnits(await standingMerges(stores), (id) => id);
    const { dimensions } = await currentVersion(stores.records);
    const rows = await stores.warehouse.rows<{ id: number; entity: number }>(
      `SELECT id, entity FROM dim_party WHERE generation = ${dimensions} ORDER BY id`,
    );
    expect(rows).toEqual(parties.map(({ id, canonical }) => ({ id, entity: root(canonical) })));
  }

  test('nothing is lost, whoever comes first', { timeout: 90 * 60_000 }, async ({ task }) => {
    const interleavings = budget(task, 'interleavings', sizes);
    const seed = seedOfRun();
    const hands = fc.tuple(
      fc.array(act, { minLength: 1, maxLength: 3 }),
      fc.array(act, { minLength: 1, maxLength: 3 }),
    );
    const accepted = new Map<number, string>();
    for (const both of fc.sample(hands, { seed, numRuns: interleavings })) {
      await Promise.all(
        both.map(async (acts) => {
          for (const one of acts) await perform(one, accepted);
        }),
      );
      await expectNothingLost(accepted).catch((error) => {
        throw new Error(`seed ${seed}\n${JSON.stringify(both)}\n${error.message}`, { cause: error });
      });
    }
    for (const { id } of await standingMerges(installation.stores))
      await unmergeUnits(installation.stores, id, null);
    await expectNothingLost(accepted);
  });
});
