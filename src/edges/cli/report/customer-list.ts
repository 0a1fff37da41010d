import { formatPeriod } from '../../../domain/period.ts';
import type { Application, CustomerQuery } from '../../../facade.ts';
import type { CustomerRow } from '../../../services/activity/report.ts';
import { type CustomerReportName, customerColumns, customerJson } from '../../output/customer-columns.ts';
import { printCsv, printJsonRows, printTable } from '../output/print.ts';
import type { Session } from '../session.ts';

/** Prints the customers of a set in the format asked for, as they arrive. */
export async function printCustomers(
  session: Session,
  application: Application,
  query: CustomerQuery,
  report: CustomerReportName,
): Promise<void> {
  const { format, language, say, print, paint } = session;
  const columns = customerColumns(report, say);
  const customers = application.customers(query);
  if (format.json) return printJsonRows(session, customers, customerJson);
  if (format.csv) return printCsv(session, columns, customers);
  const set = say(query.set === 'active' ? 'customers.active' : 'customers.title', {
    set: say(`set.${query.set}`),
    period: formatPeriod(query.period, language),
  });
  await print(`${paint('title', set)}\n`);
  const count = await printTable(session, columns, customers);
  await print(`\n${paint('strong', say(`counted.${query.unit}`, { count }))}`);
}

/** The rows, and how many of them have passed. */
export function counted(customers: AsyncIterable<CustomerRow>): {
  readonly rows: AsyncIterable<CustomerRow>;
  readonly count: () => number;
} {
  let count = 0;
  async function* rows() {
    for await (const customer of customers) {
      count++;
      yield customer;
    }
  }
  return { rows: rows(), count: () => count };
}
