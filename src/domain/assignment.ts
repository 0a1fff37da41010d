import type { IsoDate } from './units.ts';

/** Kinds of members of the organisation that are responsible for a customer, one of each kind at a time. */
export const assignmentKinds = ['rep', 'team', 'department', 'branch'] as const;
export type AssignmentKind = (typeof assignmentKinds)[number];

/** The member is responsible from that day on, until another one is. */
export interface Assignment {
  readonly kind: AssignmentKind;
  readonly since: IsoDate;
  /** Id in the records. */
  readonly member: number;
}

type Facts = Readonly<Record<string, string>>;

const fact = new RegExp(`^(${assignmentKinds.join('|')})(?:@(\\d{4}-\\d\\d-\\d\\d))?$`);

/**
 * Facts that a source says of a customer, who is responsible (`rep`: id of the member) dated by the day of the import:
 * `rep@2026-11-15`. Whoever was responsible already stays so since the day that is known, so that the same card says
 * the same again. What is said later counts later, whatever the clock says. Takes dated facts as well: only what they
 * say matters, not since when.
 */
export function dateAssignments(said: Facts, known: Facts, day: IsoDate): Facts {
  const dated: Record<string, string> = {};
  for (const [name, value] of Object.entries(said)) {
    const [, kind] = fact.exec(name) ?? [];
    if (kind === undefined) {
      dated[name] = value;
      continue;
    }
    const last = lastDay(kind, known);
    const stays = last !== undefined && (known[`${kind}@${last}`] === value || last > day);
    dated[`${kind}@${stays ? last : day}`] = value;
  }
  return dated;
}

function lastDay(kind: string, known: Facts): IsoDate | undefined {
  const days = Object.keys(known).flatMap((name) => {
    const [, of, since] = fact.exec(name) ?? [];
    return of === kind && since !== undefined ? [since] : [];
  });
  return days.sort().at(-1);
}

/** The dated assignments among the facts of a customer. */
export function assignmentsIn(facts: Facts): Assignment[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const [, kind, since] = fact.exec(name) ?? [];
    return since === undefined ? [] : [{ kind: kind as AssignmentKind, since, member: Number(value) }];
  });
}
