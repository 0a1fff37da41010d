import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import { prepareImport } from '../../src/services/intake/import/prepare-import.ts';
import { undoImport } from '../../src/services/intake/import/undo-import.ts';
import { mergeUnits } from '../../src/services/merges/merge-units.ts';
import { unmergeUnits } from '../../src/services/merges/unmerge-units.ts';
import { budget } from '../budget.ts';
import { unseen } from '../harness/application.ts';
import { type Installation, newInstallation } from '../harness/installation.ts';
import { ledgerInSourceKeys } from '../harness/ledger-in-source-keys.ts';
import {
  asCsv,
  correct,
  documentsOf,
  type File,
  mentionsOf,
  type Step,
  step,
} from '../harness/random-imports.ts';
import { keyOf, link, type Mention, pointKey } from '../oracle/identities.ts';
import { replay } from '../oracle/oracle.ts';
import { seedOfRun } from '../seed.ts';

/** Merges are said of identities by their keys, which mean the same in every installation. */
interface Said {
  readonly id: number;
  readonly absorbed: string;
  readonly survivor: string;
}
type AnyStep =
  | Step
  | { readonly what: 'merge'; readonly absorbed: number; readonly survivor: number }
  | { readonly what: 'unmerge'; readonly which: number };

const anyStep: fc.Arbitrary<AnyStep> = fc.oneof(
  { weight: 5, arbitrary: step },
  {
    weight: 4,
    arbitrary: fc.record({ what: fc.constant('merge' as const), absorbed: fc.nat(), survivor: fc.nat() }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('unmerge' as const), which: fc.nat() }) },
);

interface Played {
  readonly applied: { readonly id: number; readonly file: File }[];
  readonly known: File[];
  readonly merges: Said[];
}

let installation: Installation;
beforeEach(async () => {
  process.env.AKB_TODAY = '2026-12-31';
  installation = await newInstallation();
});
afterEach(async () => {
  await installation.remove();
  delete process.env.AKB_TODAY;
});

async function load({ applied, known }: Played, file: File | undefined): Promise<void> {
  if (file === undefined) return;
  known.push(file);
  const path = join(installation.dataDir, 'shipments.csv');
  await writeFile(path, asCsv(file));
  const options = { acceptShrunk: true, answers: { daysReplaceOrAdd: 'replace' } };
  const prepared = await prepareImport(installation.stores, [path], options, async () => undefined, unseen);
  await prepared.apply();
  applied.push({ id: prepared.summary.importId, file });
}

/** Legal entities only: those that are known, by their keys. */
async function merge({ merges }: Played, step: Extract<AnyStep, { what: 'merge' }>): Promise<void> {
  const { stores } = installation;
  const parties = await stores.records.db
    .selectFrom('party')
    .select(['id', 'key'])
    .where('visible', '=', true)
    .where('kind', '=', 'entity')
    .orderBy('key')
    .execute();
  const [absorbed, survivor] = [step.absorbed, step.survivor].map(
    (at) => parties[at % Math.max(parties.length, 1)],
  );
  if (absorbed === undefined || survivor === undefined) return;
  const asked = { unit: 'legalEntity', absorbed: absorbed.id, survivor: survivor.id } as const;
  try {
    const { merges: numbers } = await mergeUnits(stores, [asked], null);
    const id = numbers[0] ?? 0;
    const row = await stores.records.db
      .selectFrom('unit_merge')
      .innerJoin('party as a', 'a.id', 'unit_merge.absorbed')
      .innerJoin('party as s', 's.id', 'unit_merge.survivor')
      .select(['a.key as absorbed', 's.key as survivor'])
      .where('unit_merge.id', '=', id)
      .executeTakeFirstOrThrow();
    merges.push({ id, ...row });
  } catch (error) {
    // They are one already.
    if (!(error instanceof Refusal)) throw error;
    expect(error.problems).toMatchObject([{ code: 'mergeOfOne' }]);
  }
}

