/** What can be wrong with what is known of a legal entity. Each is a set of customers. */
export const flaws = [
  'innMissing',
  'innWrong',
  'kppMissing',
  'kppWrong',
  'ogrnWrong',
  'phoneMissing',
  'phoneWrong',
  'emailMissing',
  'emailWrong',
  'contactMissing',
  'contactsStale',
  'addressMissing',
  'cityUnknown',
  'typeMissing',
  'repMissing',
  'pointMissing',
] as const;
export type Flaw = (typeof flaws)[number];

/**
 * What a flaw weighs in the score of a customer's card. A missing field and a wrong one are one place of the card, so
 * the heavier of them counts towards the whole. Ours to choose: what stops work (whom to call, who is he, who is in
 * charge) weighs 3, what slices figures 2, the rest 1.
 */
const weightOf: Readonly<Record<Flaw, number>> = {
  innMissing: 3,
  innWrong: 3,
  kppMissing: 1,
  kppWrong: 1,
  ogrnWrong: 1,
  phoneMissing: 3,
  phoneWrong: 2,
  emailMissing: 1,
  emailWrong: 1,
  contactMissing: 2,
  contactsStale: 2,
  addressMissing: 2,
  cityUnknown: 2,
  typeMissing: 2,
  repMissing: 3,
  pointMissing: 1,
};

const places: readonly (readonly Flaw[])[] = [
  ['innMissing', 'innWrong'],
  ['kppMissing', 'kppWrong'],
  ['ogrnWrong'],
  ['phoneMissing', 'phoneWrong'],
  ['emailMissing', 'emailWrong'],
  ['contactMissing'],
  ['contactsStale'],
  ['addressMissing'],
  ['cityUnknown'],
  ['typeMissing'],
  ['repMissing'],
  ['pointMissing'],
];
const whole = places.reduce(
  (sum, flawsOfPlace) => sum + Math.max(...flawsOfPlace.map((one) => weightOf[one])),
  0,
);

/**
 * How good the cards of some customers are: 100 where none has a flaw, 0 where all have the heaviest at every place; null
 * of nobody. One decimal, rounded down: 100 means none.
 */
export function cardScore(units: number, flawed: Readonly<Record<Flaw, number>>): number | null {
  if (units === 0) return null;
  const lost = flaws.reduce((sum, flaw) => sum + weightOf[flaw] * flawed[flaw], 0);
  return Math.floor((1 - lost / (whole * units)) * 1000) / 10;
}

/** Contacts that nobody has confirmed for so many days are stale. */
export const staleAfterDays = 365;
