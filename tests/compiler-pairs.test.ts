import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Dimension, dimensions, type Slice } from '../src/domain/dimensions.ts';
import { drillOf, type FigureQuery, figureQuery } from '../src/domain/figure-query.ts';
import { type Method, mainMethod, methodDocument } from '../src/domain/method.ts';
import { type Metric, metricShapes, metrics } from '../src/domain/metrics.ts';
import { parsePeriod } from '../src/domain/period.ts';
import { customerSorts } from '../src/domain/report-words.ts';
import type { Scope } from '../src/domain/scope.ts';
import { type SetNode, setMeasures, setStates } from '../src/domain/sets/customer-set.ts';
import { countUnits } from '../src/domain/units.ts';
import { listCustomers } from '../src/services/activity/customers.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import { keepOf } from '../src/services/activity/kept/keep-of.ts';
import { keptOf } from '../src/services/activity/kept/kept.ts';
import { noStoredSet, type SetContext, setMembers, setSize } from '../src/services/activity/set-sql.ts';
import type { DataVersion } from '../src/services/ledger/data-version.ts';
import { sql, statement } from '../src/stores/warehouse/sql.ts';
import { budget } from './budget.ts';
import { refusalOf } from './harness/application.ts';
import { type FactsWarehouse, openFacts } from './harness/facts.ts';
import { pairwise } from './harness/pairwise.ts';
import { randomLedger } from './harness/random-ledger.ts';

// Every two options of whatever is compiled to SQL meet in a question that the engine answers.

const today = '2026-11-30';
let base: FactsWarehouse;
let version: DataVersion;
beforeAll(async () => {
  base = await openFacts();
  const ledgers = fc.sample(randomLedger(60), { seed: 23, numRuns: 20, unbiased: true });
  const ledger = ledgers.find(({ facts }) => facts.every(({ kind }) => kind !== 'monthTotal'));
  if (ledger === undefined) throw new Error('no ledger that knows its days');
  version = await base.load(ledger.facts, ledger.dimensions);
});
afterAll(() => base.close());

const slices: readonly Slice[] = [
  [],
  [{ dimension: 'rep', members: ['41', '42'] }],
  [{ dimension: 'rep', members: [''] }],
  [{ dimension: 'city', members: ['Киров'] }],
  [{ dimension: 'clientType', members: ['розница', ''] }],
  [{ dimension: 'category', members: ['сыры'] }],
  [{ dimension: 'sku', members: ['', '1', '2'] }],
  [
    { dimension: 'rep', members: ['41'] },
    { dimension: 'category', members: ['сыры', ''] },
    { dimension: 'industry', members: [''] },
  ],
];
const scopes: readonly Scope[] = [
  { nodes: null },
  { nodes: [] },
  { nodes: [{ dimension: 'branch', member: 7 }] },
  { nodes: [41, 42].map((member) => ({ dimension: 'rep', member })) },
  {
    nodes: [
      { dimension: 'rep', member: 41 },
      { dimension: 'department', member: 3 },
    ],
  },
];
const rules = {
  kinds: [
    ['shipment', 'monthTotal'],
    ['shipment', 'return', 'correction', 'free', 'monthTotal'],
  ],
  returns: [{ mode: 'month' }, { mode: 'off' }, { mode: 'days', days: 20 }],
  thresholds: [
    {},
    { amount: '50' },
    { quantity: '1.5' },
    { products: 2 },
    { documents: 1 },
    { amount: '10', quantity: '1', products: 1, documents: 1 },
  ],
  products: [
    undefined,
    { categories: ['сыры', ''] },
    { brands: [''] },
    { categories: ['молочное'], brands: [''] },
  ],
  excludedParties: [[], [5, 11]],
  vat: ['included', 'excluded'],
  totalBase: ['everBought', 'allRegistered', 'assigned'],
  attribution: ['document', 'assigned'],
} as const;
type Rules = { readonly [Rule in keyof typeof rules]: (typeof rules)[Rule][number] };

/** Rules of which answers are kept: each costs a build. */
const keptRules: readonly Partial<Method>[] = [
  {},
  { returns: { mode: 'off' }, kinds: ['shipment', 'return', 'correction', 'free', 'monthTotal'] },
  { products: { categories: ['сыры', ''] }, excludedParties: [5, 11] },
  { thresholds: { amount: '50' } },
  { thresholds: { amount: '10', quantity: '1' }, vat: 'excluded' },
];

