import { type AssignmentKind, assignmentKinds } from '../../../domain/dated-facts.ts';
import { kindsAbove } from '../../../domain/organisation.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import type { MemberIds } from './members.ts';

/** A member of the organisation belongs to one of a higher kind; 0: rows name several. */
export interface NamedParent {
  readonly member: number;
  readonly kind: AssignmentKind;
  readonly parent: number;
}

/**
 * Whom members belong to by the rows of an import's lists: a row that names a rep and a team says that the rep is of
 * that team. A list of people is better placed to say so than the managers on customer cards.
 */
export function namedParents(people: readonly MemberIds[], cards: readonly MemberIds[]): NamedParent[] {
  return [...new Map([...namedBy(cards), ...namedBy(people)]).values()];
}

function namedBy(rows: readonly MemberIds[]): Map<string, NamedParent> {
  const named = new Map<string, NamedParent>();
  for (const row of rows)
    for (const of of assignmentKinds)
      for (const kind of kindsAbove(of)) {
        const [member, parent] = [row[of], row[kind]];
        if (member === 0 || parent === 0) continue;
        const key = `${member} ${kind}`;
        const known = named.get(key);
        named.set(key, { member, kind, parent: known === undefined || known.parent === parent ? parent : 0 });
      }
  return named;
}

/** Nothing refers to them until a commit names the import. */
export async function writeNamedParents(
  { warehouse }: Stores,
  importId: number,
  day: IsoDate,
  named: readonly NamedParent[],
): Promise<void> {
  await warehouse.insert(
    'journal_parent',
    ['import_id', 'day', 'member', 'kind', 'parent'],
    named.map(({ member, kind, parent }) => [importId, day, member, kind, parent]),
  );
}
