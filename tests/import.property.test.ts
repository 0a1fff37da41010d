import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mainMethod } from '../src/domain/method.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { figures } from '../src/services/activity/figures.ts';
import type { Figures } from '../src/services/activity/report.ts';
import { prepareImport } from '../src/services/intake/import/prepare-import.ts';
import { undoImport } from '../src/services/intake/import/undo-import.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import type { Stores } from '../src/stores/stores.ts';
import { budget, isLongRun } from './budget.ts';
import { periodOf, unseen } from './harness/application.ts';
import { asFigures, countUnit } from './harness/as-figures.ts';
import { type Installation, newEmbeddedInstallation } from './harness/installation.ts';
import { ledgerInSourceKeys } from './harness/ledger-in-source-keys.ts';
import {
  asCsv,
  correct,
  documentsOf,
  type File,
  mentionsOf,
  type Step,
  step,
} from './harness/random-imports.ts';
import { placed, worldOf } from './oracle/identities.ts';
import { answer } from './oracle/members.ts';
import { replay } from './oracle/oracle.ts';
import { calendarSpan } from './oracle/spans.ts';
import type { Line, Question, Rules, World } from './oracle/terms.ts';
import { seedOfRun } from './seed.ts';

const MINUTES = 60_000;
/** After every date of the files: whoever is only mentioned is registered by the end of the year, and not before. */
const TODAY = '2026-12-31';

const rules: Rules = {
  kinds: ['shipment', 'monthTotal'],
  returns: 'month',
  least: {},
  excluded: [],
  totalBase: 'allRegistered',
  attribution: 'document',
};
const method = { ...mainMethod, totalBase: 'allRegistered' } as const;
const questions = [
  ...['2026-08-01', '2026-09-01', '2026-10-01'].map((date) => calendarSpan(1, date)),
  calendarSpan(12, '2026-01-01'),
].flatMap(({ name, period, previous }) =>
  ([{ unit: 'client', by: 'rep' }, { unit: 'entity' }, { unit: 'point' }] as const).map(
    (what) => ({ name, period, previous, scope: 'slice', ...what }) as const,
  ),
);

interface Applied {
  readonly id: number;
  readonly file: File;
}

async function importFile(
  { dataDir, stores }: Pick<Installation, 'dataDir' | 'stores'>,
  file: File,
): Promise<number> {
  const path = join(dataDir, 'shipments.csv');
  await writeFile(path, asCsv(file));
  const options = { acceptShrunk: true, answers: { daysReplaceOrAdd: 'replace' } };
  const prepared = await prepareImport(stores, [path], options, async () => undefined, unseen);
  await prepared.apply();
  return prepared.summary.importId;
}

async function take(
  installation: Installation,
  applied: Applied[],
  known: File[],
  what: Step,
): Promise<void> {
  const load = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    known.push(file);
    applied.push({ id: await importFile(installation, file), file });
  };
  switch (what.what) {
    case 'import':
      return load(what.file);
    case 'again':
      return load(known[what.which % Math.max(known.length, 1)]);
    case 'corrected': {
      const file = known[what.which % Math.max(known.length, 1)];
      return load(file && correct(file, what.at, what.by));
    }
    case 'undo': {
      const [gone] = applied.splice(what.which % Math.max(applied.length, 1), 1);
      if (gone !== undefined) await undoImport(installation.stores, gone.id, unseen);
    }
  }
}

/** What the applied imports, replayed in their order, amount to. */
function truthOf(applied: readonly Applied[]): { lines: Line[]; world: World } {
  const { world, pointOf } = worldOf(
    applied.map(({ file }) => mentionsOf(file)),
    TODAY,
  );
  return { world, lines: placed(replay(applied.map(({ file }) => documentsOf(file))), pointOf) };
}

async function compare(
  stores: Stores,
  applied: readonly Applied[],
  { withFigures }: { readonly withFigures: boolean },
): Promise<void> {
  const { lines, world } = truthOf(applied);
  const asLine = ({ date, kind, point, product, rep, quantity, amount, numbered }: Line) => {
    const { client, entity } = world.points.get(point) ?? { client: '', entity: '' };
    return [client, entity, point, date, kind, numbered, product, rep, quantity, amount].join(' · ');
  };
  const ledger = await ledgerInSourceKeys(stores);
  expect(ledger.map(asText).sort(), 'ledger').toEqual(lines.map(asLine).sort());
  if (!withFigures) return;
  const version = await currentVersion(stores.records);
  for (const { name, ...question } of questions) {
    const truth = answer(lines, rules, world, question satisfies Question);
    const by = 'by' in question ? { by: question.by } : {};
    const report = await figures(stores, {
      version,
      method,
      unit: countUnit[question.unit],
      period: periodOf(name),
      scope: wholeCompany,
      ...by,
    });
    expect(report.figures, `${name} by ${question.unit}`).toEqual(asFigures(truth.whole, false, method));
    if (!('by' in question)) continue;
    // Of an open period those are lost to whoever is responsible today, which this oracle is not told (figures.property is):
    // perhaps to somebody of whom nothing else is known.
    const told = (rows: readonly (readonly [rep: string, figures: Figures])[]) =>
      report.open
        ? rows.flatMap(([rep, { lost: _, ...others }]) => (isSomething(others) ? [[rep, others]] : []))
        : rows;
    const rows = (report.rows ?? []).map((one) => [one.key.code, one.figures] as const);
    const truthful = [...truth.members].map(([rep, found]) => [rep, asFigures(found, true, method)] as const);
    expect(Object.fromEntries(told(rows)), `${name} by rep`).toEqual(Object.fromEntries(told(truthful)));
  }
}