/** Methods by their rules, each a version of its own: what is kept is kept by version. */
const known = new Map<string, Method>();
function methodOf(chosen: Rules): Method {
  const { kinds, returns, thresholds, products, excludedParties, vat, totalBase, attribution } = chosen;
  const document = { kinds, returns, thresholds, products, excludedParties, vat, totalBase, attribution };
  const key = JSON.stringify(document);
  const method =
    known.get(key) ??
    methodDocument.parse(
      structuredClone({
        ...{ ...mainMethod, ...document, version: known.size + 1 },
        ...(products === undefined && { products: undefined }),
      }),
    );
  known.set(key, method);
  return method;
}

/** As many of all, evenly: every pair meets in the long run, the usual one tries a part of them. */
const spread = <One>(all: readonly One[], count: number): readonly (readonly [number, One])[] =>
  [...all.entries()].filter(([index]) => ((index + 1) * count) % all.length < count);

test('pairs of options all meet', () => {
  const options = { a: [1, 2, 3], b: ['x', 'y'], c: [true, false], d: [0, 1, 2, 3] };
  const rows = pairwise(options);
  expect(rows.length).toBeLessThan(20);
  for (const one of ['a', 'b', 'c', 'd'] as const)
    for (const other of ['a', 'b', 'c', 'd'] as const)
      for (const value of options[one])
        for (const its of options[other])
          if (one !== other) expect(rows.some((row) => row[one] === value && row[other] === its)).toBe(true);
});

const tables = pairwise({
  metrics: [
    ...[['activeBase'], ['totalBase', 'inactive', 'coverage'], ['prospects']],
    ...[
      ['new', 'retained', 'reactivated', 'lost'],
      ['transferredIn', 'transferredOut'],
    ],
    ...[
      ['sales', 'salesExVat', 'avgPerClient'],
      ['documents', 'avgCheck', 'frequency'],
    ],
    ...[['skuPairs', 'avgSkuPerClient'], [...metrics]],
  ] as readonly Metric[][],
  row: [undefined, 'rep', 'ownCompany', 'city', 'clientType', 'category', 'sku'],
  column: [undefined, 'team', 'region', 'industry', 'brand'],
  unit: countUnits,
  time: [
    { period: '2026-10' },
    { period: '2026-Q4' },
    { period: '2026' },
    { period: '2026-10-05..2026-11-20' },
    { period: '2026-10@2026-10-15' },
    { period: 'last:3m@2026-11-15' },
    { period: '2026-09..2026-11', grain: 'month' },
    { period: '2026-Q3..2026-Q4', grain: 'quarter', whole: true },
    { period: '2026-10-05..2026-10-25', grain: 'week', whole: true },
    { period: '2026-10-30..2026-11-02', grain: 'day' },
    { period: '2026-09..2026-11', grain: 'month', rolling: { length: 2, of: 'months' } },
    { period: '2026-10-30..2026-11-01', grain: 'day', rolling: { length: 30, of: 'days' } },
  ] satisfies readonly Pick<FigureQuery, 'period' | 'grain' | 'rolling' | 'whole'>[],
  compare: [[], ['previous'], ['yearAgo'], ['sameWorkingDay'], ['previous', 'yearAgo', 'sameWorkingDay']],
  history: ['slice', 'company'],
  slice: slices,
  scope: scopes,
  among: [undefined, { kind: 'ids', ids: [5, 6, 11, 21] }, { kind: 'bought', to: '2026-10-20' }],
  source: ['lines', 'kept'],
  ...rules,
});

