type Options = Readonly<Record<string, readonly unknown[]>>;
export type Chosen<O extends Options> = { readonly [Name in keyof O]: O[Name][number] };

/**
 * A small number of choices such that every two values of two options meet in one of them at least: a mistake of two
 * options together shows without trying all combinations. Greedy, and the same every time.
 */
export function pairwise<const O extends Options>(options: O): Chosen<O>[] {
  const names = Object.keys(options);
  const sizes = names.map((name) => options[name]?.length ?? 0);
  const pairOf = (a: number, i: number, b: number, j: number): string =>
    a < b ? `${a}=${i} ${b}=${j}` : `${b}=${j} ${a}=${i}`;
  const open = new Set<string>();
  for (let a = 0; a < names.length; a++)
    for (let b = a + 1; b < names.length; b++)
      for (let i = 0; i < (sizes[a] ?? 0); i++)
        for (let j = 0; j < (sizes[b] ?? 0); j++) open.add(pairOf(a, i, b, j));
  const rows: Chosen<O>[] = [];
  for (let [pair] = open; pair !== undefined; [pair] = open) {
    // A pair that is still open, and then for each other option the value that closes most.
    const chosen = new Map(pair.split(' ').map((one) => one.split('=').map(Number) as [number, number]));
    for (const [option, size] of sizes.entries()) {
      if (chosen.has(option)) continue;
      const gain = (value: number): number =>
        [...chosen].filter(([other, its]) => open.has(pairOf(option, value, other, its))).length;
      const values = Array.from({ length: size }, (_, index) => (index + rows.length) % size);
      chosen.set(
        option,
        values.reduce((best, value) => (gain(value) > gain(best) ? value : best)),
      );
    }
    for (const [a, i] of chosen) for (const [b, j] of chosen) if (a !== b) open.delete(pairOf(a, i, b, j));
    rows.push(
      Object.fromEntries(
        names.map((name, option) => [name, options[name]?.[chosen.get(option) ?? 0]]),
      ) as Chosen<O>,
    );
  }
  return rows;
}
