import type {
  Contact,
  ContactChange,
  ImportedRole,
  NewContact,
  PersonalOriginWords,
} from '../../domain/contact.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { contactOf, contactRow, seesSpecial, specialPurpose } from './contact-rows.ts';
import { type CustomerContacts, contactsOfCustomer } from './of-customer.ts';
import { takeOver } from './take-over.ts';
import { addContact, changeContact, setContactRemoved } from './write-contact.ts';

/** Persons whom the company knows at its customers. Every call refuses `contactsHidden` where they are kept from the reader. */
export interface Contacts {
  /** Of the whole family that a customer belongs to now. Refuses `customerUnknown`. */
  of(unit: CountUnit, id: number): Promise<CustomerContacts>;
  /** Refuses `contactUnknown`. */
  contact(id: number): Promise<Contact>;
  /**
   * Refuses `customerUnknown`, `contactWithoutName`, `contactWithoutOrigin`, `contactEmailWrong`, `contactBirthdayWrong`,
   * `specialOff`, `specialCategory`.
   */
  add(contact: NewContact): Promise<Contact>;
  /** Refuses `contactUnknown`, `contactStale`, and what `add` does. */
  change(id: number, change: ContactChange): Promise<Contact>;
  /** Refuses `contactUnknown`. */
  remove(id: number): Promise<void>;
  /** Brings back whoever was removed. Refuses `contactUnknown`. */
  restore(id: number): Promise<Contact>;
  /**
   * Makes a contact of one's own from what a file says; `name` says which one where files name several. Refuses
   * `customerUnknown`, `importedContactUnknown`, `importedContactsSeveral`.
   */
  takeOver(
    unit: CountUnit,
    id: number,
    from: ImportedRole,
    origin: PersonalOriginWords,
    name?: string,
  ): Promise<Contact>;
  /** For what the company keeps special information (family, hobbies, children); null: it keeps none. */
  special(): Promise<{ readonly purpose: string | null }>;
  /** Without a purpose it is off, and what was kept is erased. */
  setSpecial(purpose: string | null): Promise<void>;
}

export const contactsOf = (desk: Desk): Contacts => ({
  of: (unit, id) => contactsOfCustomer(desk, unit, id),
  contact: async (id) =>
    contactOf(await contactRow(desk, id), seesSpecial(desk.viewer, await specialPurpose(desk))),
  add: (contact) => addContact(desk, contact),
  change: (id, change) => changeContact(desk, id, change),
  remove: async (id) => {
    await setContactRemoved(desk, id, true);
  },
  restore: (id) => setContactRemoved(desk, id, false),
  takeOver: (unit, id, from, origin, name) =>
    takeOver(desk, { unit, id, from, origin, ...(name !== undefined && { name }) }),
  special: async () => ({ purpose: await specialPurpose(desk) }),
  setSpecial: async (purpose) => {
    const { records } = desk.stores;
    const said = purpose?.trim() ?? '';
    await records.transaction(async (tx) => {
      await tx.deleteFrom('special_information').execute();
      if (said !== '') await tx.insertInto('special_information').values({ purpose: said }).execute();
      else
        await tx
          .updateTable('contact')
          .set({ family: null, hobbies: null, children: null })
          .where((eb) =>
            eb.or([
              eb('family', 'is not', null),
              eb('hobbies', 'is not', null),
              eb('children', 'is not', null),
            ]),
          )
          .execute();
    });
  },
});