describe('tables of figures', () => {
  test('of every two options are answered, and open into who is counted', { timeout: 600_000 }, async ({
    task,
  }) => {
    for (const [index, { metrics: wanted, row, column, time, source, scope, among, ...chosen }] of spread(
      tables,
      budget(task, 'tables', { usual: 8, long: tables.length }),
    )) {
      const { unit, compare, history, slice } = chosen;
      const method =
        source === 'lines'
          ? methodOf(chosen)
          : {
              ...{ ...mainMethod, ...keptRules[index % keptRules.length] },
              ...{ totalBase: chosen.totalBase, attribution: chosen.attribution },
              version: 20_000 + (index % keptRules.length),
            };
      const query = figureQuery.parse({
        ...{ ...time, metrics: wanted, unit, compare, history, slice, methods: [{ id: 'main' }] },
        rows: row === undefined ? [] : [row],
        columns: column === undefined ? [] : [column],
        // Of some customers nothing is kept.
        ...(among !== undefined && source === 'lines' && { among }),
      });
      // Of another version of the method nothing is kept.
      const ask = async (of = { ...method, version: 30_000 + index }) =>
        await answerFigures(base.stores, query, {
          ...{ version, methods: [of], today, scope },
          ...(query.among && { among: [setMembers(query.among, await contextOf({ method, unit, scope }))] }),
        });
      const said = `table ${index} of ${tables.length}: ${JSON.stringify({ query, method, scope })}`;
      if (
        query.grain === 'day' &&
        query.rolling === undefined &&
        compare.some((one) => one === 'sameWorkingDay')
      ) {
        expect(await refusalOf(ask()), said).toMatchObject([{ code: 'sameWorkingDayOfDay' }]);
        continue;
      }
      const cells = await ask().then(
        async (answer) => {
          if (source === 'lines') return answer;
          await keepOf(base.stores.warehouse, version, method);
          const kept = await ask(method);
          expect(
            kept.explained.every(({ sizes }) => sizes?.why !== 'notKept'),
            said,
          ).toBe(true);
          expect(kept.cells, said).toEqual(answer.cells);
          return kept;
        },
        (error) => {
          throw new Error(said, { cause: error });
        },
      );
      const opened = query.metrics.filter((one) => metricShapes[one].kind === 'size');
      for (const metric of opened.slice(index % 3, (index % 3) + 1)) {
        const cell = cells.cells[index % Math.max(1, cells.cells.length)];
        if (cell === undefined || cell.figures[metric] === null) continue;
        const { set } = drillOf(cells, cell, metric);
        expect(await sizeOf(set, { method, unit, scope }), `${metric} of ${said}`).toBe(cell.figures[metric]);
      }
    }
  });
});

test.each(dimensions)('a table by %s, alone and under another one, is answered', async (dimension) => {
  for (const rows of [[dimension], [dimension === 'rep' ? 'city' : 'rep', dimension]]) {
    const query = figureQuery.parse({
      ...{ rows, metrics, period: '2026-10', unit: 'client', methods: [{ id: 'main' }] },
      slice: [{ dimension, members: ['', '41'] }],
    });
    const { cells } = await answerFigures(base.stores, query, {
      ...{ version, methods: [mainMethod], today, scope: { nodes: null } },
    });
    expect(cells.filter((cell) => cell.rows.length === 0)).toHaveLength(1);
  }
});

type Who = Pick<SetContext, 'method' | 'unit' | 'scope'>;
const contextOf = async (who: Who): Promise<SetContext> => ({
  ...{ ...who, version, today },
  // A stored set, as a table of ids.
  stored: (id) => (id === 7 ? sql`SELECT arrayJoin([5, 6, 11, 21]) AS unit` : noStoredSet(id)),
  kept: await keptOf(base.stores.warehouse, version, who.method),
});
async function sizeOf(set: SetNode, who: Who): Promise<number> {
  const { text, params } = statement(setSize(set, await contextOf(who)));
  const [row] = await base.stores.warehouse.rows<{ size: string }>(text, params);
  return Number(row?.size);
}

