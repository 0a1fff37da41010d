import { mainMethod } from '../../src/domain/method.ts';
import { keepOf } from '../../src/services/activity/kept/keep-of.ts';
import { buildGeneration } from '../../src/services/ledger/build-generation.ts';
import { dropOldGenerations, dropUncommittedJournal, nextSpan } from '../../src/services/ledger/commit.ts';
import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import type { Stores } from '../../src/stores/stores.ts';
import { measured, type Usage } from '../child-process.ts';
import { type Company, monthNumber } from './company.ts';
import { type LinesToWrite, newDocument, prepareCustomers, writeLines } from './journal.ts';

export interface Load {
  readonly name: string;
  /** Seconds at 100 million lines. */
  readonly target: number;
  /** What arrives, month by month. */
  readonly arrives: (company: Company) => readonly Omit<LinesToWrite, 'importId'>[];
}

export const loads: readonly Load[] = [
  {
    name: "a day's load into one month, until every figure is fresh",
    target: 4,
    arrives: (company) => {
      const month = company.months.length - 1;
      const lines = Math.min(100_000, Math.ceil(company.lines / 200));
      return [{ month, first: newDocument(company, month), lines }];
    },
  },
  {
    name: 'one late document in each of 12 months',
    target: 40,
    arrives: (company) =>
      Array.from({ length: 12 }, (_, back) => {
        const month = company.months.length - 12 + back;
        // A document of one line.
        return { month, first: newDocument(company, month), lines: 1 };
      }),
  },
];

export interface LoadToMeasure<T> {
  readonly load: Load;
  /** Numbers of generations are never used twice, also of those that were dropped. */
  readonly turn: number;
  readonly ask: (version: DataVersion) => Promise<T>;
}

/**
 * From lines in the journal's form to an answer about the new state; reading a file is measured by `npm run bench`.
 * Nothing is committed: what was written is dropped as after a crash.
 */
export async function measureLoad<T>(
  stores: Stores,
  company: Company,
  before: DataVersion,
  { load, turn, ask }: LoadToMeasure<T>,
): Promise<{ result: T; usage: Usage; lines: number }> {
  const importId = Math.max(...before.applied) + 1 + turn;
  const arrived = load.arrives(company);
  const generation = before.dimensions + 1 + turn;
  const applied = [...before.applied, importId];
  await prepareCustomers(stores.warehouse, company);
  try {
    const { result, usage } = await measured(async () => {
      for (const one of arrived) await writeLines(stores.warehouse, company, { ...one, importId });
      const months = await buildGeneration(
        stores.warehouse,
        {
          before,
          generation,
          applied,
          changes: nothing,
          months: company.months
            .filter((_, index) => arrived.some(({ month }) => month === index))
            .map(monthNumber),
        },
        () => undefined,
      );
      const span = await nextSpan(stores, before, { generation, months });
      const after = { version: before.version + 1, applied, dimensions: generation, ...span };
      await keepOf(stores.warehouse, after, mainMethod);
      return await ask(after);
    });
    return { result, usage, lines: arrived.reduce((all, { lines }) => all + lines, 0) };
  } finally {
    await dropUncommittedJournal(stores);
    await dropOldGenerations(stores);
  }
}

const nothing = {
  points: [],
  parties: [],
  products: [],
  hidden: { points: [], parties: [], products: [] },
};
