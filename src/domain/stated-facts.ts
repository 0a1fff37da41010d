import { dateFacts } from './dated-facts.ts';
import type { IsoDate } from './units.ts';

type Facts = Readonly<Record<string, string>>;

interface DatedWord {
  /** '' states that there is none. */
  readonly value: string;
  /** From which day on it is so: an attribute on an earlier date is what was stated, or what imports said, before it. */
  readonly since: IsoDate;
}

/** A word of somebody's own about a customer: it holds before whatever imports say, until it is taken back. */
export interface StatedFact extends DatedWord {
  /** What was stated of days before, in their order; left out: nothing. */
  readonly earlier?: readonly DatedWord[];
}

/** By names of facts. */
export type StatedFacts = Readonly<Record<string, StatedFact>>;

/** What is stated once another word has been said of a day and all after it: what was stated of earlier days stays. */
export function restated(before: StatedFact | null, value: string, since: IsoDate): StatedFact {
  const words: readonly DatedWord[] =
    before === null ? [] : [...(before.earlier ?? []), { value: before.value, since: before.since }];
  const earlier = words.filter((word) => word.since < since);
  return { value, since, ...(earlier.length > 0 && { earlier }) };
}

/** What counts of a unit: what imports say of it, under what somebody has stated. */
export function withStated(facts: Facts, stated: StatedFacts | null | undefined): Facts {
  let all = facts;
  for (const [name, { earlier = [], value, since }] of Object.entries(stated ?? {}))
    for (const word of [...earlier, { value, since }]) all = under(all, name, word);
  return all;
}

function under(facts: Facts, name: string, { value, since }: DatedWord): Facts {
  const earlier = Object.fromEntries(
    Object.entries(facts).filter(
      ([one]) => !(one.startsWith(`${name}@`) && one.slice(name.length + 1) >= since),
    ),
  );
  return { ...earlier, ...dateFacts({ [name]: value }, earlier, since) };
}
