import { normaliseAddress } from '../../domain/address.ts';
import { marksOf } from '../../domain/card-marks.ts';
import { readPhones } from '../../domain/phone.ts';
import { withStated } from '../../domain/stated-facts.ts';
import { breather } from '../../stores/breathe.ts';
import { allIds } from '../activity/all-ids.ts';
import type { Stage } from './stage.ts';

/** What a card lacks, of all identities of a legal entity together. */
export interface CardGaps {
  /** Neither a valid ИНН nor a private person. */
  readonly inn: boolean;
  /** No address with a number of a house. */
  readonly street: boolean;
  /** Other legal entities with one of its phones. */
  readonly samePhone: number;
}

interface Card {
  person: boolean;
  inn: boolean;
  street: boolean;
  readonly phones: Set<string>;
}

/** By legal entity; those that lack nothing are left out. What stands on the cards stays here. */
export async function cardGaps(stage: Stage): Promise<Map<number, CardGaps>> {
  const { records, warehouse } = stage.stores;
  const entityOf = await canonical(warehouse.rows, 'dim_party', 'entity', stage.version.dimensions);
  const cards = new Map<number, Card>();
  const breathe = breather();
  for await (const ids of allIds(stage.stores, 'party')) {
    const rows = await records.db
      .selectFrom('party')
      .select(['id', 'born', 'facts', 'stated'])
      .where('id', 'in', ids)
      .where('kind', '=', 'entity')
      .where('visible', '=', true)
      .execute();
    for (const { id, born, facts, stated } of rows) {
      const entity = entityOf.get(id);
      if (entity === undefined) continue;
      const said = withStated(facts ?? born, stated);
      const marks = marksOf(said);
      const card = cards.get(entity) ?? { person: false, inn: false, street: false, phones: new Set() };
      card.person ||= marks.includes('person');
      card.inn ||= marks.includes('inn');
      card.street ||= hasHouse(said.address, said.city) || hasHouse(said.legalAddress, said.city);
      for (const { e164 } of readPhones(said.phone ?? '')) if (e164 !== null) card.phones.add(e164);
      cards.set(entity, card);
      await breathe();
    }
  }
  const owners = new Map<string, number>();
  for (const { phones } of cards.values())
    for (const phone of phones) owners.set(phone, (owners.get(phone) ?? 0) + 1);
  const gaps = [...cards].map(([entity, { person, inn, street, phones }]) => {
    const samePhone = Math.max(0, ...[...phones].map((phone) => (owners.get(phone) ?? 1) - 1));
    return [entity, { inn: !person && !inn, street: !street, samePhone }] as const;
  });
  return new Map(gaps.filter(([, { inn, street, samePhone }]) => inn || street || samePhone > 0));
}

const hasHouse = (address = '', city = ''): boolean =>
  /\d/.test(address) && /\d/.test(address.replace(city, ''));

/** Groups of points of one legal entity at one address: numbers that say nothing of it, by point. */
export async function sharedPlaces(stage: Stage): Promise<Map<number, number>> {
  const { records, warehouse } = stage.stores;
  const pointOf = await canonical(warehouse.rows, 'dim_point', 'point', stage.version.dimensions);
  const entityOf = await canonical(warehouse.rows, 'dim_point', 'entity', stage.version.dimensions);
  const places = new Map<string, Set<number>>();
  const breathe = breather();
  for await (const ids of allIds(stage.stores, 'point')) {
    const rows = await records.db
      .selectFrom('point')
      .select(['id', 'born', 'facts', 'stated'])
      .where('id', 'in', ids)
      .where('visible', '=', true)
      .where('implicit', '=', false)
      .execute();
    for (const { id, born, facts, stated } of rows) {
      const { address = '', city = '' } = withStated(facts ?? born, stated);
      const [point, entity] = [pointOf.get(id), entityOf.get(id)];
      if (point === undefined || entity === undefined || !/\d/.test(address)) continue;
      const key = `${entity} ${normaliseAddress(address, { city })}`;
      const known = places.get(key);
      if (known === undefined) places.set(key, new Set([point]));
      else known.add(point);
      await breathe();
    }
  }
  const shared = [...places.values()].filter(({ size }) => size > 1);
  return new Map(shared.flatMap((points, group) => [...points].map((point) => [point, group + 1] as const)));
}

/** What identities are now, by identity. */
async function canonical(
  rows: Stage['stores']['warehouse']['rows'],
  table: 'dim_party' | 'dim_point',
  column: 'entity' | 'point',
  generation: number,
): Promise<Map<number, number>> {
  const found = await rows<{ id: number; unit: number }>(
    `SELECT id, ${column} AS unit FROM ${table} WHERE generation = ${generation} AND ${column} != 0`,
  );
  return new Map(found.map(({ id, unit }) => [id, unit]));
}
