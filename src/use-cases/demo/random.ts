/** Uniform number in [0, 1). */
export type Random = () => number;

/**
 * sfc32 of Chris Doty-Humphrey (PractRand, public domain): 128 bits of state, far faster than anything
 * cryptographic and the same on every machine. Each named stream of a seed is independent of the others, so that
 * a further draw in one part of the company does not shift all the rest.
 */
export function createRandom(seed: number, stream: string): Random {
  let a = seed | 0;
  let b = 0x9e3779b9;
  for (let i = 0; i < stream.length; i++) b = Math.imul(b ^ stream.charCodeAt(i), 0x01000193);
  let c = Math.imul(seed | 0, 0x85ebca6b) ^ b;
  let d = 1;
  const next = () => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  for (let i = 0; i < 15; i++) next();
  return next;
}

/** Whole number 0 … n − 1. */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n);
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return at(list, below(random, list.length));
}

/** Gamma distributed with shape 3 and mean 1: how evenly spaced the purchases of one customer are. */
export function gamma3(random: Random): number {
  return -Math.log((1 - random()) * (1 - random()) * (1 - random())) / 3;
}

/** Log-normal with the given median. */
export function logNormal(random: Random, median: number, sigma: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(sigma * normal);
}

/** Index drawn with the probabilities of a running total of weights (ascending, positive end). */
export function weighted(random: Random, cumulative: ArrayLike<number>): number {
  const target = random() * at(cumulative, cumulative.length - 1);
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(cumulative, middle) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}

export function runningTotal(weights: readonly number[]): readonly number[] {
  let sum = 0;
  return weights.map((weight) => {
    sum += weight;
    return sum;
  });
}

/** The element that must be there. */
export function at<T>(list: ArrayLike<T>, index: number): T {
  const value = list[index];
  if (value === undefined) throw new RangeError(`no element ${index} of ${list.length}`);
  return value;
}
