import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import type { FigureCell, FigureQuery, Total } from '../../domain/figure-query.ts';
import type { Period } from '../../domain/period.ts';
import { withTotals } from '../../domain/totals.ts';
import type { Stores } from '../../stores/stores.ts';
import type { Frame } from './frame.ts';
import { sharedUnits } from './shared-units.ts';

interface Answered {
  readonly query: FigureQuery;
  readonly periods: readonly Period[];
  /** Those that the cells were answered from, all of one method. */
  readonly frames: readonly Frame[];
}

/** Says of the totals of one method what they are to their parts. */
export async function explainTotals(
  stores: Pick<Stores, 'warehouse'>,
  cells: readonly FigureCell[],
  { query, periods, frames }: Answered,
): Promise<FigureCell[]> {
  const [frame] = frames;
  if (frame === undefined) return [...cells];
  const told = withTotals(cells, {
    query,
    method: frame.method,
    scoped: frame.scope.nodes !== null,
    whole: query.whole === true ? periods.length - 1 : null,
  });
  const unequal = told.flatMap((cell) =>
    (cell.totals ?? []).flatMap((total) =>
      total.over !== 'time' && isUnequal(total, cell) ? [{ cell, over: total.over }] : [],
    ),
  );
  if (unequal.length === 0) return told;
  const shared = new Map<string, NonNullable<Total['shared']>>();
  const keyOf = ({ period, rows, columns }: FigureCell, over: Dimension): string =>
    JSON.stringify([periods[period]?.label, rows.length, [...rows, ...columns], over]);
  // One question for all cells of a level in a frame.
  const asked = Map.groupBy(unequal, ({ cell, over }) => {
    const label = periods[cell.period]?.label;
    const index = frames.findIndex(({ timeline }) => timeline.periods.some((one) => one.label === label));
    return JSON.stringify([index, cell.rows.length, cell.columns.length, over]);
  });
  for (const [key, some] of asked) {
    const [index, rows, columns, over] = JSON.parse(key) as [number, number, number, Dimension];
    const of = frames[index];
    if (of === undefined) continue;
    const level = [...query.rows.slice(0, rows), ...query.columns.slice(0, columns)];
    const nobody = { now: 0, before: 0 };
    for (const { cell } of some) shared.set(keyOf(cell, over), nobody);
    for (const { period, members, now, before } of await sharedUnits(stores, of, level, over)) {
      const label = of.timeline.periods[period]?.label;
      const place = JSON.stringify([label, rows, members, over]);
      if (shared.has(place)) shared.set(place, { now, before });
    }
  }
  return told.map((cell) =>
    cell.totals === undefined
      ? cell
      : {
          ...cell,
          totals: cell.totals.map((total) => {
            const found = total.over === 'time' ? undefined : shared.get(keyOf(cell, total.over));
            return found === undefined ? total : { ...total, shared: found };
          }),
        },
  );
}

/** Who came to parts and who left parts differ by others than who came to the total and left it. */
function isUnequal({ over, metrics }: Total, { figures }: FigureCell): boolean {
  const [into, out] = [metrics.transferredIn?.sum, metrics.transferredOut?.sum];
  if (over === 'time' || kindOf(over) !== 'organisation') return false;
  if (typeof into !== 'number' || typeof out !== 'number') return false;
  return into - out !== Number(figures.transferredIn ?? 0) - Number(figures.transferredOut ?? 0);
}
