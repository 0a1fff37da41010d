import type { Kysely } from 'kysely';
import { type StatedTerms, type TermKind, termKinds, termsOn } from '../../domain/terms.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Facts, RecordsSchema } from '../../stores/records/schema.ts';
import type { Stores } from '../../stores/stores.ts';
import { unitRecords } from '../activity/dress-units.ts';
import { membersOfUnits } from '../intake/resolve/members-of-units.ts';
import type { UnitPlace } from './place.ts';

/** One term as it holds. */
export interface TermNow {
  readonly kind: TermKind;
  /** '': there is none, by somebody's word. */
  readonly value: string;
  /** `client`: agreed with the client to whom the legal entity belongs. */
  readonly from: 'own' | 'client' | 'imported';
  /** null: what imports say has no day. */
  readonly since: IsoDate | null;
}

/** A change of the terms of a party, whether it was taken back or not. */
export interface ChangeRow extends StatedTerms {
  readonly party: number;
  readonly reason: string;
  readonly user: string;
  readonly at: string;
  readonly undoes: number | null;
  /** The change that takes this one back. */
  readonly undone: number | null;
}

/** All changes of some parties, the latest first. */
export async function changesOf(db: Kysely<RecordsSchema>, parties: readonly number[]): Promise<ChangeRow[]> {
  const rows = await db
    .selectFrom('terms_change as change')
    .leftJoin('customer_term', 'customer_term.change', 'change.id')
    .leftJoin('terms_change as undoing', 'undoing.undoes', 'change.id')
    .leftJoin('app_user', 'app_user.id', 'change.user_id')
    .select(['change.id', 'change.party', 'change.since', 'change.reason', 'change.stated_at'])
    .select(['change.undoes', 'undoing.id as undone', 'app_user.name', 'kind', 'value'])
    .where('change.party', 'in', [0, ...parties])
    .orderBy('change.id', 'desc')
    .execute();
  return [...Map.groupBy(rows, ({ id }) => id)].flatMap(([id, some]): ChangeRow[] => {
    const [first] = some;
    if (first === undefined) return [];
    const { party, since, reason, stated_at: at, undoes, undone, name } = first;
    const terms = Object.fromEntries(
      some.flatMap(({ kind, value }) => (kind === null ? [] : [[kind, value]])),
    );
    return [{ ...{ id, party, since, reason, at, undoes, undone, terms }, user: name ?? '' }];
  });
}

export const isInForce = ({ undone, undoes }: ChangeRow): boolean => undone === null && undoes === null;

/** The party with whom the terms of a unit are agreed, and the client above it. */
export const partiesOf = ({ unit, id, client, points }: UnitPlace): { own: number; client: number } => ({
  own: unit === 'deliveryPoint' ? (points[0]?.entity ?? client) : id,
  client,
});

/** A party and the identities that belong to it now: what was agreed with one of them stays agreed. */
export async function identitiesOf(stores: Stores, party: number): Promise<number[]> {
  const rows = await membersOfUnits<{ id: number }>(stores, ['id'], new Set([party]));
  return [...new Set([party, ...rows.map(({ id }) => id)])];
}

/** The terms of a customer on a day: his own, else those of his client, else what imports say. */
export async function termsNow(stores: Stores, place: UnitPlace, day: IsoDate): Promise<TermNow[]> {
  const { own, client } = partiesOf(place);
  const ids = {
    own: await identitiesOf(stores, own),
    client: own === client ? [] : await identitiesOf(stores, client),
  };
  const changes = (await changesOf(stores.records.db, [...ids.own, ...ids.client])).filter(isInForce);
  const { party } = (await unitRecords(stores, 'legalEntity', [own]))(own);
  const said = party?.facts ?? party?.born ?? {};
  const of = (level: 'own' | 'client') =>
    termsOn(
      changes.filter((change) => ids[level].includes(change.party)),
      day,
    );
  const levels = [
    ['own', of('own')],
    ['client', of('client')],
  ] as const;
  return laidOver(levels, said);
}

/** The first level that says something of a kind, else what imports say. */
const laidOver = (
  levels: readonly (readonly [TermNow['from'], ReadonlyMap<TermKind, ChangeRow>])[],
  said: Facts,
): TermNow[] =>
  termKinds.flatMap((kind): TermNow[] => {
    for (const [from, found] of levels) {
      const change = found.get(kind);
      const value = change?.terms[kind];
      if (change !== undefined && typeof value === 'string')
        return [{ kind, value, from, since: change.since }];
    }
    const imported = said[kind];
    return imported === undefined ? [] : [{ kind, value: imported, from: 'imported', since: null }];
  });

/** The terms of clients on a day: those agreed with them, else what imports say. */
export async function termsOfClients(
  stores: Stores,
  clients: readonly number[],
  day: IsoDate,
): Promise<ReadonlyMap<number, readonly TermNow[]>> {
  const found = new Map<number, readonly TermNow[]>();
  for (let at = 0; at < clients.length; at += clientsAtOnce) {
    const some = clients.slice(at, at + clientsAtOnce);
    const members = await membersOfUnits<{ id: number; canonical: number }>(
      stores,
      ['id', 'canonical'],
      new Set(some),
    );
    const changes = (await changesOf(stores.records.db, [...some, ...members.map(({ id }) => id)])).filter(
      isInForce,
    );
    const clientOf = new Map(members.map(({ id, canonical }) => [id, canonical]));
    const own = Map.groupBy(changes, ({ party }) => clientOf.get(party) ?? party);
    const record = await unitRecords(stores, 'client', some);
    for (const client of some) {
      const { party } = record(client);
      const levels = [['own', termsOn(own.get(client) ?? [], day)]] as const;
      found.set(client, laidOver(levels, party?.facts ?? party?.born ?? {}));
    }
  }
  return found;
}

const clientsAtOnce = 500;
