import { expect, test } from 'vitest';
import { figureQuery } from '../../src/domain/figure-query.ts';
import { monthsPeriod } from '../../src/domain/period.ts';
import { isLongRun } from '../budget.ts';
import {
  basesByCode,
  describeDataSet,
  expected,
  type GoldenPeriod,
  golden,
  lastMonths,
} from './shared-data.ts';

/** All six together: sales, resellers, products, and three tables that hold no facts of ours or have no header. */
const files = [
  'FactResellerSales.csv',
  'Resellers.csv',
  'Product.csv',
  'SalesPerson.tsv',
  'SalesTerritory.tsv',
  'DimEmployeeSalesTerritory.csv',
].map((file) => `adventureworks-reseller/${file}`);

interface Bases {
  readonly adventureworks_reseller_monthly: GoldenPeriod[];
  readonly adventureworks_reseller_quarterly: GoldenPeriod[];
}
interface Slices {
  readonly by_month: Record<string, number>;
  readonly by_month_employee_sum: Record<string, number>;
  readonly by_month_category: Record<string, number>;
  readonly by_employee_total: Record<string, number>;
  readonly by_country_total: Record<string, number>;
  readonly by_city_total_top10: Record<string, number>;
  readonly by_business_type: Record<string, number>;
  /** Month, rep's code, category, active customers. */
  readonly cells_list: readonly (readonly [string, number, string, number])[];
  readonly sum_of_cells: number;
}

const bases = () => golden<Bases>('active-base.json');
const slices = () => golden<Slices>('active-by-rep-category-adventureworks.json');
const allTime = ['2017-07..2020-05'];

