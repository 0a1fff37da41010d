import {
  answerFor,
  bookOf,
  earlier,
  isAttribute,
  memberOf,
  memberOfPoint,
  responsible,
  unitOf,
  within,
} from './oracle.ts';
import type { Answer, Book, Dimension, Line, Question, Rules, World } from './terms.ts';

/** Members of some dimensions that a period may have something of: as lines have them, registered points and assignments. */
export function combinations(
  { lines, counted, world, rules }: Book,
  { unit, period, previous }: Question,
  by: readonly Dimension[],
  on?: string,
): string[][] {
  const found = new Map<string, string[]>();
  const add = (members: string[]): unknown => found.set(members.join('\u0000'), members);
  const asOf =
    lines
      .map((line) => line.date)
      .sort()
      .at(-1) ?? '';
  const repsOf = (point: string): string[] =>
    [period.to, previous.to].map((day) =>
      responsible(unitOf(point, unit, world), unit, earlier(day, asOf), world),
    );
  const some = new Set([
    ...lines.filter((line) => within(line.date, period)),
    ...counted.filter((line) => line.date <= period.to),
  ]);
  for (const line of some)
    for (const rep of [...(rules.attribution === 'document' ? [line.rep] : []), ...repsOf(line.point)])
      add(by.map((one) => (one === 'rep' ? rep : memberOf(line, one, world, on))));
  if (by.every((one) => one === 'rep' || isAttribute(one)))
    for (const id of world.points.keys())
      for (const rep of repsOf(id))
        add(by.map((one) => (one === 'rep' ? rep : memberOfPoint(id, one, world, on))));
  return [...found.values()];
}

/** Whether there is anything of members of some dimensions. Whoever is assigned is so whatever the products. */
export const isSomething = ({ sets }: Answer, { totalBase }: Rules, by: readonly Dimension[]): boolean => {
  const isOfAssigned = totalBase === 'assigned' && !by.every((one) => one === 'rep' || isAttribute(one));
  return Object.entries(sets).some(
    ([name, { size }]) =>
      size > 0 && !(isOfAssigned && ['totalBase', 'workingBase', 'inactive'].includes(name)),
  );
};

/** The whole of a question and, by member of a dimension, its slices. */
export function answer(
  lines: readonly Line[],
  rules: Rules,
  world: World,
  { by, ...question }: Question & { readonly by?: Dimension },
): { readonly whole: Answer; readonly members: ReadonlyMap<string, Answer> } {
  const book = bookOf(lines, rules, world);
  const members = by === undefined ? [] : combinations(book, question, [by]).flat();
  const found = members.flatMap((member) => {
    const one = by === undefined ? [] : [{ dimension: by, members: [member] }];
    const ofMember = answerFor(book, question, one);
    return isSomething(ofMember, rules, by === undefined ? [] : [by]) ? [[member, ofMember] as const] : [];
  });
  return { whole: answerFor(book, question, []), members: new Map(found) };
}
