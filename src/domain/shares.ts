/**
 * A number of units by weights, so that the parts add up to it exactly: what rounding down leaves goes to the largest rests,
 * of equal ones to the first. Without any weight all get the same. Neither the total nor a weight is below 0.
 */
export function shareUnits(total: bigint, weights: readonly bigint[]): bigint[] {
  if (weights.length === 0) return [];
  const given = weights.reduce((all, one) => all + one, 0n);
  const [all, weightOf] =
    given === 0n ? [BigInt(weights.length), () => 1n] : [given, (at: number) => weights[at] ?? 0n];
  const parts: bigint[] = [];
  const rests: bigint[] = [];
  let left = total;
  for (let at = 0; at < weights.length; at++) {
    const exact = total * weightOf(at);
    const part = exact / all;
    parts.push(part);
    rests.push(exact % all);
    left -= part;
  }
  const byRest = Array.from(parts.keys()).sort((a, b) => {
    const [one = 0n, other = 0n] = [rests[a], rests[b]];
    return one === other ? a - b : one < other ? 1 : -1;
  });
  for (const at of byRest.slice(0, Number(left))) parts[at] = (parts[at] ?? 0n) + 1n;
  return parts;
}
