import { isAllowed, type Viewer } from '../../domain/access.ts';
import type { Contact, SpecialInformation } from '../../domain/contact.ts';
import { Refusal } from '../../domain/problem.ts';
import { seenIdentities } from '../../services/customers/seen-identities.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import type { RecordsExecutor } from '../../stores/records/bulk.ts';

/** @throws Refusal `contactsHidden` */
export function checkContactsShown({ viewer }: Pick<Desk, 'viewer'>): void {
  if (viewer.hidden.includes('contacts')) throw new Refusal({ code: 'contactsHidden' });
}

export const selectContacts = (db: RecordsExecutor) =>
  db
    .selectFrom('contact')
    .select(['id', 'level', 'unit_id', 'name', 'role', 'position', 'phones', 'emails', 'messenger'])
    .select(['birthday', 'channel', 'note', 'source', 'basis', 'purpose', 'said_on', 'family', 'hobbies'])
    .select(['children', 'taken_from', 'version', 'changed_on', 'removed']);
export type ContactRow = Awaited<ReturnType<ReturnType<typeof selectContacts>['execute']>>[number];

/** Contacts of whom the reader may be told, in no order; removed ones on demand. @throws Refusal `contactsHidden` */
export async function contactsNumbered(
  desk: Desk,
  ids: readonly number[],
  removed = false,
): Promise<ContactRow[]> {
  checkContactsShown(desk);
  const { stores, viewer } = desk;
  const version = await currentVersion(stores.records);
  const seen = await seenIdentities(stores, { scope: viewer.scope, version });
  const rows = await selectContacts(stores.records.db)
    .where('id', 'in', [0, ...ids])
    .where('removed', '=', removed)
    .execute();
  return rows.filter(({ level, unit_id }) => seen.has(level, unit_id));
}

/** @throws Refusal `contactUnknown`, `contactsHidden` */
export async function contactRow(desk: Desk, id: number, removed = false): Promise<ContactRow> {
  const [row] = await contactsNumbered(desk, [id], removed);
  if (row === undefined) throw new Refusal({ code: 'contactUnknown', params: { id } });
  return row;
}

/** For what the company keeps special information; null: it keeps none. */
export async function specialPurpose({ stores }: Pick<Desk, 'stores'>): Promise<string | null> {
  const row = await stores.records.db.selectFrom('special_information').select('purpose').executeTakeFirst();
  return row?.purpose ?? null;
}

/** Whether the reader is shown special information: the company keeps it, and he may see it. */
export const seesSpecial = (viewer: Viewer, purpose: string | null): boolean =>
  purpose !== null && isAllowed(viewer, 'seeSpecial');

export function contactOf(row: ContactRow, special: boolean): Contact {
  const own: SpecialInformation = {
    family: row.family ?? '',
    hobbies: row.hobbies ?? '',
    children: row.children ?? '',
  };
  return {
    ...{ id: row.id, version: row.version, level: row.level, unitId: row.unit_id },
    ...{ name: row.name, role: row.role, position: row.position, phones: row.phones, emails: row.emails },
    ...{ messenger: row.messenger, birthday: row.birthday, channel: row.channel, note: row.note },
    origin: { source: row.source, basis: row.basis, purpose: row.purpose, on: row.said_on },
    special: special ? own : null,
    takenFrom: row.taken_from,
  };
}
