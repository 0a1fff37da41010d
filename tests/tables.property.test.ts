import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  comparedWith,
  drillOf,
  type FigureAnswer,
  type FigureCell,
  figureQuery,
  periodsOf,
  sliceOfCell,
} from '../src/domain/figure-query.ts';
import type { Method } from '../src/domain/method.ts';
import { type Metric, metricShapes } from '../src/domain/metrics.ts';
import { type Period, parsePeriod } from '../src/domain/period.ts';
import { type Scope, wholeCompany } from '../src/domain/scope.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import { keepOf } from '../src/services/activity/kept/keep-of.ts';
import { noStoredSet, setMembers, setSize } from '../src/services/activity/set-sql.ts';
import type { DataVersion } from '../src/services/ledger/data-version.ts';
import { statement } from '../src/stores/warehouse/sql.ts';
import { budget } from './budget.ts';
import { asFigures } from './harness/as-figures.ts';
import { type FactsWarehouse, openFacts } from './harness/facts.ts';
import {
  linesOf,
  type RandomLedger,
  randomLedger,
  randomMethod,
  rulesOf,
  worldOf,
} from './harness/random-ledger.ts';
import { type RandomTable, randomSet, randomTable } from './harness/random-query.ts';
import { combinations, isSomething } from './oracle/members.ts';
import { answerFor, bookOf, isAttribute } from './oracle/oracle.ts';
import { membersOf } from './oracle/sets.ts';
import { calendarSpan, daysSpan, monthsSpan, type NamedSpan, rollingSpan } from './oracle/spans.ts';
import type { Book, Condition, Dimension, Question, Sight } from './oracle/terms.ts';
import { seedOfRun } from './seed.ts';

const MINUTES = 60_000;
const today = '2026-11-30';

let base: FactsWarehouse;
beforeAll(async () => {
  base = await openFacts();
});
afterAll(() => base.close());

const ledgersOf = (seed: number, count: number): RandomLedger[] =>
  // No month totals here: what cannot be answered because of them is a test of its own.
  fc
    .sample(randomLedger(40), { seed, numRuns: 3 * count, unbiased: true })
    .filter(({ facts }) => facts.every(({ kind }) => kind !== 'monthTotal'))
    .slice(0, count);

/** The oracle's own arithmetic for a period of the product. */
function spanOf({ label, grain, from, to, whole }: Period): NamedSpan {
  // As it stood on a day: fewer days of the same period, after the same one before.
  if (whole !== undefined) return { ...spanOf(whole), name: label, period: { from, to } };
  const months = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
  const count =
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
    Number(to.slice(5, 7)) -
    Number(from.slice(5, 7)) +
    1;
  if (grain === 'days') return daysSpan(from, days);
  if (grain !== 'months') return calendarSpan(months[grain], from);
  const rolling = /^last:(\d+)m@(.*)$/.exec(label);
  return rolling ? rollingSpan(Number(rolling[1]), rolling[2] ?? to) : monthsSpan(count, from);
}
const readPeriod = (name: string): Period => {
  const period = parsePeriod(name, { today });
  if ('code' in period) throw new Error(`${period.code}: ${name}`);
  return period;
};
const namedSpan = (name: string): NamedSpan => spanOf(readPeriod(name));

/** To the oracle a scope is one more condition: the company is what it would be without it. */
const sightOf = (nodes: Scope['nodes']): Sight[] =>
  nodes === null
    ? []
    : [{ dimension: 'sight', members: nodes.map(({ dimension, member }) => `${dimension} ${member}`) }];
const isOfOrganisation = (slice: readonly (Condition | Sight)[]): boolean =>
  slice.some(({ dimension }) => dimension === 'rep' || dimension === 'sight');

const answerTo = (version: DataVersion, { query, method, nodes }: RandomTable): Promise<FigureAnswer> =>
  answerFigures(base.stores, figureQuery.parse(query), {
    version,
    methods: [method],
    today,
    scope: { nodes },
  });

/** Thresholds that sums by month tell. */
const additive = ({ thresholds: { products, documents, ...additive } }: Method): Method['thresholds'] =>
  Object.keys(additive).length > 0 ? additive : { amount: '150.01' };

/** A table of the kind that is kept ready. */
function keepable({ query, method, ...rest }: RandomTable): RandomTable {
  const { version } = method;
  const [one, ...others] = [...query.rows, ...query.columns].filter((dimension) => dimension !== 'sku');
  const returns = method.returns.mode === 'off' ? method.returns : ({ mode: 'month' } as const);
  return {
    ...rest,
    method: { ...method, returns, thresholds: version % 8 === 1 ? additive(method) : {} },
    query: {
      ...query,
      rows: one === undefined ? [] : [one],
      columns: version % 3 === 0 ? others.slice(0, 1) : [],
      slice: query.slice.slice(0, version % 2),
    },
  };
}

