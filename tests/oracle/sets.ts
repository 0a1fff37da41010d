import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import {
  answerFor,
  earlier,
  memberOf,
  memberOfPoint,
  registeredUnits,
  responsible,
  unitOf,
} from './oracle.ts';
import type { NamedSpan } from './spans.ts';
import type { Book, Condition, Dimension, Line, Question, Unit } from './terms.ts';

/** Members of a set of the language, by going through all lines. `spanOf`: the periods that the set names. */
export function membersOf(
  node: SetNode,
  book: Book,
  unit: Unit,
  spanOf: (name: string) => NamedSpan,
): ReadonlySet<string> {
  const { world, counted, lines, rules } = book;
  const inside = (one: SetNode): ReadonlySet<string> => membersOf(one, book, unit, spanOf);
  const lastDay =
    lines
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  // §6: attribution `assigned` asks who is responsible on the last day that is looked at.
  const inSlice =
    (slice: unknown, day = lastDay) =>
    (line: Line) =>
      ((slice ?? []) as readonly Condition[]).every(({ dimension, members, on }) =>
        members.includes(
          dimension === 'rep' && rules.attribution === 'assigned'
            ? responsible(unitOf(line.point, unit, world), unit, earlier(day, lastDay), world)
            : memberOf(line, dimension, world, on),
        ),
      );
  const between = (
    day: string,
    { from, to }: { from?: string | undefined; to?: string | undefined },
  ): boolean => (from === undefined || day >= from) && (to === undefined || day <= to);
  const byUnit = (some: readonly Line[]) => Map.groupBy(some, (line) => unitOf(line.point, unit, world));
  const everybody = () => registeredUnits(lines, world, unit, lastDay, []);
  switch (node.kind) {
    case 'and':
      return node.sets.map(inside).reduce((all, one) => all.intersection(one));
    case 'or':
      return node.sets.map(inside).reduce((all, one) => all.union(one));
    case 'andNot':
      return inside(node.of).difference(inside(node.without));
    case 'ids':
      return new Set(node.ids.map(String));
    case 'flawed':
    case 'receivable':
    case 'rhythm':
    case 'dealerNetwork':
      throw new Error('the oracle knows no cards');
    case 'stored':
      throw new Error('the oracle stores nothing');
    case 'state': {
      const { period, previous } = spanOf(node.period);
      const question: Question = { unit, period, previous, scope: node.history ?? 'slice' };
      const slice = (node.slice ?? []) as readonly Condition[];
      if (node.state === 'registered') return registeredUnits(lines, world, unit, period.to, slice);
      return answerFor(book, question, slice).sets[node.state === 'withLines' ? 'sales' : node.state];
    }
    case 'bought':
    case 'neverBought': {
      const bought = new Set(
        byUnit(
          counted.filter((line) => between(line.date, node) && inSlice(node.slice, node.to)(line)),
        ).keys(),
      );
      return node.kind === 'bought' ? bought : everybody().difference(bought);
    }
    case 'purchase': {
      const days = [...byUnit(counted.filter(inSlice(node.slice)))].map(
        ([id, own]) => [id, own.map(({ date }) => date).sort()] as const,
      );
      return new Set(
        days.flatMap(([id, dates]) =>
          between(dates.at(node.which === 'first' ? 0 : -1) ?? '', node) ? [id] : [],
        ),
      );
    }
    case 'measure': {
      const { period } = spanOf(node.period);
      const within = (line: Line) => between(line.date, period) && inSlice(node.slice, period.to)(line);
      const ofUnit = byUnit(lines.filter(within));
      const countedOf = byUnit(counted.filter(within));
      return new Set(
        [...ofUnit].flatMap(([id, own]) => (reaches(node, own, countedOf.get(id) ?? []) ? [id] : [])),
      );
    }
    case 'attribute':
      return new Set(
        [...world.points.keys()].flatMap((id) => {
          const member = memberOfPoint(id, node.dimension as Dimension, world, node.on);
          return node.members.includes(member) ? [unitOf(id, unit, world)] : [];
        }),
      );
  }
}

const TEN_THOUSAND = 10_000;

function reaches(
  { measure, atLeast, atMost }: Extract<SetNode, { kind: 'measure' }>,
  lines: readonly Line[],
  counted: readonly Line[],
): boolean {
  const sum = (values: readonly (number | null)[]): number | null => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((all, value) => all + value, 0);
  };
  const sales = sum(lines.map(({ amount }) => amount));
  const documents = new Set(counted.filter(({ numbered }) => numbered).map(({ document }) => document)).size;
  const isWithin = (value: number | null, times: number): boolean =>
    value !== null &&
    (atLeast === undefined || value >= Math.round(Number(atLeast) * TEN_THOUSAND) * times) &&
    (atMost === undefined || value <= Math.round(Number(atMost) * TEN_THOUSAND) * times);
  const things = (size: number): boolean => counted.length > 0 && isWithin(size * TEN_THOUSAND, 1);
  switch (measure) {
    case 'sales':
      return isWithin(sales, 1);
    case 'salesExVat':
      return isWithin(sum(lines.map(({ amountNet }) => amountNet)), 1);
    case 'quantity':
      return isWithin(sum(lines.map(({ quantity }) => quantity)), 1);
    case 'documents':
      return things(documents);
    case 'products':
      return things(new Set(counted.map(({ product }) => product).filter(Boolean)).size);
    case 'days':
      return things(new Set(counted.map(({ date }) => date)).size);
    case 'avgCheck':
      return documents > 0 && counted.every(({ numbered }) => numbered) && isWithin(sales, documents);
  }
}
