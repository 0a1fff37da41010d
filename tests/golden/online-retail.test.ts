import { expect, test } from 'vitest';
import { isLongRun } from '../budget.ts';
import { describeDataSet, expected, type GoldenPeriod, golden, lastMonths } from './shared-data.ts';

const files = ['online-retail/online_retail_2010_2011.csv.gz'];

describeDataSet('Online Retail, as it is published', files, (data) => {
  const months = () =>
    golden<{ online_retail_2010_2011_monthly: GoldenPeriod[] }>('active-base.json')
      .online_retail_2010_2011_monthly;

  test('every row is loaded or rejected; a quarter names no customer', () => {
    const [table] = data().summary.tables;
    expect(table).toMatchObject({ kind: 'shipments', rows: 541_909, setAside: 0, unchanged: 0 });
    expect((table?.loaded ?? 0) + (table?.rejected ?? 0)).toBe(541_909);
    expect(data().summary.rejects).toMatchObject([{ code: 'noCustomer', rows: 135_080 }]);
  });

  test('АКБ, ОКБ and the bridge of every month', async () => {
    const reports = await data().reports(months().map(({ period }) => period));
    expect(reports.map(({ period, figures }) => ({ period: period.label, ...figures }))).toMatchObject(
      months().map((month) => ({ period: month.period, ...expected(month) })),
    );
  });

  test.each(isLongRun ? ([3, 6, 12] as const) : ([12] as const))(
    'АКБ of the last %i months, month by month',
    async (count) => {
      const reports = await data().reports(months().map(({ period }) => lastMonths(count, period)));
      expect(reports.map(({ figures }) => figures.activeBase)).toEqual(
        months().map((month) => month[`rolling_${count}`]),
      );
    },
  );
});
