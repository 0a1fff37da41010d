import { dateFacts } from './dated-facts.ts';
import type { IsoDate } from './units.ts';

type Facts = Readonly<Record<string, string>>;

/** A word of somebody's own about a customer: it holds before whatever imports say, until it is taken back. */
export interface StatedFact {
  /** '' states that there is none. */
  readonly value: string;
  /** The day on which it was said: an attribute on a date is what imports said before it. */
  readonly since: IsoDate;
}

/** By names of facts. */
export type StatedFacts = Readonly<Record<string, StatedFact>>;

/** What counts of a unit: what imports say of it, under what somebody has stated. */
export function withStated(facts: Facts, stated: StatedFacts | null | undefined): Facts {
  let all = facts;
  for (const [name, { value, since }] of Object.entries(stated ?? {})) {
    const earlier = Object.fromEntries(
      Object.entries(all).filter(
        ([one]) => !(one.startsWith(`${name}@`) && one.slice(name.length + 1) >= since),
      ),
    );
    all = { ...earlier, ...dateFacts({ [name]: value }, earlier, since) };
  }
  return all;
}
