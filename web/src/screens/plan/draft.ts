import { compare, divide, isDecimal, multiply } from '../../../../src/domain/decimal.ts';
import { type PlanMetric, type PlanTarget, targetKey } from '../../../../src/domain/plan.ts';
import { decimalText } from '../../language/decimal-text.ts';
import type { Language } from '../../language/words.ts';
import type { Named } from './lines.ts';

interface Cell {
  readonly about: Named;
  readonly typed: string;
}
type Cells = ReadonlyMap<string, Cell>;

/** A plan while it is written: numbers are text until they are checked; steps can be taken back. */
export interface Draft {
  readonly cells: Cells;
  readonly before: readonly Cells[];
  /** The cell that is being typed in: all of that is one step. */
  readonly at: string | null;
}

/** A value as people type it: a share in per cent, the decimal mark of the language. */
export function typedOf(metric: PlanMetric, value: string, language: Language): string {
  const shown = metric === 'coverage' ? multiply(value, '100') : value;
  return language === 'ru' ? shown.replace('.', ',') : shown;
}

/** What was typed as the server writes it; undefined: no number. */
export function readValue(metric: PlanMetric, typed: string): string | undefined {
  const text = decimalText(typed).replace('−', '-');
  if (text.length > 24 || !isDecimal(text)) return undefined;
  return metric === 'coverage' ? (divide(text, '100') ?? undefined) : text;
}

type Target = Named & { readonly value: string };

const cellsOf = (targets: readonly Target[], language: Language): Cells =>
  new Map(
    targets.map(({ value, ...about }) => [
      targetKey(about),
      { about, typed: typedOf(about.metric, value, language) },
    ]),
  );

export const draftOf = (targets: readonly Target[], language: Language): Draft => ({
  ...{ cells: cellsOf(targets, language), before: [], at: null },
});

export function typeIn({ cells, before, at }: Draft, about: Named, typed: string): Draft {
  const key = targetKey(about);
  return {
    cells: new Map([...cells, [key, { about, typed }]]),
    before: at === key ? before : [...before, cells],
    at: key,
  };
}

/** Targets that were proposed stand in place of those that there were. */
export const takeIn = ({ cells, before }: Draft, targets: readonly Target[], language: Language): Draft => ({
  ...{ cells: new Map([...cells, ...cellsOf(targets, language)]), before: [...before, cells], at: null },
});

/** An empty cell of some goods for everybody of whom something is planned: a line to type in. */
export function addGoods({ cells, before }: Draft, category: string, metric: PlanMetric): Draft {
  const product = { dimension: 'category', member: category } as const;
  const whole = { level: 'company', member: 0, name: '' } as const;
  const whom = new Map(
    [whole, ...[...cells.values()].map(({ about }) => about)].map(({ level, member, name }) => [
      member,
      { level, member, name, metric, product },
    ]),
  );
  const lines = [...whom.values()].map((about) => [targetKey(about), { about, typed: '' }] as const);
  return { cells: new Map([...lines, ...cells]), before: [...before, cells], at: null };
}

export const undone = (draft: Draft): Draft => ({
  cells: draft.before.at(-1) ?? draft.cells,
  before: draft.before.slice(0, -1),
  at: null,
});

/** The targets that are meant, an empty cell being none; with the keys of those that cannot be read. */
export function readDraft({ cells }: Draft): {
  readonly targets: readonly PlanTarget[];
  readonly wrong: ReadonlySet<string>;
} {
  const targets: PlanTarget[] = [];
  const wrong = new Set<string>();
  for (const [key, { about, typed }] of cells) {
    if (typed.trim() === '') continue;
    const value = readValue(about.metric, typed);
    const { level, member, metric, product } = about;
    if (value === undefined) wrong.add(key);
    else targets.push({ level, member, metric, product, value });
  }
  return { targets, wrong };
}

/** How many targets two plans do not have in common. */
export function differing(
  ours: readonly PlanTarget[],
  theirs: readonly (Omit<Named, 'name'> & { readonly value: string })[],
): number {
  const values = new Map(theirs.map((one) => [targetKey(one), one.value]));
  const added = ours.filter((one) => {
    const value = values.get(targetKey(one));
    return value === undefined || compare(value, one.value) !== 0;
  }).length;
  const kept = new Set(ours.map(targetKey));
  return added + [...values.keys()].filter((key) => !kept.has(key)).length;
}
