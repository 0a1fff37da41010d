import { isIsoDate } from '../../domain/iso-date.ts';
import type { MemberEdit, MemberState, NewMember } from '../../domain/member-edit.ts';
import { firstDay, kindsAbove, lastDay } from '../../domain/organisation.ts';
import { Refusal } from '../../domain/problem.ts';
import type { NewStatement } from '../../domain/statement.ts';
import type { IsoDate } from '../../domain/units.ts';
import { reserveIds } from '../../services/intake/resolve/units.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { assignedClients } from '../../services/organisation/assigned-clients.ts';
import { organisation } from '../../services/organisation/organisation.ts';
import {
  commitStatements,
  type MemberEffect,
  previewStatement,
  refuseDays,
  refuseRetired,
} from '../../services/organisation/state-assignment.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';
import { withImporterLock } from '../../stores/importer-lock.ts';
import { type MemberChange, memberHistory } from './history.ts';
import { refuseCharged, refuseTaken } from './refusals.ts';
import { addKeys, type MemberNow, memberUnder, writeChange, writeRename } from './write-member.ts';

/** A member as it is after a change by hand. */
export interface EditedMember extends MemberNow {
  /** null: it was not there. */
  readonly was: MemberState | null;
}

/** Branches, departments, teams and reps by hand. Changes wait for an import that is under way. */
export interface OrganisationEdits {
  /** Of how many clients each member whom the viewer is in charge of is responsible for something on a day. */
  clients(day: IsoDate): Promise<readonly { readonly member: number; readonly clients: number }[]>;
  /** What was changed by hand, the latest first. Refuses `memberNotThere`. */
  history(id: number): Promise<readonly MemberChange[]>;
  /** What a statement would change of the АКБ of members; nothing is changed. Refuses as `assign`. */
  preview(statement: NewStatement): Promise<readonly MemberEffect[]>;
  /** Refuses `memberTaken`, `memberNotThere`, `memberNotAbove`, `assignmentDates`, `assignmentMemberRetired`. */
  add(member: NewMember): Promise<EditedMember>;
  /**
   * Its name holds for all days, whatever imports say; from the day on which it is retired nobody is offered it.
   * Refuses `memberNotThere`, `memberStale`, `memberTaken`, `memberInCharge`, `memberRetiredDay`.
   */
  change(id: number, edit: MemberEdit): Promise<EditedMember>;
  /** Takes the last change that holds back. Refuses as `change`, `memberNothingToUndo`. */
  undo(id: number, version: number): Promise<EditedMember>;
}

export const organisationEditsOf = (desk: Desk): OrganisationEdits => ({
  clients: (day) => clients(desk, day),
  history: async (id) => {
    await memberUnder(desk.stores, id);
    return await memberHistory(desk.stores, id);
  },
  preview: (statement) => previewStatement(desk.stores, statement),
  add: (member) => withImporterLock(desk.stores.records, () => add(desk, member)),
  change: (id, edit) => withImporterLock(desk.stores.records, () => change(desk, id, edit)),
  undo: (id, version) => withImporterLock(desk.stores.records, () => undo(desk, id, version)),
});

async function clients({ stores, viewer }: Desk, day: IsoDate) {
  refuseDays(day);
  const version = await currentVersion(stores.records);
  const reachable = reachableMembers(await organisation(stores, version, day), viewer.scope);
  return (await assignedClients(stores, version, day, day))
    .filter(({ member }) => reachable.has(member))
    .map(({ member, clients: count }) => ({ member, clients: count }))
    .sort((a, b) => a.member - b.member);
}

async function add({ stores, viewer }: Desk, member: NewMember): Promise<EditedMember> {
  const { kind, name, code = '', under } = member;
  await refuseTaken(stores, { kind, name, code });
  const parent = under && (await memberUnder(stores, under.member));
  if (parent !== undefined && !kindsAbove(kind).includes(parent.kind))
    throw new Refusal({ code: 'memberNotAbove', params: { kind, above: parent.kind } });
  const id = await reserveIds(stores, 'member', 1);
  const number = await reserveIds(stores, 'memberChange', 1);
  const after = { name, code, retired: null };
  const written = writeChange({ id: number, member: id, before: null, after, user: viewer.user });
  const write: typeof written = async (tx) => {
    await tx
      .insertInto('member')
      .values({ id, kind, key: `${kind}|hand|${id}`, code, name, first_import: 0 })
      .execute();
    await addKeys(tx, { id, kind, name, code });
    await written(tx);
  };
  if (under === undefined || parent === undefined) await stores.records.transaction(write);
  else {
    const { member: above, since } = under;
    refuseDays(since);
    await refuseRetired(stores, [above], lastDay);
    const days = { kind: parent.kind, member: above, since, until: lastDay };
    const stated = [{ level: 'member', units: [id], ...days } as const];
    await commitStatements(
      stores,
      { before: await currentVersion(stores.records), stated, with: write },
      () => undefined,
    );
  }
  return { ...(await memberUnder(stores, id)), was: null };
}

async function change(desk: Desk, id: number, { version, ...edit }: MemberEdit): Promise<EditedMember> {
  const found = await memberAt(desk, id, version);
  return await put(desk, found, edit);
}

async function undo(desk: Desk, id: number, version: number): Promise<EditedMember> {
  const found = await memberAt(desk, id, version);
  const changes = await memberHistory(desk.stores, id);
  const undone = new Set(changes.map(({ undoes }) => undoes));
  const last = changes.find((one) => one.id !== null && one.undoes === null && !undone.has(one.id));
  if (!last?.before || !last.after) throw new Refusal({ code: 'memberNothingToUndo' });
  const { before, after } = last;
  const back = {
    ...(before.name !== after.name && { name: before.name }),
    ...(before.retired !== after.retired && { retired: before.retired }),
  };
  return await put(desk, found, back, last.id);
}

/** @throws Refusal `memberNotThere`, `memberStale` */
async function memberAt({ stores }: Desk, id: number, version: number): Promise<MemberNow> {
  const found = await memberUnder(stores, id);
  if (found.version !== version)
    throw new Refusal({ code: 'memberStale', params: { version: found.version } });
  return found;
}

async function put(
  { stores, viewer }: Desk,
  found: MemberNow,
  edit: Omit<MemberEdit, 'version'>,
  undoes: number | null = null,
): Promise<EditedMember> {
  const { id, kind } = found;
  const before: MemberState = { name: found.name, code: found.code, retired: found.retired };
  const after: MemberState = { ...before, ...edit };
  const isRenamed = after.name !== before.name;
  if (!isRenamed && after.retired === before.retired) return { ...found, was: before };
  if (isRenamed) await refuseTaken(stores, { ...after, kind, id });
  if (after.retired !== null && after.retired !== before.retired) {
    if (!isIsoDate(after.retired) || after.retired < firstDay || after.retired > lastDay)
      throw new Refusal({ code: 'memberRetiredDay', params: { day: after.retired } });
    await refuseCharged(stores, { ...found, retired: after.retired });
  }
  const number = await reserveIds(stores, 'memberChange', 1);
  const written = writeChange({ id: number, member: id, before, after, user: viewer.user, undoes });
  await writeRename(stores, isRenamed, async (tx) => {
    const { name, retired } = after;
    await tx.updateTable('member').set({ name, retired }).where('id', '=', id).execute();
    if (isRenamed) await addKeys(tx, { id, kind, name, code: '' });
    await written(tx);
  });
  return { ...(await memberUnder(stores, id)), was: before };
}
