/**
 * How long customers stay silent, learnt as a life table. A silence is the time after a purchase, as a multiple of what was
 * usual of the customer when it began; it ends with his next purchase or is still open on the last loaded day. Source of
 * the estimator: actuarial life tables (Kaplan and Meier 1958, section 3), whoever is still silent being at risk for half of
 * his last step.
 */

/** Multiples are counted in steps that widen, so that most of them are about where customers come back. */
export const silenceSteps = 60;
const stepsOfDouble = 12;

/** 0 is just after a purchase, 12 the usual interval, 59 thirty of them and more. */
const stepOf = (multiple: number): number =>
  Math.min(silenceSteps - 1, Math.floor(stepsOfDouble * Math.log2(1 + multiple) + 1e-9));

/** The step of a silence that has lasted some days; SQL and this function cut alike. A day counts by its middle. */
export const stepOfDays = (days: number, interval: number): number => stepOf((days + 0.5) / interval);
export const stepSql = (days: string, interval: string): string =>
  `toUInt8(least(${silenceSteps - 1}, floor(${stepsOfDouble} * log2(1 + (${days} + 0.5) / ${interval}) + 1e-9)))`;
const stepStart = (step: number): number => 2 ** (step / stepsOfDouble) - 1;

/**
 * Customers who buy every few days stay and come otherwise than those who buy twice a year; of short intervals each has multiples
 * of its own. In days.
 */
const paces = [1, 2, 3, 4, 6, 9, 14, 20, 45];
/** Whoever has come back so often is seldom lost. In intervals. */
const manyIntervals = 11;
/** Silences that were alike when they began: 0 of customers without a rhythm of their own, else by how seldom and how often they bought. */
export const paceOf = (isOwn: boolean, interval: number, intervals: number): number =>
  isOwn
    ? 1 + paces.filter((most) => interval > most).length + (intervals >= manyIntervals ? paces.length + 1 : 0)
    : 0;
export const paceSql = (isOwn: string, interval: string, intervals: string): string =>
  `if(${isOwn}, 1 + ${paces.map((most) => `(${interval} > ${most})`).join(' + ')} + if(${intervals} >= ${manyIntervals}, ${paces.length + 1}, 0), 0)`;

/** By step: silences that ended with a purchase, and those that are still open. */
export interface Silences {
  readonly ended: readonly number[];
  readonly open: readonly number[];
}

/** Which share of silences lasts longer than a multiple of the usual interval, from 1 down. */
export type StillSilent = (multiple: number) => number;

/** Where nothing is known: half come by their usual interval, one in twenty never. */
const beforehand = Array.from({ length: silenceSteps }, (_, step) => {
  const lasting = (multiple: number): number => 0.05 + 0.95 / (1 + multiple ** 2.5);
  return 1 - lasting(stepStart(step + 1)) / lasting(stepStart(step));
});

/** Silences that have to be seen before what they say is believed half. */
const doubt = { ofAll: 20, ofPace: 20 };

/**
 * By pace; what few silences of one pace say leans on those of everybody who has come back as often, these on what is said
 * beforehand.
 */
export function learnSilences(byPace: ReadonlyMap<number, Silences>): (pace: number) => StillSilent {
  const isOften = (pace: number): boolean => pace > paces.length + 1;
  const like = (is: boolean): readonly number[] => {
    const some = [...byPace].filter(([pace]) => pace > 0 && isOften(pace) === is);
    return endings(together(some.map(([, silences]) => silences)), beforehand, doubt.ofAll);
  };
  const [seldom, often] = [like(false), like(true)];
  const learnt = new Map<number, StillSilent>();
  return (pace) => {
    const known = learnt.get(pace);
    if (known !== undefined) return known;
    const silences = byPace.get(pace) ?? together([]);
    const curve = curveOf(
      pace === 0
        ? endings(silences, beforehand, doubt.ofAll)
        : endings(silences, isOften(pace) ? often : seldom, doubt.ofPace),
    );
    learnt.set(pace, curve);
    return curve;
  };
}

const steps = Array.from({ length: silenceSteps }, (_, step) => step);
const together = (all: readonly Silences[]): Silences => {
  const added = (which: keyof Silences) =>
    steps.map((step) => all.reduce((sum, one) => sum + (one[which][step] ?? 0), 0));
  return { ended: added('ended'), open: added('open') };
};

/** The chance of each step that a silence that has lasted so far ends in it, as if `trust` silences of those before had been seen too. */
function endings({ ended, open }: Silences, before: readonly number[], trust: number): number[] {
  let atRisk = [...ended, ...open].reduce((sum, one) => sum + one, 0);
  let others = trust;
  return steps.map((step) => {
    const [end = 0, stay = 0, usual = 0] = [ended[step], open[step], before[step]];
    const chance = (end + others * usual) / (atRisk - stay / 2 + others);
    atRisk -= end + stay;
    others *= 1 - usual;
    return chance;
  });
}

/** Beyond the last step silences go on ending as in it. */
function curveOf(chances: readonly number[]): StillSilent {
  const lasting = [1];
  for (const [step, chance] of chances.entries()) lasting.push((lasting[step] ?? 0) * (1 - chance));
  return (multiple) => {
    const step = stepOf(multiple);
    const within = (multiple - stepStart(step)) / (stepStart(step + 1) - stepStart(step));
    return (lasting[step] ?? 0) * (1 - (chances[step] ?? 0)) ** within;
  };
}
