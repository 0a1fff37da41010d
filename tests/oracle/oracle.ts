import type { Span } from './spans.ts';

/**
 * The counting rules (docs: counting, §1–§6 and §8) once more, naively: arrays, Maps and Sets, every question answered
 * by going through all lines. Shares no code with the product, so that both can only agree by both being right.
 */

export type Kind = 'shipment' | 'return' | 'correction' | 'free' | 'monthTotal';
export type Unit = 'client' | 'entity' | 'point';
export type Dimension = 'rep' | 'sku' | 'category' | 'city' | 'clientType';

/** A ledger line; '' is unknown. Quantities and money in ten-thousandths; null is unknown. */
export interface Line {
  readonly document: string;
  readonly numbered: boolean;
  readonly date: string;
  readonly kind: Kind;
  readonly point: string;
  readonly product: string;
  readonly rep: string;
  readonly quantity: number | null;
  readonly amount: number | null;
  readonly amountNet: number | null;
}

export interface Point {
  readonly entity: string;
  readonly client: string;
  readonly implicit: boolean;
  readonly registered: string;
  readonly city: string;
}

/** Whom and what the lines speak of. */
export interface World {
  readonly points: ReadonlyMap<string, Point>;
  /** Registration of legal entities. */
  readonly registered: ReadonlyMap<string, string>;
  readonly clientTypes: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
}

export interface Rules {
  readonly kinds: readonly Kind[];
  readonly returns: 'month' | 'off' | { readonly days: number };
  readonly least: Partial<Record<'amount' | 'quantity' | 'products' | 'documents', number>>;
  readonly categories?: readonly string[];
  readonly excluded: readonly string[];
  readonly totalBase: 'everBought' | 'allRegistered';
}

export interface Question {
  readonly unit: Unit;
  readonly period: Span;
  /** P−1 */
  readonly previous: Span;
  readonly scope: 'slice' | 'company';
}

/** Lines of which the member of the dimension is one of these. */
export interface Condition {
  readonly dimension: Dimension;
  readonly members: readonly string[];
}

export type SetName =
  | 'active'
  | 'totalBase'
  | 'inactive'
  | 'new'
  | 'retained'
  | 'reactivated'
  | 'lost'
  | 'transferredIn'
  | 'transferredOut'
  | 'prospects'
  | 'sales';

/** Sets of units, and figures over the lines of the period; null where unknown. */
export interface Answer {
  readonly sets: Readonly<Record<SetName, ReadonlySet<string>>>;
  /** False where units have the member through their lines only. */
  readonly prospectsKnown: boolean;
  readonly sales: number | null;
  readonly salesExVat: number | null;
  readonly documents: number | null;
  readonly skuPairs: number | null;
}

const monthOf = (date: string): string => date.slice(0, 7);
const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
const within = (date: string, span: Span): boolean => date >= span.from && date <= span.to;
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

const memberOfPoint = (id: string, by: Dimension, world: World): string => {
  const point = world.points.get(id);
  return by === 'city' ? (point?.city ?? '') : (world.clientTypes.get(point?.client ?? '') ?? '');
};

export function memberOf(line: Line, by: Dimension, world: World): string {
  switch (by) {
    case 'rep':
      return line.rep;
    case 'sku':
      return line.product;
    case 'category':
      return world.categories.get(line.product) ?? '';
    case 'city':
    case 'clientType':
      return memberOfPoint(line.point, by, world);
  }
}

export const isAttribute = (dimension: Dimension): boolean =>
  dimension === 'city' || dimension === 'clientType';
const isOrganisation = (dimension: Dimension): boolean => dimension === 'rep';

export const unitOf = (point: string, unit: Unit, world: World): string =>
  unit === 'point' ? point : (world.points.get(point)?.[unit] ?? '');

/** Units whose lines reach the thresholds together. */
function reach(some: readonly Line[], { least }: Rules, unit: Unit, world: World): Set<string> {
  const { amount, quantity, products, documents } = least;
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
        own.map((line) => line.quantity),
        quantity,
      ) &&
      new Set(own.map((line) => line.product)).size >= (products ?? 0) &&
      new Set(own.filter((line) => line.numbered).map((line) => line.document)).size >= (documents ?? 0),
  );
  return new Set(reached.map(([id]) => id));
}

/** What `answerFor` looks at again and again. */
export interface Book {
  readonly lines: readonly Line[];
  readonly counted: readonly Line[];
  readonly rules: Rules;
  readonly world: World;
}
export const bookOf = (lines: readonly Line[], rules: Rules, world: World): Book => ({
  ...{ lines, rules, world },
  counted: countedLines(lines, rules, world),
});

