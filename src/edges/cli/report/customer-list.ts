import { formatPeriod } from '../../../domain/period.ts';
import { customerSorts, type ListQuery, sortOrders } from '../../../domain/report-words.ts';
import type { CountUnit } from '../../../domain/units.ts';
import type { Application, CustomerQuery } from '../../../facade.ts';
import type { CustomerRow } from '../../../services/activity/report.ts';
import {
  type CustomerReportName,
  customerColumns,
  customerJson,
  customerReports,
} from '../../output/customer-columns.ts';
import { type OptionSpec, oneOf } from '../command-spec.ts';
import { printCsv, printJsonRows, printTable } from '../output/print.ts';
import { printXlsx } from '../output/print-list.ts';
import { faintly } from '../output/screen.ts';
import type { Session } from '../session.ts';

/** Options of every list of customers: its order, who of it, its columns. */
export interface ListFlags {
  readonly sort?: string;
  readonly order?: string;
  readonly search?: string;
  readonly report?: string;
}

export const listOptions: readonly OptionSpec[] = [
  {
    flag: '--sort',
    value: 'arg.sort',
    help: 'option.sort',
    helpParams: { sorts: customerSorts.join(', ') },
  },
  { flag: '--order', value: 'arg.direction', help: 'option.order' },
  { flag: '--search', value: 'arg.search', help: 'option.search' },
  { flag: '--report', value: 'arg.listReport', help: 'option.listReport' },
];

export function chosenList(options: ListFlags): {
  readonly list: ListQuery;
  readonly report: CustomerReportName;
} {
  const report = oneOf('--report', options.report, customerReports) ?? 'akb';
  const sort = oneOf('--sort', options.sort, customerSorts);
  const order = oneOf('--order', options.order, sortOrders);
  const list = {
    ...(sort && { sort }),
    ...(order && { order }),
    ...(options.search !== undefined && { search: options.search }),
  };
  return { list, report };
}

/** Prints the customers behind a figure in the format asked for, as they arrive. */
export async function printCustomers(
  session: Session,
  application: Application,
  query: CustomerQuery,
  report: CustomerReportName,
): Promise<void> {
  const { language, say } = session;
  const title = say(query.set === 'active' ? 'customers.active' : 'customers.title', {
    set: say(`set.${query.set}`),
    period: formatPeriod(query.period, language),
  });
  await printCustomerList(session, application.customers(query), { title, unit: query.unit, report });
}

export async function printCustomerList(
  session: Session,
  customers: AsyncIterable<CustomerRow>,
  {
    title,
    about = '',
    unit,
    report,
  }: {
    readonly title: string;
    /** Said below the title, on screen only. */
    readonly about?: string;
    readonly unit: CountUnit;
    readonly report: CustomerReportName;
  },
): Promise<void> {
  const { format, say, print, paint, screen } = session;
  const columns = customerColumns(report, say);
  if (format.json) return printJsonRows(session, customers, customerJson);
  if (format.csv) return printCsv(session, columns, customers);
  if (format.xlsx !== undefined)
    return printXlsx(session, format.xlsx, { sheet: say('customers.sheet'), columns, rows: customers });
  const heading = [paint('title', title), ...(about === '' ? [] : faintly(about, screen))];
  await print(`${heading.join('\n')}\n`);
  const count = await printTable(session, columns, customers);
  await print(`\n${paint('strong', say(`counted.${unit}`, { count }))}`);
}
