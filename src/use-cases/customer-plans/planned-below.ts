import { fromHundredths } from '../../domain/customer-plan.ts';
import type { PlanLevel } from '../../domain/plan.ts';
import type { Decimal } from '../../domain/units.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { customerPlanEntries, plannedCustomers, statedTargets } from './stored.ts';

/**
 * What the customers of members are planned together by the latest version: their sales, or how many of them are to buy. That is
 * whoever is said to; of whom nothing is said, whoever is planned money or documents; by the qualified method only whoever is said
 * to. null: nothing is planned of any.
 */
export async function plannedOfCustomers(
  desk: Desk,
  month: string,
  { level, metric }: { readonly level: PlanLevel; readonly metric: 'sales' | 'activeBase' | 'qualifiedBase' },
): Promise<(member: number) => Decimal | null> {
  const { stores, viewer } = desk;
  const version = (await customerPlanEntries(desk, month))[0]?.version;
  if (version === undefined) return () => null;
  const data = await currentVersion(stores.records);
  const targets = await statedTargets(stores, month, version);
  const of = (one: Parameters<typeof plannedCustomers>[2]) => plannedCustomers(stores, data, one, targets);
  const [sales, documents] = [await of('sales'), await of('documents')];
  const said = await of(metric === 'sales' ? 'activeBase' : metric);
  const { ids, members } = await customerBook(stores, data, viewer.scope);
  const plannedOf = (id: number): number | undefined => {
    if (metric === 'sales') return sales.get(id)?.value;
    if (metric === 'qualifiedBase') return said.get(id)?.value;
    const planned = said.get(id) ?? sales.get(id) ?? documents.get(id);
    return planned && (planned.value > 0 ? 100 : 0);
  };
  const sums = new Map<number, number>();
  for (const [place, id] of ids.entries()) {
    const value = plannedOf(id);
    const member = level === 'company' ? 0 : (members[level][place] ?? 0);
    if (value !== undefined && (level === 'company' || member !== 0))
      sums.set(member, (sums.get(member) ?? 0) + value);
  }
  return (member) => {
    const sum = sums.get(member);
    return sum === undefined ? null : fromHundredths(sum);
  };
}
