import type { Span } from './spans.ts';
import type {
  Answer,
  Book,
  Condition,
  Dimension,
  Line,
  Question,
  Rules,
  Sight,
  Unit,
  World,
} from './terms.ts';

/**
 * The counting rules (docs: counting, §1–§6 and §8) once more, naively: arrays, Maps and Sets, every question answered
 * by going through all lines. Shares no code with the product, so that both can only agree by both being right.
 */

export const earlier = (a: string, b: string): string => [a, b].sort()[0] ?? a;
const monthOf = (date: string): string => date.slice(0, 7);
const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
export const within = (date: string, span: Span): boolean => date >= span.from && date <= span.to;
const total = (values: readonly (number | null)[]): number =>
  values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
const both = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((one) => b.has(one)));
const without = (a: ReadonlySet<string>, b: ReadonlySet<string>): Set<string> =>
  new Set([...a].filter((one) => !b.has(one)));

/** Σ > 0; a column of which nothing is known is not asked. */
const staysAboveZero = (values: readonly (number | null)[]): boolean =>
  values.every((value) => value === null) || total(values) > 0;
const stands = (lines: readonly Line[]): boolean =>
  staysAboveZero(lines.map((line) => line.quantity)) && staysAboveZero(lines.map((line) => line.amount));

/** §2 */
export function countedLines(lines: readonly Line[], rules: Rules, world: World): Line[] {
  const entity = (line: Line) => world.points.get(line.point)?.entity;
  const settlesMonth = (line: Line) =>
    line.product === '' && (line.kind === 'return' || line.kind === 'correction');
  return lines.filter((line) => {
    if (!rules.kinds.includes(line.kind)) return false;
    if ((line.amount ?? line.quantity ?? 0) <= 0) return false;
    const { entity: e = '', client = '' } = world.points.get(line.point) ?? {};
    if (rules.excluded.includes(e) || rules.excluded.includes(client)) return false;
    if (rules.categories && !rules.categories.includes(world.categories.get(line.product) ?? '?'))
      return false;
    if (rules.returns === 'off') return true;

    const ofEntity = lines.filter((other) => entity(other) === e);
    const ofMonth = ofEntity.filter((other) => monthOf(other.date) === monthOf(line.date));
    const cell = ofMonth.filter((other) => other.product === line.product && !settlesMonth(other));
    if (!stands(cell)) return false;
    if (ofMonth.some(settlesMonth) && !staysAboveZero(ofMonth.map((other) => other.amount))) return false;
    if (rules.returns === 'month') return true;

    const lastDay = daysLater(line.date, rules.returns.days);
    const later = ofEntity.filter(
      (other) =>
        other.kind === 'return' &&
        other.product === line.product &&
        monthOf(other.date) > monthOf(line.date) &&
        other.date <= lastDay,
    );
    return later.length === 0 || stands([...cell, ...later]);
  });
}

export const memberOfPoint = (id: string, by: Dimension, world: World, on?: string): string => {
  const point = world.points.get(id);
  const whose = by === 'city' ? id : (point?.client ?? '');
  const then = world.past.filter((one) => one.id === whose && one.of === by && one.since <= (on ?? ''));
  return then.at(-1)?.member ?? (by === 'city' ? (point?.city ?? '') : (world.clientTypes.get(whose) ?? ''));
};

export function memberOf(line: Line, by: Dimension, world: World, on?: string): string {
  switch (by) {
    case 'rep':
      return line.rep;
    case 'sku':
      return line.product;
    case 'category':
      return world.categories.get(line.product) ?? '';
    case 'city':
    case 'clientType':
      return memberOfPoint(line.point, by, world, on);
  }
}

/** The rep himself, or to whom he belongs on a day; '' for nobody. */
const aboveOf = (rep: string, kind: string, day: string, { above }: World): string =>
  kind === 'rep'
    ? rep
    : (above.findLast((one) => one.rep === rep && one.kind === kind && one.since <= day)?.member ?? '');

/** Whether one of the members that a sight names is whom `of` gives for its kind. */
const isSeen = (members: readonly string[], of: (kind: string) => string): boolean =>
  members.some((one) => {
    const [kind = '', id] = one.split(' ');
    return of(kind) === id;
  });

export const isAttribute = (dimension: (Condition | Sight)['dimension']): boolean =>
  dimension === 'city' || dimension === 'clientType';
const isOrganisation = (dimension: (Condition | Sight)['dimension']): boolean =>
  dimension === 'rep' || dimension === 'sight';

export const unitOf = (point: string, unit: Unit, world: World): string =>
  unit === 'point' ? point : (world.points.get(point)?.[unit] ?? '');

