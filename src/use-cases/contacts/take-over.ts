import type { Contact, ImportedRole, PersonalOriginWords } from '../../domain/contact.ts';
import { Refusal } from '../../domain/problem.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Desk } from '../../services/parts/part.ts';
import { checkContactsShown } from './contact-rows.ts';
import { familyOf, importedContacts } from './of-customer.ts';
import { addContact } from './write-contact.ts';

export interface TakenOver {
  readonly unit: CountUnit;
  readonly id: number;
  readonly from: ImportedRole;
  readonly origin: PersonalOriginWords;
  /** Which of several; left out where files name only one. */
  readonly name?: string;
}

/**
 * Makes a contact of one's own from what a file says, on the identity of which it says so.
 * @throws Refusal `customerUnknown`, `importedContactUnknown`, `importedContactsSeveral`
 */
export async function takeOver(
  desk: Desk,
  { unit, id, from, origin, name: asked }: TakenOver,
): Promise<Contact> {
  checkContactsShown(desk);
  const found = await importedContacts(desk, await familyOf(desk, unit, id));
  const meant = found.filter((one) => one.from === from && (asked === undefined || one.name === asked));
  const [one] = meant;
  if (one === undefined) throw new Refusal({ code: 'importedContactUnknown', params: { from } });
  if (meant.length > 1)
    throw new Refusal({
      code: 'importedContactsSeveral',
      params: { from, names: meant.map((other) => other.name).join(', ') },
    });
  const { name, role, position, level, unitId } = one;
  const of = { unit: level === 'point' ? 'deliveryPoint' : 'legalEntity', id: unitId } as const;
  return await addContact(desk, { ...of, name, role, position, origin }, from);
}
