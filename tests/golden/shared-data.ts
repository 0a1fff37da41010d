import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import type { Application } from '../../src/facade.ts';
import type { FigureReport } from '../../src/services/activity/report.ts';
import type { ImportSummary } from '../../src/services/intake/import-summary.ts';
import { newApplication, nobody, reportsOf, type TestApplication, unseen } from '../harness/application.ts';

/** Public data sets and answers that another implementation computed from them lie beside the repository, not in it. */
const shared = join(import.meta.dirname, '../../../shared');

/** One period of `active-base.json`. */
export interface GoldenPeriod {
  readonly period: string;
  readonly active: number;
  readonly new: number;
  readonly retained: number;
  readonly reactivated: number;
  readonly lost: number;
  readonly cumulative_customers: number;
  readonly rolling_3: number;
  readonly rolling_6: number;
  readonly rolling_12: number;
}

export interface DataSet {
  readonly summary: ImportSummary;
  readonly application: Application;
  /** Under the gross method, by clients. */
  reports(
    periods: readonly string[],
    question?: Partial<Parameters<Application['figures']>[0]>,
  ): Promise<readonly FigureReport[]>;
}

/** Imports a data set once, the way a user does and with nobody to ask; without `../shared` the suite is skipped. */
export function describeDataSet(
  name: string,
  files: readonly string[],
  suite: (data: () => DataSet) => void,
): void {
  const paths = files.map((file) => join(shared, 'data', file));
  if (!paths.every((path) => existsSync(path))) {
    describe.skip(`${name}: ../shared with the public data sets is not beside the repository`, () =>
      suite(() => missing()));
    return;
  }
  describe(name, () => {
    let product: TestApplication | undefined;
    let summary: ImportSummary | undefined;
    beforeAll(async () => {
      product = await newApplication();
      const prepared = await product.application.prepareImport(paths, {}, nobody, unseen);
      await prepared.apply();
      summary = prepared.summary;
    }, 180_000);
    afterAll(() => product?.remove());
    suite(() => {
      const { application } = product ?? missing();
      return {
        summary: summary ?? missing(),
        application,
        reports: (periods, question = {}) =>
          reportsOf(application, periods, { method: 'gross', ...question }),
      };
    });
  });
}

function missing(): never {
  throw new Error('nothing was imported');
}

export const golden = <T>(file: string): T =>
  JSON.parse(readFileSync(join(shared, 'golden', file), 'utf8')) as T;

/** What the golden file says of a period, under the names of the figures. */
export const expected = (period: GoldenPeriod) => ({
  activeBase: period.active,
  totalBase: period.cumulative_customers,
  new: period.new,
  retained: period.retained,
  reactivated: period.reactivated,
  lost: period.lost,
});

/** The `count` months that end with a month `YYYY-MM`, as a period is written. */
export function lastMonths(count: number, month: string): string {
  const first = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - count;
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}..${month}`;
}

/** Active members' АКБ by code: a member may be there for its past only. */
export const basesByCode = (report: FigureReport | undefined): Record<string, number> =>
  Object.fromEntries(
    (report?.rows ?? [])
      .filter((row) => row.figures.activeBase > 0)
      .map((row) => [row.key.code, row.figures.activeBase]),
  );