/** Units whose lines reach the thresholds together. */
function reach(some: readonly Line[], { least }: Rules, unit: Unit, world: World): Set<string> {
  const { amount, amountNet, quantity, products, documents } = least;
  const ofUnit = Map.groupBy(some, (line) => unitOf(line.point, unit, world));
  const enough = (values: readonly (number | null)[], bound: number | undefined) =>
    bound === undefined || (values.some((value) => value !== null) && total(values) >= bound);
  const reached = [...ofUnit].filter(
    ([, own]) =>
      enough(
        own.map((line) => line.amount),
        amount,
      ) &&
      enough(
        own.map((line) => line.amountNet),
        amountNet,
      ) &&
      enough(
        own.map((line) => line.quantity),
        quantity,
      ) &&
      new Set(own.map((line) => line.product)).size >= (products ?? 0) &&
      new Set(own.filter((line) => line.numbered).map((line) => line.document)).size >= (documents ?? 0),
  );
  return new Set(reached.map(([id]) => id));
}

/** Who is responsible for a legal entity on a day; '' for nobody. */
export const repOf = (assigned: World['assigned'], entity: string, day: string): string =>
  assigned
    .filter((one) => one.entity === entity && one.since <= day)
    .sort((a, b) => (a.since < b.since ? -1 : 1))
    .at(-1)?.rep ?? '';

/** §6: a client has the rep (or team…) of most of its entities, of equally many the one known longer. */
export function responsible(id: string, unit: Unit, day: string, world: World, kind = 'rep'): string {
  const { points, assigned } = world;
  const entities = new Set(
    [...points]
      .filter(([point, one]) => (unit === 'point' ? point : one[unit]) === id)
      .map(([, one]) => one.entity),
  );
  const reps = [...entities]
    .map((entity) => aboveOf(repOf(assigned, entity, day), kind, day, world))
    .filter((rep) => rep !== '');
  const most = (rep: string): number => reps.filter((one) => one === rep).length;
  return reps.sort((a, b) => most(b) - most(a) || Number(a) - Number(b))[0] ?? '';
}

export const bookOf = (lines: readonly Line[], rules: Rules, world: World): Book => ({
  ...{ lines, rules, world },
  counted: countedLines(lines, rules, world),
});

