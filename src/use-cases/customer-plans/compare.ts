import { type CustomerMetric, customerMetrics, fromHundredths } from '../../domain/customer-plan.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { placeOf } from './seen-customers.ts';
import { customerPlanEntries, entryUnder, plannedCustomers, statedTargets } from './stored.ts';

/** A target of a customer that two versions state otherwise; null: there he has none. */
export interface ChangedCustomer {
  readonly id: number;
  readonly name: string;
  readonly metric: CustomerMetric;
  readonly from: Decimal | null;
  readonly to: Decimal | null;
}

export interface CustomerPlanChanges {
  readonly size: number;
  /** By the size of the change, at most 500. */
  readonly changes: readonly ChangedCustomer[];
}

const shown = 500;

/** @throws Refusal `planUnknown` */
export async function compareCustomerPlans(
  desk: Desk,
  month: string,
  from: number,
  to: number,
): Promise<CustomerPlanChanges> {
  const { stores, viewer } = desk;
  const data = await currentVersion(stores.records);
  const entries = await customerPlanEntries(desk, month);
  const of = async (version: number) => {
    const entry = entryUnder(entries, month, version);
    if (entry === null) throw new Refusal({ code: 'planUnknown', params: { period: month } });
    return await statedTargets(stores, month, entry.version);
  };
  const [before, after] = [await of(from), await of(to)];
  const { ids } = await customerBook(stores, data, viewer.scope);
  const all = [];
  for (const metric of customerMetrics) {
    const [was, is] = [
      await plannedCustomers(stores, data, metric, before),
      await plannedCustomers(stores, data, metric, after),
    ];
    for (const id of new Set([...was.keys(), ...is.keys()])) {
      const [one = null, other = null] = [was.get(id)?.value, is.get(id)?.value];
      if (one !== other && placeOf(ids, id) >= 0)
        all.push({ id, metric, one, other, size: Math.abs((other ?? 0) - (one ?? 0)) });
    }
  }
  const first = all.sort((a, b) => b.size - a.size || a.id - b.id).slice(0, shown);
  const dress = await dressUnits(stores, 'client', [...new Set(first.map(({ id }) => id))]);
  const said = (value: number | null): Decimal | null => (value === null ? null : fromHundredths(value));
  return {
    size: all.length,
    changes: first.map(({ id, metric, one, other }) => ({
      ...{ id, name: dress(id).name, metric, from: said(one), to: said(other) },
    })),
  };
}
