import type { CustomerMetric, Hundredths } from '../../domain/customer-plan.ts';
import { addMonths, lastDayOfMonth } from '../../domain/iso-date.ts';
import { meanKnown, type SeasonalMonths, withSeason } from '../../domain/season.ts';
import { customerBook } from '../../services/customers/customer-book.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { factsOf } from './facts.ts';

/** As before, with the season; of whoever is too new for one of his own with that of all who are seen. */
export async function seasonalBases(
  desk: Desk,
  data: DataVersion,
  month: string,
  metric: CustomerMetric,
): Promise<(id: number) => Hundredths> {
  const monthsAgo = (back: number): string => addMonths(`${month}-01`, -back).slice(0, 7);
  const isOver = (one: string): boolean => data.asOf !== null && lastDayOfMonth(`${one}-01`) <= data.asOf;
  const backs = [1, 2, 3, 4, 5].filter((back) => isOver(monthsAgo(back))).slice(0, 3);
  const isKnown = (one: string): boolean => data.historySince !== null && `${one}-31` >= data.historySince;
  const months = async (all: readonly number[]) =>
    await Promise.all(
      all
        .map(monthsAgo)
        .filter(isKnown)
        .map((one) => factsOf(desk, data, one, metric)),
    );
  const [recent, yearEarlier, [ago]] = [
    await months(backs),
    await months(backs.map((back) => back + 12)),
    await months([12]),
  ];
  const of = (id: number): SeasonalMonths => ({
    recent: recent.map((factOf) => factOf(id)),
    yearEarlier: yearEarlier.map((factOf) => factOf(id)),
    ago: ago?.(id) ?? Number.NaN,
  });
  const { ids } = await customerBook(desk.stores, data, desk.viewer.scope);
  let [year, before] = [0, 0];
  // A year ago counts where all months before it are known.
  if (ago !== undefined && yearEarlier.length === backs.length)
    for (const id of ids) {
      const one = of(id);
      year += one.ago || 0;
      before += meanKnown(one.yearEarlier) || 0;
    }
  const season = before > 0 ? year / before : 1;
  return (id) => Math.max(0, Math.round(withSeason(of(id), season) || 0));
}
