import { type AssignableDimension, assignable } from '../../domain/dimensions.ts';
import type { OrganisationNode } from '../../domain/scope.ts';
import { memberNames } from '../../services/activity/member-names.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf } from '../plans/read.ts';
import type { WorkList } from './work-list.ts';

/** Whose lists there are that the reader sees. */
export interface Choices {
  /** 0 is nobody's. */
  readonly reps: readonly { readonly id: number; readonly name: string }[];
  /** Branches, departments and teams of whom he is in charge. */
  readonly parts: readonly {
    readonly level: AssignableDimension;
    readonly id: number;
    readonly name: string;
  }[];
}

const collator = new Intl.Collator('ru');

export async function choicesOf(
  desk: Desk,
  found: WorkList['members'],
  asked: readonly OrganisationNode[],
): Promise<Choices> {
  const isSeen = desk.viewer.scope.nodes === null ? () => true : (await companyOf(desk)).isSeen;
  // Whoever is asked for is a choice even when nobody is his.
  const idsOf = (level: AssignableDimension): readonly number[] => [
    ...new Set([
      ...found[level],
      ...asked.flatMap(({ dimension, member }) => (dimension === level && isSeen(member) ? member : [])),
    ]),
  ];
  const names = await memberNames(
    desk.stores,
    assignable.flatMap(idsOf).filter((id) => id !== 0),
  );
  const named = (ids: readonly number[]) =>
    ids
      .map((id) => ({ id, name: names.get(id) ?? '' }))
      .sort((a, b) => Number(a.id === 0) - Number(b.id === 0) || collator.compare(a.name, b.name));
  const parts = assignable.flatMap((level) =>
    level === 'rep'
      ? []
      : named(idsOf(level).filter((id) => id !== 0 && isSeen(id))).map((one) => ({ level, ...one })),
  );
  return { reps: named(idsOf('rep')), parts };
}