interface Parts {
  readonly period: string;
  readonly slice: Slice;
  readonly history: 'slice' | 'company';
  readonly days: { readonly from?: string; readonly to?: string };
  readonly bounds: { readonly atLeast?: string; readonly atMost?: string };
  readonly attribute: { readonly dimension: Dimension; readonly members: readonly string[] };
}
const nodes: readonly ((parts: Parts) => SetNode)[] = [
  ...setStates.map(
    (state) =>
      ({ period, slice, history }: Parts) =>
        ({ kind: 'state', state, period, slice, history }) as const,
  ),
  ...setMeasures.map(
    (measure) =>
      ({ period, slice, bounds }: Parts) =>
        ({ kind: 'measure', measure, period, slice, ...bounds }) as const,
  ),
  ...(['bought', 'neverBought'] as const).map(
    (kind) =>
      ({ days, slice }: Parts) =>
        ({ kind, slice, ...days }) as const,
  ),
  ...(['first', 'last'] as const).map(
    (which) =>
      ({ days, slice }: Parts) =>
        ({ kind: 'purchase', which, slice, ...days }) as const,
  ),
  ({ attribute }) => ({ kind: 'attribute', ...attribute }),
  () => ({ kind: 'ids', ids: [5, 6, 11, 12, 1, 21, 2_147_483_647] }),
  () => ({ kind: 'stored', id: 7 }),
];
const combined: readonly ((one: SetNode, other: SetNode) => SetNode)[] = [
  (one) => one,
  (one, other) => ({ kind: 'and', sets: [one, other] }),
  (one, other) => ({ kind: 'or', sets: [one, other, one] }),
  (one, other) => ({ kind: 'andNot', of: other, without: one }),
];

const sets = pairwise({
  node: nodes.map((_, index) => index),
  combined: combined.map((_, index) => index),
  other: nodes.map((_, index) => index).filter((index) => index % 4 === 0),
  period: ['2026-10', '2026-Q4', '2026-10-05..2026-11-20', '2026-10@2026-10-15', 'last:2m', 'last:45d'],
  slice: slices,
  history: ['slice', 'company'],
  days: [{}, { from: '2026-10-01' }, { to: '2026-10-31' }, { from: '2026-09-15', to: '2026-11-01' }],
  bounds: [{}, { atLeast: '1.5' }, { atMost: '100' }, { atLeast: '-5', atMost: '150.0001' }],
  attribute: [
    { dimension: 'city', members: ['Киров', ''] },
    { dimension: 'country', members: [''] },
    { dimension: 'clientType', members: ['HoReCa'] },
  ],
  unit: countUnits,
  scope: scopes,
  ...rules,
});

/** Columns and order of a list do not look at what its set is made of. */
const lists = pairwise({
  sort: customerSorts,
  state: ['active', 'totalBase', 'withLines'],
  slice: slices,
  unit: countUnits,
  scope: scopes,
  returns: rules.returns,
  attribution: rules.attribution,
  vat: rules.vat,
});

describe('sets of customers', () => {
  test('of every two options are counted', { timeout: 600_000 }, async ({ task }) => {
    let refused = 0;
    for (const [index, { node, other, combined: join, ...parts }] of spread(
      sets,
      budget(task, 'sets', { usual: 10, long: sets.length }),
    )) {
      const { unit, scope } = parts;
      const method = methodOf(parts);
      const [one, two] = [nodes[node]?.(parts), nodes[other]?.(parts)];
      const set = one && two && combined[join]?.(one, two);
      if (set === undefined) throw new Error('no set');
      const said = `set ${index} of ${sets.length}: ${JSON.stringify({ set, unit, method, scope })}`;
      try {
        expect(await sizeOf(set, { method, unit, scope }), said).toBeGreaterThanOrEqual(0);
      } catch (error) {
        // Who is registered has no member of lines: the one thing that is refused.
        const registered = JSON.stringify(set).match(/"state":"(prospects|registered)"/) !== null;
        if (!registered || !String(error).includes('prospectsHaveNoSlice'))
          throw new Error(said, { cause: error });
        refused += 1;
      }
    }
    expect(refused).toBeLessThan(sets.length / 4);
  });

  test('are listed as many as they are, in every order', { timeout: 600_000 }, async ({ task }) => {
    const period = parsePeriod('2026-10', { today });
    if ('code' in period) throw new Error(period.code);
    const some = spread(lists, budget(task, 'lists', { usual: 7, long: lists.length }));
    for (const [index, { sort, state, slice, unit, scope, returns, attribution }] of some) {
      const method = { ...mainMethod, returns, attribution, version: 10_000 + index };
      const set: SetNode = { kind: 'state', state, period: period.label, slice };
      const size = await sizeOf(set, { method, unit, scope });
      const list = { ...(await contextOf({ method, unit, scope })), set, period, slice, sort };
      const said = `list ${index} of ${lists.length}: ${JSON.stringify({ sort, set, unit, method, scope })}`;
      expect(await Array.fromAsync(listCustomers(base.stores, list)), said).toHaveLength(size);
    }
  });
});
