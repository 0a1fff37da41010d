import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PeriodPath, periodPath } from '../../src/domain/forecast/period-path.ts';

/** Public data sets lie beside the repository, not in it. */
const shared = join(import.meta.dirname, '../../../shared/data');

/** One line that counts without looking at returns. */
interface Bought {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly customer: string;
}

/** Months of the АКБ of Online Retail by day (gross); null: the data set is not there. */
export const onlineRetail = (): PeriodPath[] | null =>
  pathsOf('online-retail/online_retail_2010_2011.csv.gz', (line) => {
    // What stands before may have commas of its own.
    const [, quantity = '', day = '', price = '', customer = ''] =
      /,(-?\d+),(\d{4}-\d\d-\d\d) [^,]*,(-?[\d.]+),(\d*),[^,]*$/.exec(line) ?? [];
    return customer !== '' && Number(quantity) > 0 && Number(price) > 0 ? { day, customer } : null;
  });

/** The same of the resellers of AdventureWorks. */
export const adventureWorks = (): PeriodPath[] | null =>
  pathsOf('adventureworks-reseller/FactResellerSales.csv', (line) => {
    const [, date = '', , customer = ''] = line.split(',');
    return { day: date.slice(0, 10), customer };
  });

function pathsOf(file: string, read: (line: string) => Bought | null): PeriodPath[] | null {
  const path = join(shared, file);
  if (!existsSync(path)) return null;
  const content = readFileSync(path);
  const [, ...lines] = (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8').split(/\r?\n/);
  return pathsOfLines(
    lines.flatMap((line) => {
      const found = line === '' ? null : read(line);
      return found === null ? [] : [found];
    }),
  );
}

/** Working days are the days on which somebody bought anything. */
function pathsOfLines(lines: readonly Bought[]): PeriodPath[] {
  const months = new Map<string, { days: Set<string>; first: Map<string, string> }>();
  for (const { day, customer } of lines) {
    const month = day.slice(0, 7);
    const found = months.get(month) ?? { days: new Set(), first: new Map() };
    months.set(month, found);
    found.days.add(day);
    const before = found.first.get(customer);
    if (before === undefined || day < before) found.first.set(customer, day);
  }
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([month, { days, first }]) => {
      const changes = new Map<string, number>();
      for (const day of first.values()) changes.set(day, (changes.get(day) ?? 0) + 1);
      return periodPath(month, [...days].sort(), changes);
    });
}
