/**
 * Who is responsible for a customer on a day, and to whom a member of the organisation belongs, told day by day from
 * what was said, without timelines.
 */

export const kinds = ['rep', 'team', 'department', 'branch'] as const;
export type Kind = (typeof kinds)[number];
/** By kind; '' or left out is not named. */
export type Named = Readonly<Partial<Record<Kind, string>>>;

/** A row of a list, or a line (`date`) of a shipments file. */
export interface Row {
  readonly entity: string;
  /** '' is the implicit point. */
  readonly point: string;
  readonly named: Named;
}
export interface Line extends Row {
  readonly date: string;
}
export interface Import {
  readonly day: string;
  readonly lines: readonly Line[];
  readonly cards: readonly Row[];
  readonly people: readonly Named[];
}
export interface Statement {
  /** Members, clients, entities or points ("entity point") by name. */
  readonly about: 'member' | 'client' | 'legalEntity' | 'deliveryPoint';
  readonly who: readonly string[];
  readonly kind: Kind;
  readonly member: string | 'nobody' | 'shown';
  readonly from: string;
  readonly to: string;
}
export interface Said {
  readonly imports: readonly Import[];
  readonly statements: readonly Statement[];
}

/** What is found: '' is nobody. The rest is what decides between several. */
interface Found {
  readonly member: string;
  readonly rank: number;
  readonly near: number;
  readonly since: string;
  readonly tie: number;
}

const nearness = ['member', 'client', 'legalEntity', 'deliveryPoint'];
const below = (kind: Kind): readonly Kind[] => kinds.slice(0, kinds.indexOf(kind));
/** Two members were named equally often: whoever is known longer counts, which is nothing that was said. */
export class Tie extends Error {}

/** The member of a kind that a line counts for. */
export function memberOfLine(said: Said, line: Line, kind: Kind): string {
  const own = line.named[kind];
  if (own) return own;
  for (const lower of below(kind)) {
    const of = line.named[lower];
    const parent = of ? belongsTo(said, of, kind, line.date)?.member : '';
    if (parent) return parent;
  }
  return responsible(said, line, kind, line.date)?.member ?? '';
}

function responsible(
  said: Said,
  { entity, point }: Omit<Row, 'named'>,
  kind: Kind,
  day: string,
): Found | null {
  const here = (one: Statement): boolean =>
    one.about === 'deliveryPoint'
      ? one.who.includes(`${entity} ${point}`)
      : one.about !== 'member' && one.who.includes(entity);
  const last = lastEvent(named(said, entity, kind), day);
  const own = point === '' ? null : lastEvent(cardDays(said, entity, point, kind), day);
  const shown: Found[] = [];
  if (last) shown.push({ ...last, rank: 1, near: 0, tie: 9 });
  if (own) shown.push({ ...own, rank: 1, near: 1, tie: 9 });
  for (const lower of below(kind)) {
    const found = responsible(said, { entity, point }, lower, day);
    const parent = found?.member ? belongsTo(said, found.member, kind, day) : null;
    if (found && parent) shown.push(through(found, parent, lower));
  }
  return decide(said, here, kind, day, shown);
}

function belongsTo(said: Said, member: string, kind: Kind, day: string): Found | null {
  const shown: Found[] = [];
  const last = lastEvent(shownParents(said, member, kind), day);
  if (last?.member) shown.push({ ...last, rank: 1, near: 0, tie: 9 });
  for (const lower of below(kind)) {
    const found = belongsTo(said, member, lower, day);
    const parent = found?.member ? belongsTo(said, found.member, kind, day) : null;
    if (found && parent) shown.push({ ...through(found, parent, lower), near: 0 });
  }
  return decide(said, (one) => one.about === 'member' && one.who.includes(member), kind, day, shown);
}

function through(found: Found, parent: Found, lower: Kind): Found {
  return {
    member: parent.member,
    rank: Math.max(found.rank, parent.rank) > 1 ? 2 : 1,
    near: found.near,
    since: [found.since, parent.since].sort().at(-1) ?? '',
    tie: 3 - kinds.indexOf(lower),
  };
}

function decide(
  said: Said,
  here: (one: Statement) => boolean,
  kind: Kind,
  day: string,
  shown: readonly Found[],
): Found | null {
  const stated = said.statements
    .map((one, order) => ({ ...one, order }))
    .filter((one) => one.kind === kind && one.from <= day && day <= one.to && here(one))
    .sort((a, b) => nearness.indexOf(a.about) - nearness.indexOf(b.about) || a.order - b.order)
    .at(-1);
  const near = nearness.indexOf(stated?.about ?? 'member');
  if (stated && stated.member !== 'shown')
    return {
      ...{
        member: stated.member === 'nobody' ? '' : stated.member,
        rank: 3,
        near,
        since: stated.from,
        tie: 0,
      },
    };
  const left = stated ? shown.filter(({ rank }) => rank === 1) : shown;
  const order = ({ rank, near: at, since, tie }: Found) => `${rank} ${at} ${since} ${tie}`;
  return [...left].sort((a, b) => (order(a) < order(b) ? -1 : 1)).at(-1) ?? null;
}

