import { Refusal } from '../../domain/problem.ts';
import { unitPlace } from '../../services/customers/place.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Stores } from '../../stores/stores.ts';
import { entitiesOf, sidesOf } from './candidate-page.ts';
import type { DismissedPair } from './report.ts';

const unit = 'legalEntity';

/** Two legal entities are two customers: said of identities, so it stays through imports. @throws Refusal `customerUnknown`, `mergeOfOne` */
export async function dismiss(stores: Stores, a: number, b: number, user: number | null): Promise<void> {
  const version = await currentVersion(stores.records);
  const [one, other] = [
    (await unitPlace(stores.warehouse, version, unit, a)).id,
    (await unitPlace(stores.warehouse, version, unit, b)).id,
  ];
  if (one === other) throw new Refusal({ code: 'mergeOfOne', params: { id: one } });
  await stores.records.db
    .insertInto('not_duplicate')
    .values({
      ...{ level: unit, a: Math.min(one, other), b: Math.max(one, other) },
      ...{ user_id: user, said_at: new Date().toISOString() },
    })
    .onConflict((conflict) => conflict.columns(['level', 'a', 'b']).doNothing())
    .execute();
}

/** They may be one again. @throws Refusal `notDismissed` */
export async function recall(stores: Stores, a: number, b: number): Promise<void> {
  const version = await currentVersion(stores.records);
  const rows = await pairsOf(stores, version, a, b);
  if (rows.length === 0) throw new Refusal({ code: 'notDismissed', params: { a, b } });
  for (const row of rows)
    await stores.records.db
      .deleteFrom('not_duplicate')
      .where('level', '=', unit)
      .where('a', '=', row.a)
      .where('b', '=', row.b)
      .execute();
}

export const isDismissed = async (
  stores: Stores,
  version: DataVersion,
  a: number,
  b: number,
): Promise<boolean> => (await pairsOf(stores, version, a, b)).length > 0;

const said = ({ records: { db } }: Stores) => db.selectFrom('not_duplicate').where('level', '=', unit);

/** What was said of any identities of the two. */
async function pairsOf(stores: Stores, version: DataVersion, a: number, b: number) {
  const rows = await said(stores).select(['a', 'b']).execute();
  const entityOf = await entitiesOf(stores, version, [a, b, ...rows.flatMap((row) => [row.a, row.b])]);
  const [one, other] = [entityOf.get(a) ?? a, entityOf.get(b) ?? b];
  return rows.filter((row) => {
    const both = [entityOf.get(row.a), entityOf.get(row.b)];
    return one !== other && both.includes(one) && both.includes(other);
  });
}

/** The latest first. */
export async function dismissedPairs(stores: Stores): Promise<DismissedPair[]> {
  const rows = await said(stores)
    .leftJoin('app_user', 'app_user.id', 'not_duplicate.user_id')
    .select(['a', 'b', 'said_at', 'app_user.name'])
    .orderBy('said_at', 'desc')
    .execute();
  const sides = await sidesOf(
    stores,
    rows.flatMap(({ a, b }) => [a, b]),
  );
  return rows.map(({ a, b, said_at: at, name }) => ({ a: sides(a), b: sides(b), by: name ?? '', at }));
}
