import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type FigureQuery, figureQuery } from '../src/domain/figure-query.ts';
import { type Method, mainMethod } from '../src/domain/method.ts';
import type { Metric } from '../src/domain/metrics.ts';
import { wholeCompany } from '../src/domain/scope.ts';
import { answerFigures } from '../src/services/activity/figure-answer.ts';
import type { DataVersion } from '../src/services/ledger/data-version.ts';
import { type Assigned, type Fact, type FactsWarehouse, openFacts } from './harness/facts.ts';

// Counting rules, §4 and §6: whose customers are is asked of the document, or of who is responsible on the last day of
// the period. In September rep 1 sold to A, B and C and rep 2 to D; B is rep 2's since 1 October, C has nobody.

const customers = { A: 1, B: 2, C: 3, D: 4, E: 5 } as const;
type Name = keyof typeof customers;
const bought = (name: Name, date: string, rep: number): Fact => ({
  ...{ entity: customers[name], product: 1, amount: 100, rep, date },
});
const is = (name: Name, member: number, since = '1970-01-01'): Assigned => ({
  entity: customers[name],
  since,
  member,
});
const assignments = [is('A', 1), is('B', 1), is('B', 2, '2026-10-01'), is('D', 2), is('E', 1)];
const september = [
  ...(['A', 'B', 'C'] as const).map((name) => bought(name, '2026-09-10', 1)),
  bought('D', '2026-09-10', 2),
];

let base: FactsWarehouse;
beforeAll(async () => {
  base = await openFacts();
});
afterAll(() => base.close());

async function load(facts: readonly Fact[], named: readonly Assigned[] = assignments): Promise<DataVersion> {
  const ids = Object.values(customers);
  const registered = '2026-01-01';
  const place = { city: '', region: '', federalDistrict: '', country: '' };
  const kind = {
    ...{ clientType: '', salesChannel: '', acquisitionChannel: '', industry: '', status: 'works' },
  };
  return await base.load(facts, {
    points: ids.map((id) => ({
      ...{ id, point: id, entity: id, client: id, registered, ...place },
      implicit: false,
    })),
    parties: ids.map((id) => ({ ...{ id, entity: id, client: id, registered, ...kind } })),
    products: [],
    assignments: named,
  });
}

/** Figures by rep, and of the company. */
async function byRep(
  version: DataVersion,
  period: string,
  metrics: Metric[],
  rules: Partial<Method>,
  unit: FigureQuery['unit'] = 'client',
): Promise<Record<string, unknown[]>> {
  const query = figureQuery.parse({
    ...{ metrics, period, rows: ['rep'], unit, methods: [{ id: 'main' }] },
  });
  const { cells } = await answerFigures(base.stores, query, {
    ...{ version, today: '2026-11-30', scope: wholeCompany },
    methods: [{ ...mainMethod, ...rules }],
  });
  return Object.fromEntries(
    cells.map(({ rows, figures }) => [rows[0] ?? 'company', metrics.map((metric) => figures[metric])]),
  );
}

describe('by assignment', () => {
  const bridge: Metric[] = ['activeBase', 'retained', 'transferredIn', 'transferredOut', 'lost', 'sales'];

  test('a customer and his sales are of who is responsible for him, whoever sold to him', async () => {
    const version = await load([...september, bought('A', '2026-10-05', 2), bought('B', '2026-10-06', 1)]);
    expect(await byRep(version, '2026-10', bridge, { attribution: 'assigned' })).toEqual({
      // C, who had nobody, is lost to nobody's.
      '': [0, 0, 0, 0, 1, '0.00'],
      1: [1, 1, 0, 1, 0, '100.00'],
      2: [1, 0, 1, 0, 1, '100.00'],
      company: [2, 2, null, null, 2, '200.00'],
    });
    expect(await byRep(version, '2026-10', bridge, {})).toEqual({
      1: [1, 1, 0, 1, 1, '100.00'],
      2: [1, 0, 1, 0, 1, '100.00'],
      company: [2, 2, null, null, 2, '200.00'],
    });
  });

  test('a point may have somebody of its own', async () => {
    const at = { ...customers };
    const version = await load(
      [bought('A', '2026-10-05', 1), bought('D', '2026-10-05', 2)],
      [...assignments, { entity: at.A, point: at.A, since: '2026-10-02', member: 2 }],
    );
    const asked = { attribution: 'assigned' } as const;
    expect(await byRep(version, '2026-10', ['activeBase'], asked, 'deliveryPoint')).toEqual({
      2: [2],
      company: [2],
    });
    expect(await byRep(version, '2026-10', ['activeBase'], asked)).toEqual({ 1: [1], 2: [1], company: [2] });
  });

  test('an earlier period stays with whom it was', async () => {
    const version = await load(september);
    expect(await byRep(version, '2026-09', ['activeBase'], { attribution: 'assigned' })).toEqual({
      '': [1],
      1: [2],
      2: [1],
      company: [4],
    });
  });
});

describe('the base of those assigned', () => {
  const coverage: Metric[] = ['totalBase', 'inactive', 'coverage', 'outsideAssignment', 'activeBase'];

  test('is who has somebody on the last day; others who bought are outside it', async () => {
    const version = await load([
      ...september,
      bought('A', '2026-10-05', 1),
      bought('B', '2026-10-06', 1),
      bought('C', '2026-10-06', 1),
      bought('D', '2026-10-31', 2),
    ]);
    expect(await byRep(version, '2026-10', coverage, { totalBase: 'assigned' })).toEqual({
      // Rep 1 is responsible for A and for E, who bought nothing; he also sold to B and C, who are not his.
      1: [2, 1, '0.5000', 2, 3],
      2: [2, 1, '0.5000', 0, 1],
      company: [4, 1, '0.7500', 1, 4],
    });
  });

  test('may fall when somebody is handed over', async () => {
    const version = await load(september);
    const bases = async (period: string) =>
      (await byRep(version, period, ['totalBase'], { totalBase: 'assigned' }))[1];
    expect(await bases('2026-08')).toEqual([3]);
    // October is seen as of the last loaded day, in September.
    expect(await bases('2026-10')).toEqual([3]);
    const later = await load([...september, bought('A', '2026-10-02', 1)]);
    expect((await byRep(later, '2026-10', ['totalBase'], { totalBase: 'assigned' }))[1]).toEqual([2]);
  });
});

test('while a month runs, whoever has not bought yet is of who is responsible today, else of whose he was', async () => {
  // The last loaded day is 5 October: A has bought, B (handed over to rep 2), C (nobody's) and D have not.
  const version = await load([...september, bought('A', '2026-10-05', 1)]);
  expect(await byRep(version, '2026-10', ['lost', 'transferredOut'], {})).toEqual({
    1: [1, 0],
    2: [2, 0],
    company: [3, null],
  });
  // Once it is over they are lost to whose they were.
  const over = await load([
    ...september,
    bought('A', '2026-10-05', 1),
    { ...bought('A', '2026-10-31', 1), amount: 0 },
  ]);
  expect(await byRep(over, '2026-10', ['lost', 'transferredOut'], {})).toEqual({
    1: [2, 0],
    2: [1, 0],
    company: [3, null],
  });
});
