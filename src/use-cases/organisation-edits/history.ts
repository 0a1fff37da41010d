import type { AssignmentKind } from '../../domain/dated-facts.ts';
import type { MemberState } from '../../domain/member-edit.ts';
import type { Responsible } from '../../domain/statement.ts';
import type { IsoDate } from '../../domain/units.ts';
import { namesOf } from '../../services/organisation/organisation.ts';
import type { NamedMember } from '../../services/organisation/report.ts';
import type { Stores } from '../../stores/stores.ts';

/** One change of a member by hand: of itself, or of whom it belongs to. */
export interface MemberChange {
  /** null: it was moved. */
  readonly id: number | null;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** '': the owner of the data folder; null: it is not kept who it was. */
  readonly user: string | null;
  /** null: it was added, or moved. */
  readonly before: MemberState | null;
  /** null: it was moved. */
  readonly after: MemberState | null;
  readonly undoes: number | null;
  readonly moved: {
    readonly kind: AssignmentKind;
    readonly to: Responsible<NamedMember>;
    readonly from: IsoDate;
    readonly until: IsoDate | null;
  } | null;
}

/** What was changed of a member by hand, the latest first. */
export async function memberHistory(stores: Stores, id: number): Promise<MemberChange[]> {
  const { db } = stores.records;
  const own = await db
    .selectFrom('member_change')
    .leftJoin('app_user', 'app_user.id', 'member_change.user_id')
    .select(['member_change.id', 'before', 'after', 'undoes', 'changed_at', 'app_user.name'])
    .where('member', '=', id)
    .orderBy('member_change.id', 'desc')
    .execute();
  const moves = await db
    .selectFrom('assignment_unit')
    .innerJoin('assignment', 'assignment.id', 'assignment_unit.assignment')
    .select(['kind', 'member', 'since', 'until', 'stated_at'])
    .where('level', '=', 'member')
    .where('unit', '=', id)
    .orderBy('assignment.id', 'desc')
    .execute();
  const names = await namesOf(stores, [...new Set(moves.map(({ member }) => member ?? 0))]);
  const named = (member: number | null): Responsible<NamedMember> => {
    if (member === null) return 'shown';
    return member === 0 ? 'nobody' : (names.get(member) ?? { id: member, code: '', name: '' });
  };
  return [
    ...own.map(({ id: number, before, after, undoes, changed_at, name }) => ({
      ...{ id: number, at: changed_at, user: name ?? '', before, after, undoes, moved: null },
    })),
    ...moves.map(({ kind, member, since, until, stated_at }) => ({
      ...{ id: null, at: stated_at, user: null, before: null, after: null, undoes: null },
      moved: { kind, to: named(member), from: since, until },
    })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1));
}
