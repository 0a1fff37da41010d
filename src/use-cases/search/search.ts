import type { ContactRole } from '../../domain/contact.ts';
import type { EntryKind } from '../../domain/entry.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { dressUnits } from '../../services/activity/dress-units.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { customersFound, type NamedCustomer, whom } from '../../services/customers/whom.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { findTexts } from '../../services/texts/find-texts.ts';
import { contactsNumbered } from '../contacts/read.ts';
import { entriesNumbered } from '../timeline/read.ts';

/** Hits of one kind. */
const mostHits = 50;

/** Of a legal entity or a delivery point: its identity gives the customer that it belongs to. */
interface Hit {
  readonly unit: CountUnit;
  readonly unitId: number;
  /** Of the customer. */
  readonly name: string;
}

export interface FoundEntry extends Hit {
  readonly id: number;
  readonly kind: EntryKind;
  readonly day: IsoDate;
  readonly time: string | null;
  readonly text: string;
  readonly outcome: string;
  readonly author: string;
}

export interface FoundContact extends Hit {
  readonly id: number;
  readonly person: string;
  readonly role: ContactRole;
  readonly position: string;
}

export interface Found {
  /** By name, at most 20. */
  readonly customers: readonly NamedCustomer[];
  /** Those that were changed last first, at most 50; null: kept from the reader. */
  readonly contacts: readonly FoundContact[] | null;
  /** The newest first, at most 50. */
  readonly entries: readonly FoundEntry[];
}

/** Finds customers, persons and what happened by words in any form; all of them must be there. */
export interface Search {
  find(words: string): Promise<Found>;
  /** Whom a code, an ИНН or a name means, at most 20. */
  whom(text: string): Promise<readonly NamedCustomer[]>;
}

export const searchOf = (desk: Desk): Search => ({
  find: async (words) => ({
    customers: await customersFound(
      desk.stores,
      { ...(await sightOf(desk)), phones: !desk.viewer.hidden.includes('contacts') },
      words,
    ),
    contacts: desk.viewer.hidden.includes('contacts') ? null : await foundContacts(desk, words),
    entries: await foundEntries(desk, words),
  }),
  whom: async (text) => await whom(desk.stores, await sightOf(desk), text),
});

async function sightOf({ stores, viewer: { scope } }: Desk) {
  const version = await currentVersion(stores.records);
  return { version, seen: await seenIdentities(stores, { scope, version }) };
}

async function foundEntries(desk: Desk, words: string): Promise<FoundEntry[]> {
  const { seen } = await sightOf(desk);
  const found = await findTexts(desk.stores.records, 'entry', words, { seen, limit: mostHits });
  const rows = new Map(
    (
      await entriesNumbered(
        desk,
        found.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  const entries = found.flatMap(({ id }) => rows.get(id) ?? []);
  const named = await namesOf(desk, entries);
  return entries.map((row) => ({
    ...named(row),
    ...{ id: row.id, kind: row.kind, day: row.day, time: row.clock || null },
    ...{ text: row.text, outcome: row.outcome, author: row.name ?? row.signed },
  }));
}

async function foundContacts(desk: Desk, words: string): Promise<FoundContact[]> {
  const { seen } = await sightOf(desk);
  const found = await findTexts(desk.stores.records, 'contact', words, { seen, limit: mostHits });
  const numbers = found.map(({ id }) => id);
  const rows = new Map((await contactsNumbered(desk, numbers)).map((row) => [row.id, row]));
  const contacts = numbers.flatMap((id) => rows.get(id) ?? []);
  const named = await namesOf(desk, contacts);
  return contacts.map((row) => ({
    ...named(row),
    ...{ id: row.id, person: row.name, role: row.role, position: row.position },
  }));
}

interface Placed {
  readonly level: 'party' | 'point';
  readonly unit_id: number;
}

async function namesOf({ stores }: Desk, rows: readonly Placed[]): Promise<(row: Placed) => Hit> {
  const dressOf = async (level: Placed['level'], unit: CountUnit) => {
    const ids = new Set(rows.flatMap((row) => (row.level === level ? [row.unit_id] : [])));
    return await dressUnits(stores, unit, [...ids]);
  };
  const dress = {
    party: await dressOf('party', 'legalEntity'),
    point: await dressOf('point', 'deliveryPoint'),
  };
  return ({ level, unit_id }) => ({
    unit: level === 'point' ? 'deliveryPoint' : 'client',
    unitId: unit_id,
    name: dress[level](unit_id).name,
  });
}
