/** From where bars of these values start: 0, or a round number below them when the differences would not be seen. */
export function axisFrom(values: readonly number[]): number {
  const known = values.filter((value) => value > 0);
  const most = Math.max(0, ...known);
  const least = Math.min(...known);
  if (known.length < values.length || most === 0 || least < most * 0.5) return 0;
  const step = 10 ** Math.floor(Math.log10(most));
  return Math.max(0, Math.floor((least * 0.9) / step) * step);
}
