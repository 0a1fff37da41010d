import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type PeriodPath, periodPath } from '../../src/domain/forecast/period-path.ts';
import { dayNumber } from '../../src/domain/iso-date.ts';

import type { History } from './customers.ts';

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
  pathsOf(retailFile, (line) => {
    const sold = retailLine(line);
    return sold !== null && sold.quantity > 0 ? sold : null;
  });

/** Its customers one by one, and the days on which somebody bought anything. */
export function onlineRetailCustomers(): {
  readonly histories: readonly History[];
  readonly workingDays: readonly string[];
} | null {
  const lines = linesOf(retailFile);
  if (lines === null) return null;
  const days = new Map<string, Map<string, { bought: number; money: number }>>();
  const workingDays = new Set<string>();
  for (const line of lines) {
    const sold = retailLine(line);
    if (sold === null) continue;
    const { customer, day, quantity, price } = sold;
    const own = days.get(customer) ?? new Map<string, { bought: number; money: number }>();
    days.set(customer, own);
    const of = own.get(day) ?? { bought: 0, money: 0 };
    own.set(day, { bought: of.bought + Math.max(0, quantity) * price, money: of.money + quantity * price });
    if (quantity > 0) workingDays.add(day);
  }
  const histories = [...days.values()].map((own): History => {
    const all = [...own]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([day, of]) => ({ day: dayNumber(day), ...of }));
    const bought = all.filter((one) => one.bought > 0);
    return {
      ...{ days: bought.map(({ day }) => day), sums: bought.map((one) => one.bought) },
      money: all.map(({ day, money }) => [day, money]),
    };
  });
  return { histories, workingDays: [...workingDays].sort() };
}

const retailFile = 'online-retail/online_retail_2010_2011.csv.gz';

function retailLine(line: string): (Bought & { readonly quantity: number; readonly price: number }) | null {
  // What stands before may have commas of its own.
  const [, quantity = '', day = '', price = '', customer = ''] =
    /,(-?\d+),(\d{4}-\d\d-\d\d) [^,]*,(-?[\d.]+),(\d*),[^,]*$/.exec(line) ?? [];
  const sold = { day, customer, quantity: Number(quantity), price: Number(price) };
  return customer !== '' && sold.price > 0 ? sold : null;
}

/** The same of the resellers of AdventureWorks. */
export const adventureWorks = (): PeriodPath[] | null =>
  pathsOf('adventureworks-reseller/FactResellerSales.csv', (line) => {
    const [, date = '', , customer = ''] = line.split(',');
    return { day: date.slice(0, 10), customer };
  });

function pathsOf(file: string, read: (line: string) => Bought | null): PeriodPath[] | null {
  const lines = linesOf(file);
  return lines && pathsOfLines(lines.map(read).filter((one) => one !== null));
}

function linesOf(file: string): string[] | null {
  const path = join(shared, file);
  if (!existsSync(path)) return null;
  const content = readFileSync(path);
  const [, ...lines] = (file.endsWith('.gz') ? gunzipSync(content) : content).toString('utf8').split(/\r?\n/);
  return lines.filter((line) => line !== '');
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
