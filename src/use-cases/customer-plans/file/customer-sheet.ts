import { type CustomerMetric, customerMetrics, fromHundredths } from '../../../domain/customer-plan.ts';
import { customerHeader } from '../../../domain/plan-headers.ts';
import type { Decimal } from '../../../domain/units.ts';
import type { Desk } from '../../../services/parts/part.ts';
import { type CustomersAsked, listedCustomers } from '../listed.ts';
import { customersNamed } from '../page.ts';
import { customerPlanEntries, plannedCustomers, statedTargets } from '../stored.ts';

/** The plan of customers as a table that people fill in and give back: a row for each, a column for each metric. */
export interface CustomerSheet {
  readonly columns: readonly { readonly header: string; readonly metric: CustomerMetric }[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    readonly rep: string;
    readonly month: string;
    /** By the columns; null: no target. */
    readonly values: readonly (Decimal | null)[];
  }[];
}

const atOnce = 1000;

/** Of whom the reader sees, by name. @throws Refusal `planUnknown` */
export async function customerSheet(
  desk: Desk,
  asked: Pick<CustomersAsked, 'month' | 'node' | 'version'>,
): Promise<CustomerSheet> {
  const { month } = asked;
  // What is given back is stated over the latest version, of a closed month, too.
  const version = asked.version ?? (await customerPlanEntries(desk, month))[0]?.version;
  const list = await listedCustomers(desk, {
    ...{ ...asked, everybody: true, sort: 'name' },
    ...(version !== undefined && { version }),
  });
  const targets = list.entry === null ? [] : await statedTargets(desk.stores, month, list.entry.version);
  const planned = await Promise.all(
    customerMetrics.map(async (metric) => ({
      metric,
      of: await plannedCustomers(desk.stores, list.data, metric, targets),
    })),
  );
  const used = planned.filter(({ of, metric }) => of.size > 0 || metric === 'sales');
  const some = [...list.ids].filter((id) => used.some(({ of }) => of.has(id)));
  const rows: CustomerSheet['rows'][number][] = [];
  for (let at = 0; at < some.length; at += atOnce)
    for (const { id, code, name, rep } of await customersNamed(desk, list, some.slice(at, at + atOnce)))
      rows.push({
        ...{ code, name, rep, month },
        values: used.map(({ of }) => {
          const value = of.get(id)?.value;
          return value === undefined ? null : fromHundredths(value);
        }),
      });
  return { columns: used.map(({ metric }) => ({ metric, header: customerHeader(metric) })), rows };
}
