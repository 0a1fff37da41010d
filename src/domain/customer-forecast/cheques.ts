/** What a customer spends on a day with purchases, in the unit that is asked with; deviation: the standard one. */
export interface Cheques {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * That so many purchases together bring a sum at least. Their sum is taken as gamma distributed, as cheques are: above 0, and now
 * and then one is large.
 */
export function sumReaches(sum: number, purchases: number, { mean, deviation }: Cheques): number {
  if (sum <= 0) return 1;
  if (purchases === 0 || mean <= 0) return 0;
  if (deviation <= 1e-6 * mean) return purchases * mean >= sum * (1 - 1e-9) ? 1 : 0;
  return upperGamma(purchases * (mean / deviation) ** 2, (sum * mean) / deviation ** 2);
}

/** The regularised upper incomplete gamma function Q(a, x); a series below a + 1, a continued fraction above (DLMF 8.11, 8.9). */
function upperGamma(a: number, x: number): number {
  const scale = Math.exp(a * Math.log(x) - x - logGamma(a));
  if (x < a + 1) {
    let [term, sum] = [1 / a, 1 / a];
    for (let n = 1; n < 10_000 && term > sum * 1e-12; n++) {
      term *= x / (a + n);
      sum += term;
    }
    return Math.max(0, 1 - scale * sum);
  }
  // Lentz's method.
  let b = x + 1 - a;
  let [c, d] = [1e300, 1 / b];
  let fraction = d;
  for (let n = 1; n < 10_000; n++) {
    const step = n * (a - n);
    b += 2;
    d = 1 / (step * d + b);
    c = b + step / c;
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-12) break;
  }
  return Math.min(1, scale * fraction);
}

/** Lanczos, g = 7: to fifteen digits above 0. */
function logGamma(of: number): number {
  if (of < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * of)) - logGamma(1 - of);
  const [first = 0, ...others] = [
    0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
    12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  const series = others.reduce((sum, one, n) => sum + one / (of + n), first);
  const t = of + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (of - 0.5) * Math.log(t) - t + Math.log(series);
}
