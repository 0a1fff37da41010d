import { type AssignmentKind, assignmentKinds } from './dated-facts.ts';
import { addDays } from './iso-date.ts';
import type { IsoDate } from './units.ts';

/** A source shows that a member belongs to one of a higher kind from that day on; 0: it does not show to which. */
export interface ShownParent {
  readonly member: number;
  /** Kind of the parent. */
  readonly kind: AssignmentKind;
  readonly since: IsoDate;
  readonly parent: number;
}

/** Somebody has said it; the last word about a day holds. */
export interface StatedParent {
  /** Order of what was said. */
  readonly statement: number;
  readonly member: number;
  readonly kind: AssignmentKind;
  readonly since: IsoDate;
  readonly until: IsoDate;
  /** 0: to nobody; null: to whom the sources show. */
  readonly parent: number | null;
}

/** A member belongs to one of a higher kind, directly or through those between them; 0: to nobody. */
export interface OrganisationLink {
  readonly member: number;
  readonly kind: AssignmentKind;
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly parent: number;
  /** On the word of somebody. */
  readonly stated: boolean;
  /** Since when this is known; earlier than `since` where something else held in between. */
  readonly said: IsoDate;
}

/** Days that both stores can hold. */
export const firstDay: IsoDate = '1970-01-01';
export const lastDay: IsoDate = '2149-06-06';

/** Kinds of members that one of this kind may belong to, the nearest first. */
export const kindsAbove = (kind: AssignmentKind): readonly AssignmentKind[] =>
  assignmentKinds.slice(assignmentKinds.indexOf(kind) + 1);

const kindsBelow = (kind: AssignmentKind): readonly AssignmentKind[] =>
  assignmentKinds.slice(0, assignmentKinds.indexOf(kind));

interface Claim {
  /** 3: somebody said it; 2: it follows from what somebody said; 1: sources show it. */
  readonly rank: 1 | 2 | 3;
  readonly order: string;
  readonly since: IsoDate;
  readonly until: IsoDate;
  readonly parent: number | null;
}

type Timeline = readonly Omit<OrganisationLink, 'member' | 'kind'>[];

/**
 * Whom every member belongs to, of each higher kind, on every day. What somebody has said holds before what sources
 * show, else what was said or shown last; on one day the member's own before that of those above him. The first parent
 * shown also holds for the days before. `shown`: of one day the last one counts.
 */
export function organisationOf(
  shown: readonly ShownParent[],
  stated: readonly StatedParent[],
): OrganisationLink[] {
  const key = (member: number, kind: AssignmentKind): string => `${member} ${kind}`;
  const shownOf = Map.groupBy(shown, ({ member, kind }) => key(member, kind));
  const statedOf = Map.groupBy(stated, ({ member, kind }) => key(member, kind));
  const known = new Map<string, Timeline>();
  const timelineOf = (member: number, kind: AssignmentKind): Timeline => {
    const found = known.get(key(member, kind));
    if (found !== undefined) return found;
    const timeline = settle([
      ...(statedOf.get(key(member, kind)) ?? []).map(asClaim),
      ...claimsShown(shownOf.get(key(member, kind)) ?? []),
      ...kindsBelow(kind).flatMap((between) => through(timelineOf(member, between), between)),
    ]);
    known.set(key(member, kind), timeline);
    return timeline;

    function through(way: Timeline, between: AssignmentKind): Claim[] {
      return way.flatMap((step) =>
        step.parent === 0
          ? []
          : timelineOf(step.parent, kind).flatMap((link) => followed(step, link, between)),
      );
    }
  };
  const members = new Set([...shown, ...stated].map(({ member }) => member));
  return [...members]
    .sort((a, b) => a - b)
    .flatMap((member) =>
      assignmentKinds.flatMap((kind) => timelineOf(member, kind).map((link) => ({ member, kind, ...link }))),
    );
}

const asClaim = ({ statement, since, until, parent }: StatedParent): Claim => ({
  ...{ rank: 3, order: String(statement).padStart(10, '0'), since, until, parent },
});

function claimsShown(shown: readonly ShownParent[]): Claim[] {
  const byDay = new Map(shown.map(({ since, parent }) => [since, parent]));
  const changes = [...byDay]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .filter(([, parent], at, all) => parent !== (all[at - 1]?.[1] ?? 0));
  return changes.flatMap(([day, parent], at): Claim[] => {
    const since = at === 0 ? firstDay : day;
    const next = changes[at + 1]?.[0];
    const until = next === undefined ? lastDay : addDays(next, -1);
    return parent === 0 ? [] : [{ rank: 1, order: `${since} own`, since, until, parent }];
  });
}

type Segment = Timeline[number];

const later = (a: IsoDate, b: IsoDate): IsoDate => (a < b ? b : a);

/** The member belongs to a second one, and this one to a third. */
function followed(step: Segment, link: Segment, between: AssignmentKind): Claim[] {
  const since = later(step.since, link.since);
  const until = later(step.until, link.until) === step.until ? link.until : step.until;
  const stated = step.stated || link.stated;
  // Of whom nobody knows where he belongs nothing follows, whoever put him there.
  if (since > until || (link.parent === 0 && !link.stated)) return [];
  const said = later(step.said, link.said);
  // Of two ways the one through the lower kind: a rep is one person, a team may have namesakes.
  const order = `${said} by ${9 - assignmentKinds.indexOf(between)}`;
  return [{ rank: stated ? 2 : 1, order, since, until, parent: link.parent }];
}

function settle(claims: readonly Claim[]): Timeline {
  const sorted = [...claims].sort((a, b) => b.rank - a.rank || (a.order < b.order ? 1 : -1));
  const days = new Set(
    claims.flatMap(({ since, until }) => [since, ...(until < lastDay ? [addDays(until, 1)] : [])]),
  );
  const timeline: Segment[] = [];
  for (const day of [...days].sort()) {
    const held = sorted.filter(({ since, until }) => since <= day && day <= until);
    const best = held[0]?.parent === null ? held.find(({ rank }) => rank === 1) : held[0];
    const parent = best?.parent ?? 0;
    const stated = best !== undefined && best.rank > 1;
    const said = best === undefined ? day : best.rank === 3 ? best.since : best.order.slice(0, day.length);
    const last = timeline.at(-1);
    if (last?.parent === parent && last.stated === stated && last.said === said) continue;
    if (last !== undefined) timeline[timeline.length - 1] = { ...last, until: addDays(day, -1) };
    timeline.push({ since: day, until: lastDay, parent, stated, said });
  }
  return timeline;
}
