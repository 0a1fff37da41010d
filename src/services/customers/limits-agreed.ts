import { termsOn } from '../../domain/terms.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';

/** Credit limits that somebody has agreed and that hold on a day, by client or legal entity; 0: by his word there is none. */
export async function limitsAgreed(
  { records: { db } }: Pick<Stores, 'records'>,
  day: IsoDate,
): Promise<ReadonlyMap<number, Decimal>> {
  const rows = await db
    .selectFrom('terms_change as change')
    .innerJoin('customer_term', 'customer_term.change', 'change.id')
    .innerJoin('party', 'party.id', 'change.party')
    .leftJoin('terms_change as undoing', 'undoing.undoes', 'change.id')
    .select(['change.id', 'change.since', 'party.canonical as unit', 'customer_term.value as creditLimit'])
    .where('customer_term.kind', '=', 'creditLimit')
    .where('change.undoes', 'is', null)
    .where('undoing.id', 'is', null)
    .orderBy('change.id')
    .execute();
  const limits = new Map<number, Decimal>();
  for (const [unit, own] of Map.groupBy(rows, (row) => row.unit)) {
    const changes = own.map(({ id, since, creditLimit }) => ({ id, since, terms: { creditLimit } }));
    const limit = termsOn(changes, day).get('creditLimit')?.terms.creditLimit;
    // Taken back, null: whatever stands behind it holds.
    if (typeof limit === 'string') limits.set(unit, limit || '0');
  }
  return limits;
}