/** §3–§6: sets and sums of one slice. The company of a member of the organisation is the slice without him. */
export function answerFor(book: Book, question: Question, slice: readonly (Condition | Sight)[]): Answer {
  const { lines, counted, rules, world } = book;
  const { unit, period, previous, scope } = question;
  const asOf =
    lines
      .map((line) => line.date)
      .sort()
      .at(-1) ?? '';
  const ofReps = slice.filter(({ dimension }) => isOrganisation(dimension));
  const byAssignment = rules.attribution === 'assigned';
  const repOn = (id: string, span: Span, kind = 'rep'): string =>
    responsible(id, unit, earlier(span.to, asOf), world, kind);
  const isOfReps = (id: string, span: Span): boolean =>
    ofReps.every(({ dimension, members }) =>
      dimension === 'sight'
        ? isSeen(members, (kind) => repOn(id, span, kind))
        : members.includes(repOn(id, span)),
    );
  /** Attribution `assigned`: those of the reps asked for at the end of a period. */
  const owned = (all: Set<string>, span: Span): Set<string> =>
    byAssignment ? new Set([...all].filter((id) => isOfReps(id, span))) : all;
  const inAll = (conditions: readonly (Condition | Sight)[]) => (line: Line) =>
    conditions.every(({ dimension, members, on }) =>
      dimension === 'sight'
        ? isSeen(members, (kind) => aboveOf(line.rep, kind, line.date, world))
        : members.includes(memberOf(line, dimension, world, on)),
    );
  const idOf = (line: Line): string => unitOf(line.point, unit, world);
  const unitsOf = (some: readonly Line[]): Set<string> => new Set(some.map(idOf));
  const reached = (some: readonly Line[], span: Span): Set<string> =>
    reach(
      some.filter((line) => within(line.date, span)),
      rules,
      unit,
      world,
    );
  const withoutReps = slice.filter(({ dimension }) => !isOrganisation(dimension));
  const ofLines = byAssignment ? withoutReps : slice;
  const q = counted.filter(inAll(ofLines));
  const company = counted.filter(inAll(withoutReps));
  const past = (scope === 'company' ? counted : company).filter((line) => line.date < period.from);
  const isOfPeriod = (line: Line): boolean =>
    within(line.date, period) && (!byAssignment || isOfReps(idOf(line), period));
  const ofPeriod = lines.filter(inAll(ofLines)).filter(isOfPeriod);
  const countedOfPeriod = q.filter(isOfPeriod);

  const [active, before] = [owned(reached(q, period), period), owned(reached(q, previous), previous)];
  const [companyActive, companyBefore, seen] = [
    reached(company, period),
    reached(company, previous),
    unitsOf(past),
  ];
  const everBought = owned(unitsOf(q.filter((line) => line.date <= period.to)), period);
  const prospectsKnown = slice.every(({ dimension }) => isAttribute(dimension));
  const here = registeredUnits(lines, world, unit, period.to, slice);
  const buyers = unitsOf(counted.filter((line) => line.date <= period.to));
  const atPlaces = slice.filter(({ dimension }) => isAttribute(dimension));
  const assigned = new Set(
    [...world.points.keys()]
      .filter((id) => inPlaces(id, atPlaces, world))
      .map((id) => unitOf(id, unit, world))
      .filter((id) => repOn(id, period) !== '' && isOfReps(id, period)),
  );
  const bases = { everBought, assigned, allRegistered: prospectsKnown ? here : everBought };
  const totalBase = bases[rules.totalBase];
  const stopped = new Set(
    [...world.points]
      .filter(([, { client }]) => hasStopped(client, earlier(period.to, asOf), world))
      .map(([id]) => unitOf(id, unit, world)),
  );
  const gone = without(before, companyActive);
  // Open: of who is responsible today, else of whose he was.
  const notYet = [...without(companyBefore, companyActive)].filter((id) =>
    repOn(id, period) === '' ? gone.has(id) : isOfReps(id, period),
  );

  const amounts = ofPeriod.map((line) => line.amount);
  const nets = ofPeriod.map((line) => line.amountNet);
  const pairs = new Set(countedOfPeriod.map((line) => `${idOf(line)} × ${line.product}`));
  return {
    sets: {
      active,
      totalBase,
      workingBase: without(totalBase, stopped),
      inactive: without(totalBase, active),
      outsideAssignment: without(active, assigned),
      new: without(active, seen),
      retained: both(active, before),
      transferredIn: both(without(active, before), companyBefore),
      reactivated: without(both(active, seen), companyBefore),
      transferredOut: both(without(before, active), companyActive),
      lost: ofReps.length > 0 && period.to > asOf ? new Set(notYet) : gone,
      prospects: prospectsKnown ? without(here, buyers) : new Set(),
      sales: unitsOf(ofPeriod),
    },
    activeInBase: both(totalBase, active).size,
    prospectsKnown,
    sales: amounts.length > 0 && amounts.every((amount) => amount === null) ? null : total(amounts),
    salesExVat: nets.includes(null) ? null : total(nets),
    documents: countedOfPeriod.every((line) => line.numbered)
      ? new Set(countedOfPeriod.map((line) => line.document)).size
      : null,
    skuPairs: countedOfPeriod.every((line) => line.product !== '') ? pairs.size : null,
  };
}

/** §4: the client closed down, or the company has ended it, by that day. */
const hasStopped = (client: string, day: string, { past }: World): boolean =>
  ['closed', 'ended'].includes(
    past.findLast((one) => one.id === client && one.of === 'status' && one.since <= day)?.member ?? '',
  );

const inPlaces = (point: string, conditions: readonly (Condition | Sight)[], world: World): boolean =>
  conditions.every(({ dimension, members, on }) =>
    members.includes(memberOfPoint(point, dimension as Dimension, world, on)),
  );

/**
 * §4, §7: known by the day: by registration or by a line. An entity's implicit point is a point of its own while there
 * is no named one, or through its lines.
 */
export function registeredUnits(
  lines: readonly Line[],
  world: World,
  unit: Unit,
  day: string,
  slice: readonly (Condition | Sight)[],
): Set<string> {
  const withLines = new Set(lines.filter((line) => line.date <= day).map((line) => line.point));
  const named = new Set(
    [...world.points.values()].filter((point) => !point.implicit).map((point) => point.entity),
  );
  const known = [...world.points].filter(([id, point]) => {
    if (withLines.has(id)) return true;
    if (unit !== 'point') return (world.registered.get(point.entity) ?? '9999') <= day;
    return point.registered <= day && !(point.implicit && named.has(point.entity));
  });
  const units = new Set(known.map(([id]) => unitOf(id, unit, world)));
  // A unit is of every member that one of its points has.
  const here = [...world.points.keys()].filter((id) => inPlaces(id, slice, world));
  return both(units, new Set(here.map((id) => unitOf(id, unit, world))));
}

/** §8: applied imports in order; a document of a later one replaces the earlier version whole. Undo leaves one out. */
export function replay(imports: readonly ReadonlyMap<string, readonly Line[]>[]): Line[] {
  const documents = new Map(imports.flatMap((one) => [...one]));
  return [...documents.values()].flat();
}
