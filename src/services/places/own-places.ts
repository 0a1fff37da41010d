import { type Geography, geographyWith, type OwnPlace, readOwnPlace } from '../../domain/geography.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';

/** The towns and regions of which this installation knows better than the built-in table, by name. */
export async function ownPlaces({ records }: Pick<Stores, 'records'>): Promise<OwnPlace[]> {
  const rows = await records.db.selectFrom('place').select(['name', 'within']).execute();
  return rows.sort((a, b) => collator.compare(a.name, b.name));
}

const collator = new Intl.Collator('ru');

/** What later imports go by to find the region and the federal district of a town. */
export const geographyOf = async (stores: Pick<Stores, 'records'>): Promise<Geography> =>
  geographyWith(await ownPlaces(stores));

/** @throws Refusal `placeUnknown`: the second is neither a region nor, beside a region, a federal district */
export async function setPlace({ records }: Pick<Stores, 'records'>, said: OwnPlace): Promise<OwnPlace> {
  const place = readOwnPlace(said);
  if (place === null) throw new Refusal({ code: 'placeUnknown', params: { ...said } });
  await records.db
    .insertInto('place')
    .values(place)
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ within: place.within }))
    .execute();
  return place;
}

/** Back to the built-in table. @throws Refusal `placeNotSet` */
export async function removePlace({ records }: Pick<Stores, 'records'>, name: string): Promise<void> {
  const own = await ownPlaces({ records });
  const found = own.find((place) => collator.compare(place.name, name.trim()) === 0);
  if (found === undefined) throw new Refusal({ code: 'placeNotSet', params: { name } });
  await records.db.deleteFrom('place').where('name', '=', found.name).execute();
}