async function take(played: Played, what: AnyStep): Promise<void> {
  const { applied, known, merges } = played;
  const at = <Item>(list: readonly Item[], which: number): Item | undefined =>
    list[which % Math.max(list.length, 1)];
  switch (what.what) {
    case 'import':
      return await load(played, what.file);
    case 'again':
      return await load(played, at(known, what.which));
    case 'corrected': {
      const file = at(known, what.which);
      return await load(played, file && correct(file, what.at, what.by));
    }
    case 'undo': {
      const [gone] = applied.splice(what.which % Math.max(applied.length, 1), 1);
      if (gone !== undefined) await undoImport(installation.stores, gone.id, unseen);
      return;
    }
    case 'merge':
      return await merge(played, what);
    case 'unmerge': {
      const [gone] = merges.splice(what.which % Math.max(merges.length, 1), 1);
      if (gone !== undefined) await unmergeUnits(installation.stores, gone.id, null);
    }
  }
}

/** The lines that the applied imports and the standing merges amount to, told naively. */
function truthOf({ applied, merges }: Played): string[] {
  const inOrder = applied.flatMap(({ file }) =>
    [...mentionsOf(file)].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)),
  );
  const linked = link(inOrder);
  let units = new Map(linked);
  for (const { absorbed, survivor } of merges) {
    const [from, into] = [units.get(absorbed), units.get(survivor)];
    if (from === undefined || into === undefined) continue;
    units = new Map([...units].map(([key, unit]) => [key, unit === from ? into : unit]));
  }
  const said = new Map<string, string>();
  for (const mention of inOrder)
    if (mention.group !== '') said.set(keyOf(mention), `holding|${mention.group}`);
  const clientOf = (unit: string): string => {
    const members = [...units].flatMap(([key, of]) => (of === unit ? [key] : []));
    const survivors = members.filter((key) => linked.get(key) === unit);
    return [...survivors, ...members].flatMap((key) => said.get(key) ?? [])[0] ?? unit;
  };
  const entityOf = new Map(
    inOrder.map((mention: Mention) => [pointKey(mention), units.get(keyOf(mention)) ?? '']),
  );
  return replay(applied.map(({ file }) => documentsOf(file))).map((line) => {
    const unit = entityOf.get(line.point) ?? '';
    const point = `${unit}#${line.point.split('#')[1]}`;
    return [clientOf(unit), unit, point, line.date, line.kind, line.product, line.quantity, line.amount].join(
      ' · ',
    );
  });
}

async function compare(played: Played): Promise<void> {
  const ledger = (await ledgerInSourceKeys(installation.stores)).map((line) =>
    [
      line.client,
      line.entity,
      line.point,
      line.date,
      line.kind,
      line.product,
      line.quantity,
      line.amount,
    ].join(' · '),
  );
  expect(ledger.sort()).toEqual(truthOf(played).sort());
}

test('imports, undos, merges and their withdrawal in any order leave what replaying them gives', {
  timeout: 90 * 60_000,
}, async ({ task }) => {
  const sequences = budget(task, 'sequences', { usual: 1, long: 25 });
  const steps = budget(task, 'steps', { usual: 6, long: 16 });
  const seed = seedOfRun();
  const random = fc.array(anyStep, { minLength: steps, maxLength: steps });
  for (const sequence of fc.sample(random, { seed, numRuns: sequences, unbiased: true })) {
    const played: Played = { applied: [], known: [], merges: [] };
    for (const [index, one] of sequence.entries()) {
      await take(played, one);
      await compare(played).catch((error) => {
        const done = sequence.slice(0, index + 1).map((each) => JSON.stringify(each));
        throw new Error(`seed ${seed}\n${done.join('\n')}\n${error.message}`, { cause: error });
      });
    }
    await installation.remove();
    installation = await newInstallation();
  }
});