const placeOf = ({ rows, columns }: Pick<FigureCell, 'rows' | 'columns'>): string =>
  JSON.stringify([rows, columns]);

/** The conditions of a cell; attributes of the day that is meant. */
const sliceIn = (
  query: FigureAnswer['query'],
  place: Pick<FigureCell, 'rows' | 'columns'>,
  { to }: { readonly to: string },
): Condition[] =>
  (sliceOfCell(query, place) as Condition[]).map((one) =>
    query.attributes === 'onDate' && isAttribute(one.dimension) ? { ...one, on: one.on ?? to } : one,
  );

const ofBase: readonly Metric[] = ['totalBase', 'workingBase', 'inactive', 'coverage'];
const everyMetric = [{ totalBase: 'assigned' }, true] as const;

/** Every cell is what the oracle counts, and nothing that the oracle knows is missing. */
async function compareTable(book: Book, version: DataVersion, table: RandomTable): Promise<void> {
  const answer = await answerTo(version, table);
  const { query } = answer;
  const [rows, columns] = [query.rows, query.columns] as [Dimension[], Dimension[]];

  const periods = periodsOf(query, { today });
  if ('code' in periods) throw new Error(periods.code);
  expect(answer.periods.map(({ label }) => label)).toEqual(periods.map(({ label }) => label));
  for (const [index, period] of periods.entries()) {
    const cells = new Map(
      answer.cells.filter((cell) => cell.period === index).map((cell) => [placeOf(cell), cell] as const),
    );
    const { previous } = spanOf(period);
    const question: Question = { unit: table.unit, period, previous, scope: query.history };
    for (let r = 0; r <= rows.length; r++)
      for (let c = 0; c <= columns.length; c++) {
        const by = [...rows.slice(0, r), ...columns.slice(0, c)];
        for (const members of by.length === 0
          ? [[]]
          : combinations(book, question, by, query.attributes === 'onDate' ? period.to : undefined)) {
          const place = { rows: members.slice(0, r), columns: members.slice(r) };
          const scope = sightOf(table.nodes);
          const slice = [...sliceIn(query, place, period), ...scope];
          const truth = answerFor(book, question, slice);
          const known = by.length === 0 || isSomething(truth, book.rules, by);
          const cell = cells.get(placeOf(place));
          if (cell === undefined && (!known || slice.length - scope.length > by.length)) continue;
          const expected = asFigures(truth, isOfOrganisation(slice), ...everyMetric) as unknown as Record<
            string,
            unknown
          >;
          if (cell === undefined) {
            // Cells of products are those with sales; who is assigned is not of products.
            const shown = query.metrics.filter(
              (metric) => table.method.totalBase !== 'assigned' || !ofBase.includes(metric),
            );
            const nothing = shown.every((metric) =>
              [0, null, '0.00', undefined].includes(expected[metric] as null),
            );
            expect(nothing, `no cell ${placeOf(place)} of ${period.label}`).toBe(true);
            continue;
          }
          const wanted = Object.fromEntries(
            query.metrics.map((metric) => [metric, expected[metric] ?? null]),
          );
          expect(cell.figures, `${placeOf(place)} of ${period.label}`).toEqual(wanted);
          for (const comparison of query.compare) {
            const label = answer.periods[index]?.compared?.[comparison]?.label;
            if (label === undefined) {
              expect([comparison, cell.compared?.[comparison]]).toEqual(['sameWorkingDay', undefined]);
              continue;
            }
            const other =
              comparison === 'sameWorkingDay' ? readPeriod(label) : comparedWith(period, comparison);
            expect(label).toBe(other.label);
            const otherTruth = answerFor(
              book,
              { ...question, period: other, previous: spanOf(other).previous },
              [...sliceIn(query, place, other), ...scope],
            );
            const otherFigures = asFigures(
              otherTruth,
              isOfOrganisation(slice),
              ...everyMetric,
            ) as unknown as Record<string, unknown>;
            expect(cell.compared?.[comparison], `${placeOf(place)} of ${other.label}`).toEqual(
              Object.fromEntries(query.metrics.map((metric) => [metric, otherFigures[metric] ?? null])),
            );
          }
        }
      }
  }
  await openOne(version, table, answer);
  checkTotals(answer);
  checkShared(book, { ...answer, unit: table.unit }, table.nodes);
}

