import type { Updateable } from 'kysely';
import { isAllowed } from '../../domain/access.ts';
import { today } from '../../domain/clock.ts';
import {
  type Contact,
  type ContactChange,
  type ContactPhone,
  type ImportedRole,
  type NewContact,
  specialFields,
} from '../../domain/contact.ts';
import { readEmails } from '../../domain/email.ts';
import { isIsoDate } from '../../domain/iso-date.ts';
import { formatPhone, readPhones } from '../../domain/phone.ts';
import { type Problem, Refusal } from '../../domain/problem.ts';
import { specialCategoryOf } from '../../domain/special-categories.ts';
import { groundsOver, usualGrounds } from '../../services/customers/grounds.ts';
import { visiblePlace } from '../../services/customers/visible.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { learnWords, vectorOf, wordsOf } from '../../services/texts/write-words.ts';
import type { RecordsSchema } from '../../stores/records/schema.ts';
import {
  type ContactRow,
  checkContactsShown,
  contactOf,
  contactRow,
  seesSpecial,
  specialPurpose,
} from './contact-rows.ts';

/** @throws Refusal `customerUnknown`, `contactsHidden`, and those of `checkedValues` */
export async function addContact(
  desk: Desk,
  contact: NewContact,
  takenFrom: ImportedRole | null = null,
): Promise<Contact> {
  checkContactsShown(desk);
  const { stores, viewer } = desk;
  const { unit, id: unitId, ...words } = contact;
  const version = await currentVersion(stores.records);
  await visiblePlace(stores, { scope: viewer.scope, version }, unit, unitId);
  const values = await checkedValues(desk, empty, words);
  const id = await stores.records.transaction(async (tx) => {
    const found = wordsOfContact(values);
    const row = await tx
      .insertInto('contact')
      .values({
        ...{ level: unit === 'deliveryPoint' ? 'point' : 'party', unit_id: unitId, taken_from: takenFrom },
        ...written(values),
        words: vectorOf(found),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await learnWords(tx, 'contact', [{ words: found, day: today() }]);
    return row.id;
  });
  return await shown(desk, id);
}

/** @throws Refusal `contactUnknown`, `contactStale`, `contactsHidden`, and those of `checkedValues` */
export async function changeContact(desk: Desk, id: number, change: ContactChange): Promise<Contact> {
  const row = await contactRow(desk, id);
  const { version, ...words } = change;
  const stale = new Refusal({ code: 'contactStale', params: { name: row.name } });
  if (row.version !== version) throw stale;
  const personal = Object.keys(words).some(
    (name) => name !== 'role' && name !== 'channel' && name !== 'origin',
  );
  if (personal && change.origin === undefined) throw new Refusal({ code: 'contactWithoutOrigin' });
  const values = await checkedValues(desk, row, words);
  await desk.stores.records.transaction(async (tx) => {
    const found = wordsOfContact(values);
    const { numUpdatedRows } = await tx
      .updateTable('contact')
      .set({ ...written(values), words: vectorOf(found), version: row.version + 1 })
      .where('id', '=', id)
      .where('version', '=', version)
      .where('removed', '=', false)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw stale;
    await learnWords(tx, 'contact', [{ words: found, day: today() }]);
  });
  return await shown(desk, id);
}

/** Takes a contact away, or brings him back. @throws Refusal `contactUnknown`, `contactsHidden` */
export async function setContactRemoved(desk: Desk, id: number, removed: boolean): Promise<Contact> {
  const row = await contactRow(desk, id, !removed);
  await desk.stores.records.db
    .updateTable('contact')
    .set({ removed, version: row.version + 1, changed_at: new Date().toISOString() })
    .where('id', '=', id)
    .where('version', '=', row.version)
    .execute();
  return await shown(desk, id, removed);
}

const shown = async (desk: Desk, id: number, removed = false): Promise<Contact> =>
  contactOf(await contactRow(desk, id, removed), seesSpecial(desk.viewer, await specialPurpose(desk)));

type Values = Omit<
  ContactRow,
  'id' | 'level' | 'unit_id' | 'taken_from' | 'version' | 'changed_on' | 'removed'
>;
const empty: Values = {
  ...{ name: '', role: 'other', position: '', phones: [], emails: [], messenger: '', birthday: null },
  ...{ channel: null, note: '', source: '', basis: '', purpose: '', said_on: '' },
  ...{ family: null, hobbies: null, children: null },
};

/**
 * What counts after a change.
 * @throws Refusal `contactWithoutName`, `contactWithoutOrigin`, `contactPhoneWrong`, `contactEmailWrong`,
 * `contactBirthdayWrong`, `specialOff`, `specialCategory`, `notAllowed`
 */
async function checkedValues(
  desk: Desk,
  before: Values,
  words: Omit<ContactChange, 'version'>,
): Promise<Values> {
  const problems: Problem[] = [];
  const { origin, special, phones, ...plain } = words;
  const said = <T>(value: T | undefined, was: T): T => (value === undefined ? was : value);
  const grounds = origin && groundsOver(await usualGrounds(desk.stores.records.db), origin);
  const values: Values = {
    name: said(plain.name, before.name).trim(),
    role: said(plain.role, before.role),
    position: said(plain.position, before.position).trim(),
    phones: phones === undefined ? before.phones : phones.flatMap(phoneOf),
    emails:
      plain.emails === undefined ? before.emails : plain.emails.flatMap((one) => emailsOf(one, problems)),
    messenger: said(plain.messenger, before.messenger).trim(),
    birthday: said(plain.birthday, before.birthday),
    channel: said(plain.channel, before.channel),
    note: said(plain.note, before.note).trim(),
    source: said(origin?.source, before.source).trim(),
    basis: grounds ? (grounds.basis ?? '') : before.basis,
    purpose: grounds ? (grounds.purpose ?? '') : before.purpose,
    said_on: said(origin?.on, before.said_on),
    ...(special === undefined
      ? { family: before.family, hobbies: before.hobbies, children: before.children }
      : await specialOf(desk, before, special)),
  };
  if (values.name === '') problems.push({ code: 'contactWithoutName' });
  const { source, basis, purpose, said_on } = values;
  if ([source, basis, purpose].includes('') || !isIsoDate(said_on) || said_on > today())
    problems.push({ code: 'contactWithoutOrigin' });
  if (values.birthday !== null && !isBirthday(values.birthday))
    problems.push({ code: 'contactBirthdayWrong', params: { birthday: values.birthday } });
  for (const one of [values.position, values.note, values.family, values.hobbies, values.children]) {
    const found = specialCategoryOf(one ?? '');
    if (found !== null) problems.push({ code: 'specialCategory', params: { ...found } });
  }
  const [first, ...others] = problems;
  if (first !== undefined) throw new Refusal(first, ...others);
  return values;
}

/** Numbers of one text: one of them whole, or all as they were written. */
function phoneOf(text: string): ContactPhone[] {
  return readPhones(text).map(({ e164, raw }) => ({ e164, raw }));
}

function emailsOf(text: string, problems: Problem[]): string[] {
  const { emails, unreadable } = readEmails(text);
  if (unreadable.length > 0) problems.push({ code: 'contactEmailWrong', params: { email: text } });
  return [...emails];
}

/** A year may be left out; 29 February is of a leap year then. */
const isBirthday = (text: string): boolean =>
  isIsoDate(text.startsWith('--') ? `2000-${text.slice(2)}` : text) && text <= today();

async function specialOf(
  desk: Desk,
  before: Pick<Values, 'family' | 'hobbies' | 'children'>,
  special: NonNullable<ContactChange['special']>,
) {
  if ((await specialPurpose(desk)) === null) throw new Refusal({ code: 'specialOff' });
  const { viewer } = desk;
  if (!isAllowed(viewer, 'seeSpecial'))
    throw new Refusal({ code: 'notAllowed', params: { role: viewer.role, permission: 'seeSpecial' } });
  return Object.fromEntries(
    specialFields.map((field) => [
      field,
      special[field] === undefined ? before[field] : special[field] || null,
    ]),
  ) as Pick<Values, 'family' | 'hobbies' | 'children'>;
}

const written = ({ phones, emails, ...values }: Values) =>
  ({
    ...values,
    ...{ phones: JSON.stringify(phones), emails: JSON.stringify(emails) },
    ...{ changed_at: new Date().toISOString(), changed_on: today() },
  }) satisfies Updateable<RecordsSchema['contact']>;

/** Special information is found by nobody. */
const wordsOfContact = ({ name, position, note, messenger, emails, phones }: Values): readonly string[] =>
  wordsOf(
    ...[name, position, note, messenger, ...emails],
    ...phones.flatMap(({ raw, e164 }) =>
      e164 === null ? [raw] : [raw, e164, e164.slice(2), formatPhone(e164)],
    ),
  );
