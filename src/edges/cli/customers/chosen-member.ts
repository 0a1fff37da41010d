import type { AssignmentKind } from '../../../domain/dated-facts.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { OrganisationMember } from '../../../services/organisation/report.ts';
import { NeedsAnswer } from '../exit.ts';

const folded = (text: string) => text.trim().toLocaleLowerCase('ru').replaceAll('ё', 'е');

/** The member of the organisation of that name or code, in any case of letters. */
export function chosenMember(
  members: readonly OrganisationMember[],
  text: string,
  kind?: AssignmentKind,
): OrganisationMember {
  const wanted = folded(text);
  const [first, second] = members.filter(
    (one) =>
      (kind === undefined || one.kind === kind) && [folded(one.name), folded(one.code)].includes(wanted),
  );
  const params = { text, kind: kind ?? 'any' };
  if (first === undefined) throw new Refusal({ code: 'memberNotFound', params });
  if (second !== undefined) throw new NeedsAnswer({ code: 'memberAmbiguous', params });
  return first;
}