/** The list behind a figure that is a size has exactly that size. */
async function openOne(
  version: DataVersion,
  { method, nodes, opened: [one, two] }: RandomTable,
  answer: FigureAnswer,
) {
  const sizes = answer.query.metrics.filter((metric) => metricShapes[metric].kind === 'size');
  const cell = answer.cells[one % Math.max(1, answer.cells.length)];
  const metric = sizes[two % Math.max(1, sizes.length)];
  if (cell === undefined || metric === undefined || cell.figures[metric] === null) return;
  const { set } = drillOf(answer, cell, metric);
  const { text, params } = statement(
    setSize(set, {
      version,
      method,
      unit: answer.query.unit,
      today,
      stored: noStoredSet,
      kept: null,
      scope: { nodes },
    }),
  );
  const [row] = await base.stores.warehouse.rows<{ size: string }>(text, params);
  expect(Number(row?.size), `behind ${metric} of ${placeOf(cell)}`).toBe(cell.figures[metric]);
}

/** Every total says what it is to its parts; where they add up by the matrix they do, new over time too. */
function checkTotals({ query, cells, periods }: FigureAnswer): void {
  const { rows, columns } = query;
  for (const total of cells) {
    const next: Readonly<Record<string, string>> = {
      ...(rows.length > total.rows.length && { [rows[total.rows.length] ?? '']: 'rows' }),
      ...(columns.length > total.columns.length && { [columns[total.columns.length] ?? '']: 'columns' }),
      ...(periods[total.period]?.whole === true && { time: 'period' }),
    };
    for (const { over, parts: count, metrics: said } of total.totals ?? []) {
      const parts = cells.filter((cell) => isPart(cell, total, next[over]));
      expect(count, `parts of ${placeOf(total)} over ${over}`).toBe(parts.length);
      for (const metric of query.metrics) {
        const addition = said[metric];
        expect(addition === undefined).toBe(metricShapes[metric].kind === 'ratio');
        if (addition === undefined) continue;
        const values = parts.map(({ figures }) => figures[metric] ?? null);
        const sum = values.includes(null)
          ? null
          : values.reduce<number>((all, one) => all + hundredths(one), 0);
        const of = `${metric} of ${placeOf(total)} over ${over}`;
        expect(addition.sum === null ? null : hundredths(addition.sum), of).toBe(sum);
        const whole = total.figures[metric] ?? null;
        const overlap = sum === null || whole === null ? null : sum - hundredths(whole);
        if (addition.is === 'distinct')
          expect(addition.overlap === null ? null : hundredths(addition.overlap), of).toBe(overlap);
        // Each part of a sum of money is rounded by itself.
        else if (overlap !== null)
          expect(Math.abs(overlap), of).toBeLessThanOrEqual(metricShapes[metric].kind === 'sum' ? count : 0);
      }
    }
    for (const over of Object.keys(next))
      if (cells.some((cell) => isPart(cell, total, next[over])))
        expect(total.totals?.map((one) => one.over)).toContain(over);
  }
}

const hundredths = (value: unknown): number => Math.round(Number(value) * 100);

function isPart(cell: FigureCell, total: FigureCell, side: string | undefined): boolean {
  const same = (one: 'rows' | 'columns'): boolean =>
    JSON.stringify(cell[one].slice(0, total[one].length)) === JSON.stringify(total[one]) &&
    cell[one].length === total[one].length + (side === one ? 1 : 0);
  return same('rows') && same('columns') && (cell.period === total.period) !== (side === 'period');
}

/** Customers who have two reps at once are as many as going through all lines finds. */
function checkShared(
  book: Book,
  { query, cells, periods, unit }: FigureAnswer & { readonly unit: Question['unit'] },
  nodes: RandomTable['nodes'],
): void {
  const scope = sightOf(nodes);
  for (const cell of cells)
    for (const { over, shared, metrics: said } of cell.totals ?? []) {
      const { transferredIn: into, transferredOut: out } = said;
      if (over !== 'rep' || into === undefined || out === undefined) continue;
      const balance = Number(cell.figures.transferredIn ?? 0) - Number(cell.figures.transferredOut ?? 0);
      expect(shared !== undefined).toBe(Number(into.sum) - Number(out.sum) !== balance);
      if (shared === undefined) continue;
      const { period, previous } = spanOf(readPeriod(periods[cell.period]?.label ?? ''));
      const slice = [...sliceIn(query, cell, period), ...scope];
      const several = (which: 'active' | 'before'): number => {
        const span = which === 'active' ? period : previous;
        const question: Question = { unit, period: span, previous, scope: query.history };
        const sets = ['', '41', '42', '43'].map(
          (rep) => answerFor(book, question, [...slice, { dimension: 'rep', members: [rep] }]).sets.active,
        );
        const all = sets.flatMap((set) => [...set]);
        return [...new Set(all)].filter((one) => sets.filter((set) => set.has(one)).length > 1).length;
      };
      expect(shared).toEqual({ now: several('active'), before: several('before') });
    }
}

