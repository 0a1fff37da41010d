import { statusUnlessSaid } from './customer-status.ts';
import { type Attribute, attributes } from './dimensions.ts';
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

/** A member of an attribute that a unit has from that day on, until it has another one. */
export interface PastMember {
  readonly of: Attribute;
  readonly since: IsoDate;
  readonly member: string;
}

const kinds: readonly string[] = [...assignmentKinds, ...attributes];
const isAssignmentKind = (name: string): name is AssignmentKind =>
  (assignmentKinds as readonly string[]).includes(name);
const fact = new RegExp(`^(${kinds.join('|')})(?:@(\\d{4}-\\d\\d-\\d\\d))?$`);

/** What a unit was before anybody has said that it is something else now. */
const always = '1970-01-01';

/**
 * Facts that a source says of a customer, dated by the day of the import: who is responsible (`rep@2026-11-15`, the id of
 * the member), and an attribute that has changed beside the fact itself (`clientType`, `clientType@2026-11-15`, and
 * `clientType@1970-01-01` for what it was at first). What was known already stays so since the day that is known, so
 * that the same card says the same again. What is said later counts later, whatever the clock says. Takes dated facts
 * as well: only what they say matters, not since when.
 */
export function dateFacts(said: Facts, known: Facts, day: IsoDate): Facts {
  const dated: Record<string, string> = {};
  for (const [name, value] of Object.entries(said)) {
    const [, kind, since] = fact.exec(name) ?? [];
    if (kind === undefined) dated[name] = value;
    else if (isAssignmentKind(kind)) dated[`${kind}@${dayOf(kind, value, known, day)}`] = value;
    // A dated attribute follows from the fact itself, which is said with it.
    else if (since === undefined) Object.assign(dated, { [kind]: value }, change(kind, value, known, day));
  }
  return dated;
}

/** What a customer was before anybody has said anything: whoever closes down has not always been closed. */
const unlessSaid: Facts = { status: statusUnlessSaid };

function change(attribute: string, value: string, known: Facts, day: IsoDate): Facts {
  const first = known[`${attribute}@${always}`] ?? known[attribute] ?? unlessSaid[attribute];
  if (first === undefined || (value === first && lastDay(attribute, known) === undefined)) return {};
  return {
    [`${attribute}@${always}`]: first,
    [`${attribute}@${dayOf(attribute, value, known, day)}`]: value,
  };
}

/** Since when a kind of fact is said to be this. */
function dayOf(kind: string, value: string, known: Facts, day: IsoDate): IsoDate {
  const last = lastDay(kind, known);
  return last !== undefined && (known[`${kind}@${last}`] === value || last > day) ? last : day;
}

function lastDay(kind: string, known: Facts): IsoDate | undefined {
  const days = Object.keys(known).flatMap((name) => {
    const [, of, since] = fact.exec(name) ?? [];
    return of === kind && since !== undefined ? [since] : [];
  });
  return days.sort().at(-1);
}

interface DatedFact {
  readonly kind: string;
  readonly since: IsoDate;
  readonly value: string;
}
const datedFacts = (facts: Facts): DatedFact[] =>
  Object.entries(facts).flatMap(([name, value]) => {
    const [, kind = '', since] = fact.exec(name) ?? [];
    return since === undefined ? [] : [{ kind, since, value }];
  });

/** The dated assignments among the facts of a customer. */
export const assignmentsIn = (facts: Facts): Assignment[] =>
  datedFacts(facts).flatMap(({ kind, since, value }) =>
    isAssignmentKind(kind) ? [{ kind, since, member: Number(value) }] : [],
  );

/** What attributes of a customer were, where they have ever changed, in order of days. */
export const pastOf = (facts: Facts): PastMember[] =>
  datedFacts(facts)
    .flatMap(({ kind, since, value }) =>
      isAssignmentKind(kind) ? [] : [{ of: kind as Attribute, since, member: value }],
    )
    .sort((a, b) => (a.since < b.since ? -1 : 1));