const isSomething = (figures: object): boolean =>
  Object.values(figures).some((one) => Number(one ?? 0) !== 0);

const asText = (line: Awaited<ReturnType<typeof ledgerInSourceKeys>>[number]): string =>
  [
    line.client,
    line.entity,
    line.point,
    line.date,
    line.kind,
    line.numbered,
    line.product,
    line.rep,
    line.quantity,
    line.amount,
  ].join(' · ');

let installation: Installation;
const renew = async (): Promise<void> => {
  await installation.remove();
  installation = await newEmbeddedInstallation();
};
beforeEach(async () => {
  process.env.AKB_TODAY = TODAY;
  installation = await newEmbeddedInstallation();
});
afterEach(async () => {
  await installation.remove();
  delete process.env.AKB_TODAY;
});

/**
 * Compares after every step, and in the end with an empty installation that imports what is applied, in its order; of an
 * `example` only what is left.
 */
async function play(steps: readonly Step[], { example }: { readonly example: boolean }): Promise<void> {
  const applied: Applied[] = [];
  const known: File[] = [];
  for (const [index, step] of steps.entries()) {
    await take(installation, applied, known, step);
    if (example && index < steps.length - 1) continue;
    // What is counted from a ledger is tried by figures.property.test.ts.
    const withFigures = isLongRun || index === steps.length - 1;
    await compare(installation.stores, applied, { withFigures }).catch((error) => {
      const done = steps.slice(0, index + 1).map((one) => JSON.stringify(one));
      throw new Error(`${done.join('\n')}\n${error.message}`, { cause: error });
    });
  }
  if (example) return;
  const kept = ordered(await ledgerInSourceKeys(installation.stores));
  await renew();
  for (const { file } of applied) await importFile(installation, file);
  expect(ordered(await ledgerInSourceKeys(installation.stores)), 'replayed').toEqual(kept);
}

const ordered = (lines: readonly object[]): string[] => lines.map((line) => JSON.stringify(line)).sort();

describe('imports, corrected re-imports and undos in any order', () => {
  const sale = (shape: File['shape'], customers: readonly number[], holding = ''): Step => {
    const rows = customers.map((customer) => ({
      customer,
      point: '',
      product: 'молоко',
      rep: 'петров',
      quantity: 1,
      kopecks: 10_000,
    }));
    const document = { number: shape, date: '2026-09-01', type: 'sale', rows } as const;
    return { what: 'import', file: { shape, holding, documents: [document] } };
  };
  const undoFirst: Step = { what: 'undo', which: 0 };

  // Each of them leaves ids, facts or links behind that an empty installation would not have. The usual run takes three.
  const examples: [string, Step[]][] = [
    [
      'the second of two namesakes',
      [sale('codes', [1]), undoFirst, sale('names', [0]), sale('codes', [0, 1])],
    ],
    ['the name that joined a code', [sale('names', [0]), sale('codes', [0, 1]), sale('inn', [1]), undoFirst]],
    ['the ИНН between two codes', [sale('inn', [0]), sale('codes', [0, 3]), undoFirst, sale('names', [0])]],
    ['a code without its ИНН', [sale('bareCodes', [1]), undoFirst, sale('codes', [0, 1]), sale('inn', [1])]],
    [
      'another holding',
      [sale('inn', [2], 'юг'), undoFirst, sale('codes', [2], 'север'), sale('inn', [2], 'юг')],
    ],
  ];
  const some = isLongRun ? examples : examples.slice(0, 1);
  test.each(some)('taken back: %s', { timeout: 10 * MINUTES }, async (_what, steps) => {
    await play(steps, { example: !isLongRun });
  });

  test('leave what replaying the applied ones in their order gives', { timeout: 90 * MINUTES }, async ({
    task,
  }) => {
    const sequences = budget(task, 'sequences', { usual: 1, long: 25 });
    const steps = budget(task, 'steps', { usual: 5, long: 12 });
    const seed = seedOfRun();
    const random = fc.array(step, { minLength: steps, maxLength: steps });
    for (const sequence of fc.sample(random, { seed, numRuns: sequences, unbiased: true })) {
      await play(sequence, { example: false }).catch((error) => {
        throw new Error(`seed ${seed}\n${error.message}`, { cause: error });
      });
      await renew();
    }
  });
});