describe('tables of figures', () => {
  test('are in every cell, total and subtotal what going through all lines gives', {
    timeout: 240 * MINUTES,
  }, async ({ task }) => {
    const ledgers = budget(task, 'ledgers', { usual: 4, long: 100 });
    const tables = budget(task, 'tables', { usual: 10, long: 40 });
    const seed = seedOfRun();
    for (const [index, ledger] of ledgersOf(seed, ledgers).entries()) {
      const version = await base.load(ledger.facts, ledger.dimensions);
      const drawn = fc
        .sample(randomTable, { seed: seed + index, numRuns: tables, unbiased: true })
        // Each under a method of its own: what is kept is kept by its name.
        .map((table, number) => ({ ...table, method: { ...table.method, version: number + 1 } }))
        // Every fourth one may be answered from what is kept.
        .map((table, number) => (number % 4 === 0 ? keepable(table) : table));
      // Keeping takes as long as a dozen answers: two methods of a ledger are kept, one of them with thresholds.
      const kept = [0, 4].flatMap((number) => drawn[number]?.method ?? []);
      for (const method of kept) await keepOf(base.stores.warehouse, version, method);
      const asked = drawn.map((table, number) => {
        const method = number % 4 === 0 ? kept[(number / 4) % kept.length] : undefined;
        // Who of those registered is in a scope is a test of its own.
        const fits = table.nodes === null || method?.totalBase !== 'allRegistered';
        return { ...table, method: (fits ? method : undefined) ?? table.method };
      });
      const one = async (table: RandomTable): Promise<void> => {
        const book = bookOf(linesOf(ledger), rulesOf(table.method), worldOf(ledger));
        await compareTable(book, version, table).catch((error) => {
          throw new Error(
            `seed ${seed}\n${JSON.stringify(table)}\n${JSON.stringify(ledger.facts)}\n${error.message}`,
            { cause: error },
          );
        });
      };
      const lane = async (odd: number): Promise<void> => {
        for (const [number, table] of asked.entries()) if (number % 2 === odd) await one(table);
      };
      await Promise.all([0, 1].map(lane));
    }
  });
});

describe('sets of customers', () => {
  test('have the members that going through all lines gives', { timeout: 90 * MINUTES }, async ({ task }) => {
    const ledgers = budget(task, 'ledgers', { usual: 2, long: 100 });
    const sets = budget(task, 'sets', { usual: 10, long: 50 });
    const seed = seedOfRun();
    const units = { client: 'client', entity: 'legalEntity', point: 'deliveryPoint' } as const;
    for (const [index, ledger] of ledgersOf(seed, ledgers).entries()) {
      const version = await base.load(ledger.facts, ledger.dimensions);
      const drawn = fc.tuple(
        randomSet,
        fc.constantFrom(...(['client', 'entity', 'point'] as const)),
        randomMethod,
      );
      for (const [set, unit, method] of fc.sample(drawn, {
        seed: seed + index,
        numRuns: sets,
        unbiased: true,
      })) {
        const context = {
          version,
          method,
          unit: units[unit],
          today,
          stored: noStoredSet,
          kept: null,
          scope: wholeCompany,
        };
        const refusable = JSON.stringify(set).match(/"(prospects|registered)"/) !== null;
        let found: string[];
        try {
          const { text, params } = statement(setMembers(set, context));
          found = (await base.stores.warehouse.rows<{ unit: number }>(text, params)).map((row) =>
            String(row.unit),
          );
        } catch (error) {
          if (refusable && String(error).includes('prospectsHaveNoSlice')) continue;
          throw new Error(`seed ${seed}\n${JSON.stringify({ set, unit, method })}\n${error}`, {
            cause: error,
          });
        }
        const book = bookOf(linesOf(ledger), rulesOf(method), worldOf(ledger));
        const truth = [...membersOf(set, book, unit, namedSpan)].sort();
        expect(
          found.sort(),
          `seed ${seed}\n${JSON.stringify({ set, unit, method })}\n${JSON.stringify(ledger.facts)}`,
        ).toEqual(truth);
      }
    }
  });
});
