import { z } from 'zod';
import type { IsoDate } from './units.ts';

/** Whose sub-dealer a client is from a day on; `dealer` null: nobody's. Of one day what was said last holds. */
export interface DealerTie {
  /** Later ones have higher numbers. */
  readonly id: number;
  readonly client: number;
  readonly dealer: number | null;
  readonly since: IsoDate;
}

export const dealerSaid = z.strictObject({
  /** null: nobody's sub-dealer. */
  dealer: z.int().positive().max(2_147_483_647).nullable(),
  /** Today when left out. */
  since: z.iso.date().exactOptional(),
});
export type DealerSaid = z.infer<typeof dealerSaid>;

/** The dealer of every sub-dealer on a day. Trap: merged clients may stand in a circle or below themselves. */
export function dealersOn(ties: readonly DealerTie[], day: IsoDate): ReadonlyMap<number, number> {
  const dealers = new Map<number, number>();
  const held = ties.filter(({ since }) => since <= day);
  for (const { client, dealer } of held.sort((a, b) =>
    a.since < b.since ? -1 : a.since > b.since ? 1 : a.id - b.id,
  ))
    if (dealer === null || dealer === client) dealers.delete(client);
    else dealers.set(client, dealer);
  return dealers;
}

/** Everybody below a dealer, sub-dealers of sub-dealers too. */
export function subDealersOf(dealers: ReadonlyMap<number, number>, dealer: number): number[] {
  const direct = Map.groupBy(dealers.keys(), (client) => dealers.get(client));
  const found = new Set<number>([dealer]);
  for (const one of found) for (const below of direct.get(one) ?? []) found.add(below);
  found.delete(dealer);
  return [...found];
}

/** The first day on which a tie more would set a client below himself; null: none. */
export function circleFrom(ties: readonly DealerTie[], tie: DealerTie): IsoDate | null {
  const days = [tie.since, ...ties.map(({ since }) => since).filter((day) => day > tie.since)];
  const all = [...ties, tie];
  const isBelowHimself = (day: IsoDate): boolean => {
    const dealers = dealersOn(all, day);
    const { client, dealer } = tie;
    return (
      dealer !== null && dealers.get(client) === dealer && subDealersOf(dealers, client).includes(dealer)
    );
  };
  if (tie.dealer === tie.client) return tie.since;
  return days.sort().find(isBelowHimself) ?? null;
}