interface Event {
  readonly since: string;
  readonly member: string;
}

/** The last one up to the day, and since when it has been him; of one day the last one. */
function lastEvent(events: readonly Event[], day: string): Event | null {
  const days = new Map(events.map(({ since, member }) => [since, member]));
  const past = [...days].filter(([since]) => since <= day).sort(([a], [b]) => (a < b ? -1 : 1));
  const changes = past.filter(([, member], at) => member !== (past[at - 1]?.[1] ?? ''));
  const [since, member] = changes.at(-1) ?? [];
  return since === undefined || member === undefined ? null : { since, member };
}

const early = '1970-01-01';
const holdsBefore = ([first, ...rest]: readonly Event[]): Event[] =>
  first ? [{ since: early, member: first.member }, first, ...rest] : [];

/** What cards say of a point, or of an entity (''). */
function cardDays(said: Said, entity: string, point: string, kind: Kind): Event[] {
  const events: Event[] = [];
  for (const { day, cards } of said.imports) {
    const rows = cards.filter((card) => card.entity === entity && card.named[kind]);
    const own = rows.filter((card) => card.point === point).at(-1)?.named[kind];
    const all = new Set(rows.filter((card) => card.point !== '').map((card) => card.named[kind]));
    const member = own ?? (point === '' && all.size === 1 ? [...all][0] : undefined);
    const last = events.at(-1);
    if (!member || last?.member === member) continue;
    if (last && last.since >= day) events[events.length - 1] = { since: last.since, member };
    else events.push({ since: day, member });
  }
  return holdsBefore(events);
}

/** Whom cards and lines name for an entity: of one day the card. */
function named(said: Said, entity: string, kind: Kind): Event[] {
  const cards = cardDays(said, entity, '', kind);
  const lines = said.imports
    .flatMap((one) => one.lines)
    .filter((line) => line.entity === entity && line.named[kind]);
  const shown = [...Map.groupBy(lines, ({ date }) => date.slice(0, 7)).values()].map((month): Event => {
    const served = [...Map.groupBy(month, (line) => line.named[kind] ?? '')].map(([member, of]) => ({
      member,
      since: of.map(({ date }) => date).sort()[0] ?? '',
      much: new Set(of.map(({ date }) => date)).size * 1000 + of.length,
    }));
    served.sort((a, b) => b.much - a.much);
    const [first, second] = served;
    if (first === undefined || first.much === second?.much) throw new Tie();
    return first;
  });
  return [...shown, ...cards];
}

/** Whom lines and lists show a member to belong to; '' is several in turns. */
function shownParents(said: Said, member: string, kind: Kind): Event[] {
  const pairs = (row: Named): string | undefined =>
    below(kind).some((lower) => row[lower] === member) ? row[kind] || undefined : undefined;
  const lines = said.imports
    .flatMap((one) => one.lines)
    .flatMap(({ date, named: row }) => (pairs(row) ? [{ date, parent: pairs(row) ?? '' }] : []));
  const events: Event[] = [...Map.groupBy(lines, ({ date }) => date.slice(0, 7)).values()].flatMap(
    (month) => {
      const spans = [...Map.groupBy(month, ({ parent }) => parent)].map(([parent, of]) => {
        const dates = of.map(({ date }) => date).sort();
        return { parent, first: dates[0] ?? '', last: dates.at(-1) ?? '' };
      });
      const turns = spans.some((a) =>
        spans.some(
          (b) =>
            a !== b && a.first <= b.first && (b.first < a.last || a.last === b.last || a.first === b.first),
        ),
      );
      return turns
        ? [{ since: spans.map(({ first }) => first).sort()[0] ?? '', member: '' }]
        : spans.map(({ parent, first }) => ({ since: first, member: parent }));
    },
  );
  events.sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
  let latest = '';
  for (const { day, people, cards } of said.imports) {
    const byPeople = people.flatMap((row) => pairs(row) ?? []);
    const all = new Set(byPeople.length > 0 ? byPeople : cards.flatMap((card) => pairs(card.named) ?? []));
    if (all.size === 0) continue;
    latest = day > latest ? day : latest;
    events.push({ since: latest, member: all.size === 1 ? ([...all][0] ?? '') : '' });
  }
  // The first one known holds before, too.
  const days = new Map(events.map((event) => [event.since, event.member]));
  const first = [...days].filter(([, parent]) => parent !== '').sort(([a], [b]) => (a < b ? -1 : 1))[0];
  if (first === undefined) return [];
  return [
    ...[...days].filter(([since]) => since > first[0]).map(([since, parent]) => ({ since, member: parent })),
    { since: early, member: first[1] },
  ];
}
