import { z } from 'zod';
import { add, compare } from './decimal.ts';
import { isIsoDate } from './iso-date.ts';
import type { Decimal } from './units.ts';

const id = z.int().positive().max(2_147_483_647);
const day = z.string().refine(isIsoDate);

/** Customers of one rep go to others, from a day on, for good or until a day (it included): then they are his again. */
export const handOverPlan = z.strictObject({
  /** The rep. */
  from: id,
  since: day,
  until: z.exactOptional(day),
  /** Whoever names no clients shares all the others, so that sales of the last twelve months are as even as possible. */
  to: z
    .array(
      z
        .strictObject({ rep: id, clients: z.exactOptional(z.array(id).min(1).max(50_000).readonly()) })
        .readonly(),
    )
    .min(1)
    .max(50)
    .readonly(),
});
export type HandOverPlan = z.infer<typeof handOverPlan>;

/**
 * Who gets whom: clients by name first; the rest one by one, the biggest first, to whoever of those that name none has
 * the least sales so far. Clients of whom nobody wants any stay with the giver.
 */
export function divide(
  clients: readonly { readonly id: number; readonly sales: Decimal }[],
  to: HandOverPlan['to'],
): ReadonlyMap<number, number> {
  const receiver = new Map<number, number>();
  for (const { rep, clients: named = [] } of to) for (const client of named) receiver.set(client, rep);
  const sharing = to
    .filter(({ clients: named }) => named === undefined)
    .map(({ rep }) => ({ rep, sales: '0', count: 0 }));
  const rest = clients
    .filter((client) => !receiver.has(client.id))
    .sort((a, b) => compare(b.sales, a.sales) || a.id - b.id);
  for (const client of rest) {
    const least = sharing.toSorted((a, b) => compare(a.sales, b.sales) || a.count - b.count)[0];
    if (least === undefined) break;
    receiver.set(client.id, least.rep);
    least.sales = add(least.sales, client.sales);
    least.count++;
  }
  return receiver;
}
