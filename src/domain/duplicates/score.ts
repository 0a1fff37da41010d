import type { Features, Name } from './features.ts';
import { type Likeness, likenessOf, slipsBetween } from './similar-words.ts';

/** What speaks for and against two customers being one, and by how much, in per cent points. */
export const reasonWeights = {
  ...{ sameInn: 75, innTypo: 40, sameOgrn: 60 },
  ...{ samePhone: 35, phoneTypo: 20, sameEmail: 35 },
  ...{ sameName: 45, similarName: 38, partOfName: 15, sharedWord: 0, otherName: -30 },
  ...{ sameCity: 15, otherCity: -25, sameAddress: 25 },
  sameDays: -40,
} as const;
export type Reason = keyof typeof reasonWeights;
export const reasonNames = Object.keys(reasonWeights) as Reason[];

export interface ScoredReason {
  readonly reason: Reason;
  readonly weight: number;
}

/** Why two legal entities are not one, whatever else they share. */
export const vetoes = ['otherInn', 'otherKpp', 'personAndCompany'] as const;
export type Veto = (typeof vetoes)[number];

export interface Score {
  /** 0 to 100. */
  readonly score: number;
  readonly reasons: readonly ScoredReason[];
  /** May be merged without a look at each. */
  readonly certain: boolean;
}

/** From here on two customers are shown as perhaps one. */
export const leastScore = 60;
const certainScore = 95;

/** A phone or e-mail that so many customers have says nothing of any two of them. */
export const sharedByMany = 6;

/** How many customers have a phone or an e-mail. */
export type Crowds = (value: string) => number;

export function scoreOf(a: Features, b: Features, crowd: Crowds = () => 1): Score | Veto {
  const sameInn = meet(a.inns, b.inns);
  if (!sameInn && a.inns.length > 0 && b.inns.length > 0) return 'otherInn';
  if (sameInn && apart(a.kpps, b.kpps)) return 'otherKpp';
  if (a.party !== null && b.party !== null && a.party !== b.party) return 'personAndCompany';
  const reasons: Reason[] = [];
  if (sameInn) reasons.push('sameInn');
  else if (innTypo(a, b) || innTypo(b, a)) reasons.push('innTypo');
  if (meet(a.ogrns, b.ogrns)) reasons.push('sameOgrn');
  const few = (values: readonly string[]) => values.filter((value) => crowd(value) < sharedByMany);
  if (meet(few(a.phones), few(b.phones))) reasons.push('samePhone');
  else if (nearPhones(a.phones, b.phones)) reasons.push('phoneTypo');
  if (meet(few(a.emails), few(b.emails))) reasons.push('sameEmail');
  const name = nameReason[likeness(a, b)];
  // Whoever has one ИНН may trade under two names.
  if (!(sameInn && name === 'otherName')) reasons.push(name);
  if (meet(a.cities, b.cities)) reasons.push('sameCity');
  else if (a.cities.length > 0 && b.cities.length > 0) reasons.push('otherCity');
  if (meet(a.addresses, b.addresses)) reasons.push('sameAddress');
  return scored(reasons);
}

/** The score with one more reason. */
export const withReason = ({ reasons }: Score, reason: Reason): Score =>
  scored([...reasons.map((one) => one.reason), reason]);

function scored(reasons: readonly Reason[]): Score {
  const weighed = reasons.flatMap((reason) => {
    const weight = reasonWeights[reason];
    return weight === 0 ? [] : [{ reason, weight }];
  });
  const sum = weighed.reduce((all, { weight }) => all + weight, 0);
  const score = Math.max(0, Math.min(100, sum));
  const against = weighed.some(({ weight }) => weight < 0);
  return { score, reasons: weighed, certain: score >= certainScore && !against };
}

const nameReason: Readonly<Record<Likeness, Reason>> = {
  ...{ same: 'sameName', typo: 'similarName', part: 'partOfName' },
  ...{ sharedWord: 'sharedWord', different: 'otherName' },
};
const order: readonly Likeness[] = ['same', 'typo', 'part', 'sharedWord', 'different'];

/** Of all names of the two the most alike; who has none is like everybody in this. */
function likeness(a: Features, b: Features): Likeness {
  if (a.names.length === 0 || b.names.length === 0) return 'sharedWord';
  const found = new Set(a.names.flatMap((one) => b.names.map((other) => likenessOfNames(one, other))));
  return order.find((one) => found.has(one)) ?? 'different';
}

function likenessOfNames(a: Name, b: Name): Likeness {
  const likeness = likenessOf(a.words, b.words);
  const swapped = a.initials.length > 1 && b.initials.length > 1 && a.initials !== b.initials;
  return swapped && likeness !== 'different' ? 'sharedWord' : likeness;
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((value) => b.includes(value));
const apart = (a: readonly string[], b: readonly string[]): boolean =>
  a.length > 0 && b.length > 0 && !meet(a, b);

/** An ИНН that is none, one slip from one that is. */
const innTypo = ({ wrongInns }: Features, { inns }: Features): boolean =>
  wrongInns.some((wrong) => wrong.length >= 8 && inns.some((inn) => slipsBetween(wrong, inn, 1) <= 1));

const nearPhones = (a: readonly string[], b: readonly string[]): boolean =>
  a.some((one) => b.some((other) => one.length !== other.length && slipsBetween(one, other, 1) <= 1));

const fewestDays = 10;

/** Both bought on the same days nearly whenever they did: two outlets that one van serves, not one customer twice. */
export function boughtTogether(a: readonly number[], b: readonly number[]): boolean {
  const [few, many] = a.length <= b.length ? [a, new Set(b)] : [b, new Set(a)];
  const together = few.filter((day) => many.has(day)).length;
  return together >= fewestDays && together >= few.length * 0.8;
}
