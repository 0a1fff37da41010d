import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { today } from '../src/domain/clock.ts';
import { mainMethod } from '../src/domain/method.ts';
import { type Period, parsePeriod } from '../src/domain/period.ts';
import { type Scope, wholeCompany } from '../src/domain/scope.ts';
import { type BaseOwner, type DailyBases, dailyBases } from '../src/services/activity/daily-bases.ts';
import { figures } from '../src/services/activity/figures.ts';
import { bareDimensions, type Fact, type FactsWarehouse, openFacts } from './harness/facts.ts';

const period = (text: string): Period => {
  const parsed = parsePeriod(text, { today: today() });
  if ('code' in parsed) throw new Error(parsed.code);
  return parsed;
};

const milk = 1;
const cheese = 2;
const noProduct = 0;

describe('the nine examples of the counting rules: one entity, one client, one point', () => {
  let base: FactsWarehouse;
  beforeAll(async () => {
    base = await openFacts();
  });
  afterAll(() => base.close());

  const line = (date: string, amount: number, product: number, more: Partial<Fact> = {}): Fact => ({
    entity: 1,
    date: `2026-${date}`,
    amount,
    product,
    ...more,
  });

  const examples: [
    name: string,
    lines: Fact[],
    october: number,
    week: number,
    totalBase: number,
    sales: string,
    documents: number,
  ][] = [
    [
      'everything returned within the month',
      [line('10-01', 100, milk), line('10-10', -100, milk)],
      0,
      0,
      0,
      '0.00',
      0,
    ],
    [
      'a part returned within the month',
      [line('10-01', 100, milk), line('10-10', -60, milk, { quantity: -0.6 })],
      1,
      1,
      1,
      '40.00',
      1,
    ],
    [
      'a return of cheese bought in September does not undo the milk',
      [line('10-01', 100, milk), line('10-10', -150, cheese)],
      1,
      1,
      1,
      '-50.00',
      1,
    ],
    [
      'a return of the next month leaves this one alone',
      [line('10-31', 100, milk), line('11-01', -100, milk)],
      1,
      0,
      1,
      '100.00',
      1,
    ],
    [
      'a return through another rep settles all the same',
      [line('10-03', 100, milk, { rep: 1 }), line('10-09', -100, milk, { rep: 2 })],
      0,
      0,
      0,
      '0.00',
      0,
    ],
    [
      'a gift does not make a customer active',
      [line('10-02', 0, milk, { quantity: 10 })],
      0,
      0,
      0,
      '0.00',
      0,
    ],
    [
      'a return without a product that the month covers',
      [
        line('10-02', 100, milk, { document: 1 }),
        line('10-02', 50, cheese, { document: 1 }),
        line('10-09', -100, noProduct),
      ],
      1,
      1,
      1,
      '50.00',
      1,
    ],
    [
      'a return without a product that eats the month',
      [
        line('10-02', 100, milk, { document: 1 }),
        line('10-02', 50, cheese, { document: 1 }),
        line('10-09', -150, noProduct),
      ],
      0,
      0,
      0,
      '0.00',
      0,
    ],
    [
      'two entities of one client settle each by itself',
      [line('10-02', 100, milk, { client: 1 }), line('10-03', -100, milk, { client: 1, entity: 2 })],
      1,
      1,
      1,
      '0.00',
      1,
    ],
  ];

  test.each(examples)('%s', async (_name, lines, october, week, totalBase, sales, documents) => {
    const version = await base.load(lines);
    const ask = (text: string) =>
      figures(base.stores, {
        version,
        method: mainMethod,
        unit: 'client',
        period: period(text),
        scope: wholeCompany,
      });
    const month = await ask('2026-10');
    expect(month.figures).toMatchObject({ activeBase: october, totalBase, sales, documents });
    expect((await ask('2026-10-01..2026-10-07')).figures.activeBase).toBe(week);
  });

  test('a return through another rep leaves nobody active with either rep', async () => {
    const version = await base.load([
      line('10-03', 100, milk, { rep: 1 }),
      line('10-09', -100, milk, { rep: 2 }),
    ]);
    const report = await figures(base.stores, {
      version,
      method: mainMethod,
      unit: 'client',
      period: period('2026-10'),
      by: 'rep',
      scope: wholeCompany,
    });
    expect(report.rows?.map((row) => [row.key.code, row.figures.activeBase, row.figures.sales])).toEqual([
      ['1', 0, '100.00'],
      ['2', 0, '-100.00'],
    ]);
  });

  test.each([
    ['assigned', []],
    ['allRegistered', [1]],
  ] as const)(
    'a city whose one customer bought long ago is there if he is of the base (%s)',
    async (totalBase, expected) => {
      const version = await base.load([line('07-31', 100, milk)]);
      const report = await figures(base.stores, {
        version,
        method: { ...mainMethod, totalBase },
        unit: 'client',
        period: period('2026-10'),
        by: 'city',
        scope: wholeCompany,
      });
      expect(report.rows?.map(({ figures: { totalBase } }) => totalBase)).toEqual(expected);
    },
  );

  test('who went over to another rep and has not bought yet is his to call, and no row of the former one', async () => {
    const facts = [line('09-10', 100, milk), line('10-05', 100, milk, { entity: 2 })];
    const assignments = [
      { entity: 1, since: '1970-01-01', member: 1 },
      { entity: 1, since: '2026-10-01', member: 2 },
      { entity: 2, since: '1970-01-01', member: 2 },
    ];
    const report = await figures(base.stores, {
      version: await base.load(facts, { ...bareDimensions(facts), assignments }),
      method: { ...mainMethod, attribution: 'assigned' },
      unit: 'client',
      period: period('2026-10'),
      by: 'rep',
      scope: wholeCompany,
    });
    expect(report.open).toBe(true);
    expect(
      report.rows?.map(({ key, figures: { activeBase, lost } }) => [key.code, activeBase, lost]),
    ).toEqual([['2', 1, 1]]);
  });

  // A seventh of the lines are returns, some of them without a product; every day changes what is known of the month.
  const lines = Array.from({ length: 160 }, (_, at): Fact => {
    const [day, back] = [1 + ((at * 37) % 30), at % 7 === 3];
    return line(
      `${at % 4 === 0 && at % 23 < 10 ? '09' : '10'}-${String(day).padStart(2, '0')}`,
      back ? -150 : 100,
      at % 21 === 3 ? noProduct : 1 + (at % 3),
      {
        ...{ entity: 1 + ((at * 11) % 23), client: 1 + (((at * 11) % 23) >> 1), rep: 1 + (at % 2) },
      },
    );
  });
  test.each([
    ['document', 'month', [4, 11, 31]],
    ['assigned', 'month', [19]],
    ['document', 'halfYear', [11, 31]],
    ['assigned', 'halfYear', [31]],
  ] as const)('the base to date is what was known on the day (%s, %s)', async (attribution, grain, days) => {
    const method = { ...mainMethod, attribution };
    const known: unknown[] = [];
    for (const day of days) {
      const version = await base.load(
        lines.filter(({ date }) => date <= `2026-10-${String(day).padStart(2, '0')}`),
      );
      const asked = {
        version,
        method,
        unit: 'client',
        period: period(grain === 'month' ? '2026-10' : '2026-H2'),
        by: 'rep',
        scope: wholeCompany,
      } as const;
      const { figures: whole, rows = [] } = await figures(base.stores, asked);
      const bases = rows.map(({ key, figures: of }) => [key.code, of.activeBase, of.new]);
      bases.sort(([a], [b]) => (a === b ? 0 : Number(a) - Number(b)));
      known.push([['', whole.activeBase, whole.new], ...bases.filter(([code]) => code !== '')]);
    }
    const version = await base.load(lines);
    const goods = null;
    const asked = { version, method, scope: wholeCompany, months: [202609, 202610], goods } as const;
    const daily = await dailyBases(base.stores.warehouse, { ...asked, grain });
    const reached = (level: 'company' | 'rep', member: number, day: number) => {
      const months = daily.of({ level, member, product: '' });
      const by = (of: 'active' | 'fresh') =>
        months.reduce((sum, one) => {
          const isPast = one.ym < 202610;
          return isPast && grain === 'month' ? sum : sum + (one[of][isPast ? 30 : day - 1] ?? 0);
        }, 0);
      return [member === 0 ? '' : String(member), by('active'), by('fresh')];
    };
    const reps = attribution === 'document' ? [1, 2] : [];
    expect(
      days.map((day) => [reached('company', 0, day), ...reps.map((rep) => reached('rep', rep, day))]),
    ).toEqual(known);
  });

  test('of goods alone, and of what somebody may see', async () => {
    const version = await base.load(lines);
    const ask = (scope: Scope, members: readonly string[] | null) =>
      dailyBases(base.stores.warehouse, {
        ...{ version, method: mainMethod, scope, months: [202610], grain: 'month' },
        goods: members && { dimension: 'sku', members },
      });
    const [whole, cheeses, own] = [
      await ask(wholeCompany, null),
      await ask(wholeCompany, ['2']),
      await ask({ nodes: [{ dimension: 'rep', member: 1 }] }, null),
    ];
    const last = (daily: DailyBases, owner: BaseOwner) => daily.of(owner)[0]?.active[30];
    const rep = { level: 'rep', member: 1, product: '' } as const;
    expect(last(own, rep)).toBe(last(whole, rep));
    expect(last(own, { ...rep, level: 'company', member: 0 })).toBe(last(whole, rep));
    expect(own.of({ ...rep, member: 2 })).toEqual([]);
    const sold = await figures(base.stores, {
      ...{ version, method: mainMethod, unit: 'client', period: period('2026-10'), scope: wholeCompany },
      by: 'sku',
    });
    expect(last(cheeses, { level: 'company', member: 0, product: '2' })).toBe(
      sold.rows?.find(({ key }) => key.code === '2')?.figures.activeBase,
    );
  });
});
