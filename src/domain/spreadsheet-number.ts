/**
 * Undoes what a spreadsheet does to an identifier that it took for a number: `7707083893.0` → `7707083893`.
 * `7,70708E+09` has lost digits and is null, unless all of them stand there. Other text comes back as it is.
 */
export function mendSpreadsheetNumber(text: string): string | null {
  const whole = /^(\d+)[.,]0*$/.exec(text);
  if (whole) return whole[1] ?? null;
  const scientific = /^(\d)[.,]?(\d*)e\+?(\d+)$/i.exec(text);
  if (!scientific) return text;
  const [, first = '', fraction = '', exponent = ''] = scientific;
  return fraction.length === Number(exponent) ? first + fraction : null;
}