describeDataSet('AdventureWorks resellers, six files together', files, (data) => {
  test('the tables are what they are; those without a header do not fit and break nothing', () => {
    const { summary } = data();
    const kinds = Object.fromEntries(
      summary.tables.map(({ file, kind, loaded }) => [file.split('/').at(-1), { kind, loaded }]),
    );
    expect(kinds).toMatchObject({
      'FactResellerSales.csv': { kind: 'shipments', loaded: 57_851 },
      'Resellers.csv': { kind: 'customers', loaded: 701 },
      'Product.csv': { kind: 'products' },
      'SalesPerson.tsv': { kind: 'unknown', loaded: 0 },
      'SalesTerritory.tsv': { kind: 'unknown', loaded: 0 },
    });
    expect(summary.rejects).toEqual([]);
    expect(summary.customers).toEqual({ new: 701, known: 0 });
  });

  test('АКБ, ОКБ and the bridge of every month and quarter', async () => {
    for (const periods of [
      bases().adventureworks_reseller_monthly,
      bases().adventureworks_reseller_quarterly,
    ]) {
      const reports = await data().reports(periods.map(({ period }) => period));
      expect(reports.map(({ figures }) => figures)).toMatchObject(periods.map(expected));
    }
  });

  test.each(isLongRun ? ([3, 6, 12] as const) : ([12] as const))(
    'АКБ of the last %i months, month by month',
    async (count) => {
      const months = bases().adventureworks_reseller_monthly;
      const reports = await data().reports(months.map(({ period }) => lastMonths(count, period)));
      expect(reports.map(({ figures }) => figures.activeBase)).toEqual(
        months.map((month) => month[`rolling_${count}`]),
      );
    },
  );

  test('by rep: a reseller of two reps is one in the total', async () => {
    const { by_month, by_month_employee_sum, by_employee_total } = slices();
    const reports = await data().reports(Object.keys(by_month), { by: 'rep' });
    const sums = reports.map((report) =>
      Object.values(basesByCode(report)).reduce((sum, one) => sum + one, 0),
    );
    expect(sums).toEqual(Object.values(by_month_employee_sum));
    expect(reports.map(({ total }) => total?.activeBase)).toEqual(Object.values(by_month));
    const [whole] = await data().reports(allTime, { by: 'rep' });
    expect(basesByCode(whole)).toEqual(by_employee_total);
  });

  test('by category and month', async () => {
    const { by_month, by_month_category } = slices();
    const reports = await data().reports(Object.keys(by_month), { by: 'category' });
    const cells = reports.flatMap((report) =>
      Object.entries(basesByCode(report)).map(([category, base]) => [
        `${report.period.label}|${category}`,
        base,
      ]),
    );
    expect(Object.fromEntries(cells)).toEqual(by_month_category);
  });

  test('by country, city and type of business', async () => {
    const { by_country_total, by_city_total_top10, by_business_type } = slices();
    const [countries] = await data().reports(allTime, { by: 'country' });
    expect(basesByCode(countries)).toEqual(by_country_total);
    const [cities] = await data().reports(allTime, { by: 'city' });
    expect(basesByCode(cities)).toMatchObject(by_city_total_top10);
    // The ten are the ten largest: no other city has more than the smallest of them.
    const others = Object.entries(basesByCode(cities)).filter(([city]) => !(city in by_city_total_top10));
    expect(Math.max(...others.map(([, base]) => base))).toBeLessThanOrEqual(
      Math.min(...Object.values(by_city_total_top10)),
    );
    const [types] = await data().reports(allTime, { by: 'clientType' });
    expect(basesByCode(types)).toEqual(by_business_type);
  });

  test('a card adds up the lines of every month that has some, like the list of all months', async () => {
    const { application } = data();
    const { rows } = await application.setPage(
      {
        ...{ language: 1, unit: 'client', method: { id: 'main' } },
        set: { kind: 'state', state: 'withLines', period: allTime[0] ?? '' },
      },
      { period: monthsPeriod('2017-07', '2020-05'), limit: 8 },
    );
    expect(rows).toHaveLength(8);
    for (const { id, sales, documents, products } of rows)
      expect(await application.customerCard('client', id)).toMatchObject({ sales, documents, products });
  });

  test.runIf(isLongRun)(
    'month × rep × category: 1,675 cells with totals of their own, from lines and from what is kept',
    async () => {
      const { application } = data();
      const ask = (method: string) =>
        application.table(
          figureQuery.parse({
            metrics: ['activeBase'],
            ...{ period: allTime[0], grain: 'month', unit: 'client', methods: [{ id: method }] },
            ...{ rows: ['rep'], columns: ['category'] },
          }),
        );
      const check = ({ cells, periods, members }: Awaited<ReturnType<typeof ask>>) => {
        const { by_month, by_month_category, by_month_employee_sum, cells_list, sum_of_cells } = slices();
        const monthOf = (cell: (typeof cells)[number]): string => periods[cell.period]?.label ?? '';
        const code = (rep = ''): string => members.rep?.[rep]?.code ?? '';
        const bases = (rows: number, columns: number) =>
          cells
            .filter((cell) => cell.rows.length === rows && cell.columns.length === columns)
            .map((cell) => ({
              month: monthOf(cell),
              rep: code(cell.rows[0]),
              category: cell.columns[0] ?? '',
              base: Number(cell.figures.activeBase),
            }))
            .filter(({ base }) => base > 0);
        const inner = bases(1, 1);
        expect(
          inner.map(({ month, rep, category, base }) => [month, Number(rep), category, base]).sort(),
        ).toEqual(cells_list.map((cell) => [...cell]).sort());
        expect(inner).toHaveLength(1675);
        expect(inner.reduce((sum, { base }) => sum + base, 0)).toBe(sum_of_cells);
        expect(Object.fromEntries(bases(0, 0).map(({ month, base }) => [month, base]))).toEqual(by_month);
        expect(
          Object.fromEntries(bases(0, 1).map(({ month, category, base }) => [`${month}|${category}`, base])),
        ).toEqual(by_month_category);
        const reps = Object.groupBy(bases(1, 0), ({ month }) => month);
        expect(
          Object.fromEntries(
            Object.entries(reps).map(([month, all]) => [
              month,
              all?.reduce((sum, { base }) => sum + base, 0),
            ]),
          ),
        ).toEqual(by_month_employee_sum);
      };
      check(await ask('gross'));
      // Nothing came back to this seller, so the main method counts the same.
      expect(await application.keepReady()).toHaveLength(35);
      check(await ask('main'));
    },
  );
});
