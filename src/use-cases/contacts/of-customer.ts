import { sql } from 'kysely';
import { type Contact, contactRoles, type ImportedContact, importedRoles } from '../../domain/contact.ts';
import { withStated } from '../../domain/stated-facts.ts';
import type { CountUnit } from '../../domain/units.ts';
import { type FamilyIdentity, familyIdentities } from '../../services/customers/family.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import {
  checkContactsShown,
  contactOf,
  seesSpecial,
  selectContacts,
  specialPurpose,
} from './contact-rows.ts';

export interface CustomerContacts {
  /** By role, decision makers first. */
  readonly contacts: readonly Contact[];
  /** What imports say, as it stands there. */
  readonly imported: readonly ImportedContact[];
  /** The reader may see and enter special information. */
  readonly special: boolean;
}

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

/** @throws Refusal `customerUnknown`, `contactsHidden` */
export async function contactsOfCustomer(desk: Desk, unit: CountUnit, id: number): Promise<CustomerContacts> {
  checkContactsShown(desk);
  return await contactsOfFamily(desk, await familyOf(desk, unit, id));
}

/** Of identities of whom the reader may be told. @throws Refusal `contactsHidden` */
export async function contactsOfFamily(
  desk: Desk,
  family: readonly FamilyIdentity[],
): Promise<CustomerContacts> {
  checkContactsShown(desk);
  const { stores, viewer } = desk;
  const special = seesSpecial(viewer, await specialPurpose(desk));
  const rows = await selectContacts(stores.records.db)
    .where('removed', '=', false)
    .where((eb) =>
      eb.or(
        (['party', 'point'] as const).map((level) =>
          eb.and([eb('level', '=', level), sql<boolean>`unit_id = ANY (${idsOf(family, level)})`]),
        ),
      ),
    )
    .execute();
  return {
    contacts: rows
      .map((row) => contactOf(row, special))
      .sort(
        (a, b) =>
          contactRoles.indexOf(a.role) - contactRoles.indexOf(b.role) ||
          collator.compare(a.name, b.name) ||
          a.id - b.id,
      ),
    imported: await importedContacts(desk, family),
    special,
  };
}

/** Of whom the reader may be told, all identities of the family. @throws Refusal `customerUnknown` */
export async function familyOf({ stores, viewer }: Desk, unit: CountUnit, id: number) {
  const version = await currentVersion(stores.records);
  const sight = { scope: viewer.scope, version };
  const place = await visiblePlace(stores, sight, unit, id);
  return await familyIdentities(stores, version, place, await seenIdentities(stores, sight));
}

const idsOf = (family: readonly FamilyIdentity[], level: FamilyIdentity['level']): number[] =>
  family.flatMap((one) => (one.level === level ? [one.id] : []));

/** What imports say of persons, each once: the oldest identity that says it. */
export async function importedContacts(
  { stores }: Pick<Desk, 'stores'>,
  family: readonly FamilyIdentity[],
): Promise<ImportedContact[]> {
  const found = new Map<string, ImportedContact>();
  for (const level of ['party', 'point'] as const) {
    const rows = await stores.records.db
      .selectFrom(level)
      .select(['id', 'born', 'facts', 'stated'])
      .where(sql<boolean>`id = ANY (${idsOf(family, level)})`)
      .where('visible', '=', true)
      .orderBy('id')
      .execute();
    for (const { id: unitId, born, facts, stated } of rows) {
      const said = withStated(facts ?? born, stated);
      for (const from of importedRoles) {
        const name = said[from] ?? '';
        const position = from === 'contactName' ? (said.contactPosition ?? '') : '';
        const role = from === 'contactName' ? ('other' as const) : from;
        const key = `${from} ${name}`;
        if (name !== '' && !found.has(key)) found.set(key, { from, name, role, position, level, unitId });
      }
    }
  }
  return [...found.values()];
}