/** §3–§6: sets and sums of one slice. The company of a member of the organisation is the slice without him. */
export function answerFor(book: Book, question: Question, slice: readonly Condition[]): Answer {
  const { lines, counted, rules, world } = book;
  const { unit, period, previous, scope } = question;
  const inAll = (conditions: readonly Condition[]) => (line: Line) =>
    conditions.every(({ dimension, members }) => members.includes(memberOf(line, dimension, world)));
  const unitsOf = (some: readonly Line[]): Set<string> =>
    new Set(some.map((line) => unitOf(line.point, unit, world)));
  const reached = (some: readonly Line[], span: Span): Set<string> =>
    reach(
      some.filter((line) => within(line.date, span)),
      rules,
      unit,
      world,
    );
  const q = counted.filter(inAll(slice));
  const company = counted.filter(inAll(slice.filter(({ dimension }) => !isOrganisation(dimension))));
  const past = (scope === 'company' ? counted : company).filter((line) => line.date < period.from);
  const ofPeriod = lines.filter((line) => within(line.date, period) && inAll(slice)(line));
  const countedOfPeriod = q.filter((line) => within(line.date, period));

  const [active, before] = [reached(q, period), reached(q, previous)];
  const [companyActive, companyBefore, seen] = [
    reached(company, period),
    reached(company, previous),
    unitsOf(past),
  ];
  const everBought = unitsOf(q.filter((line) => line.date <= period.to));
  const prospectsKnown = slice.every(({ dimension }) => isAttribute(dimension));
  const here = registeredUnits(lines, world, unit, period.to, slice);
  const buyers = unitsOf(counted.filter((line) => line.date <= period.to));
  const totalBase = rules.totalBase === 'allRegistered' && prospectsKnown ? here : everBought;

  const amounts = ofPeriod.map((line) => line.amount);
  const nets = ofPeriod.map((line) => line.amountNet);
  const pairs = new Set(
    countedOfPeriod.map((line) => `${unitOf(line.point, unit, world)} × ${line.product}`),
  );
  return {
    sets: {
      active,
      totalBase,
      inactive: without(totalBase, active),
      new: without(active, seen),
      retained: both(active, before),
      transferredIn: both(without(active, before), companyBefore),
      reactivated: without(both(active, seen), companyBefore),
      transferredOut: both(without(before, active), companyActive),
      lost: without(before, companyActive),
      prospects: prospectsKnown ? without(here, buyers) : new Set(),
      sales: unitsOf(ofPeriod),
    },
    prospectsKnown,
    sales: amounts.length > 0 && amounts.every((amount) => amount === null) ? null : total(amounts),
    salesExVat: nets.includes(null) ? null : total(nets),
    documents: countedOfPeriod.every((line) => line.numbered)
      ? new Set(countedOfPeriod.map((line) => line.document)).size
      : null,
    skuPairs: countedOfPeriod.every((line) => line.product !== '') ? pairs.size : null,
  };
}

/** Members of some dimensions, as lines and registered points have them together, that a period has something of. */
export function combinations(
  { lines, counted, world }: Book,
  { unit, period }: Question,
  by: readonly Dimension[],
): string[][] {
  const found = new Map<string, string[]>();
  const add = (members: string[]): unknown => found.set(members.join('\u0000'), members);
  for (const line of lines) if (within(line.date, period)) add(by.map((one) => memberOf(line, one, world)));
  for (const line of counted) if (line.date <= period.to) add(by.map((one) => memberOf(line, one, world)));
  if (by.every(isAttribute)) {
    const registered = registeredUnits(lines, world, unit, period.to, []);
    for (const [id] of world.points)
      if (registered.has(unitOf(id, unit, world))) add(by.map((one) => memberOfPoint(id, one, world)));
  }
  return [...found.values()];
}

/** The whole of a question and, by member of a dimension, its slices. */
export function answer(
  lines: readonly Line[],
  rules: Rules,
  world: World,
  { by, ...question }: Question & { readonly by?: Dimension },
): { readonly whole: Answer; readonly members: ReadonlyMap<string, Answer> } {
  const book = bookOf(lines, rules, world);
  const members = by === undefined ? [] : combinations(book, question, [by]).flat();
  return {
    whole: answerFor(book, question, []),
    members: new Map(
      members.map((member) => [
        member,
        answerFor(book, question, by === undefined ? [] : [{ dimension: by, members: [member] }]),
      ]),
    ),
  };
}

/**
 * §4, §7: known by the day: by registration or by a line. An entity's implicit point is a point of its own while there
 * is no named one, or through its lines.
 */
export function registeredUnits(
  lines: readonly Line[],
  world: World,
  unit: Unit,
  day: string,
  slice: readonly Condition[],
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
  const here = [...world.points.keys()].filter((id) =>
    slice.every(({ dimension, members }) => members.includes(memberOfPoint(id, dimension, world))),
  );
  return both(units, new Set(here.map((id) => unitOf(id, unit, world))));
}

/** §8: applied imports in order; a document of a later one replaces the earlier version whole. Undo leaves one out. */
export function replay(imports: readonly ReadonlyMap<string, readonly Line[]>[]): Line[] {
  const documents = new Map(imports.flatMap((one) => [...one]));
  return [...documents.values()].flat();
}
