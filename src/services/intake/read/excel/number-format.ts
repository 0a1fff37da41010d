/** What the number format of a cell makes of its number. `time`: hours and smaller parts only. */
export type NumberKind = 'number' | 'date' | 'time';

const builtInDates = new Set([14, 15, 16, 17, 22]);
const builtInTimes = new Set([18, 19, 20, 21, 45, 46, 47]);

/** Kind of a built-in number format (ECMA-376 part 1, 18.8.30); undefined where the workbook has to define it. */
export function builtInKind(id: number): NumberKind | undefined {
  if (builtInDates.has(id)) return 'date';
  if (builtInTimes.has(id)) return 'time';
  return id < 50 ? 'number' : undefined;
}

/** Kind of a custom format code such as `dd\.mm\.yyyy`, `[$-419]mmmm yyyy;@`, `[h]:mm`. */
export function kindOfFormat(code: string): NumberKind {
  const [positive = ''] = withoutLiterals(code).split(';');
  const elapsed = /\[(?:h+|m+|s+)\]/i.test(positive);
  const letters = positive.replace(/\[[^\]]*\]/g, '').toLowerCase();
  if (/^general$/.test(letters.trim())) return 'number';
  if (/[dy]|mmm/.test(letters)) return 'date';
  if (elapsed || /[hs]/.test(letters)) return 'time';
  return letters.includes('m') ? 'date' : 'number';
}

/** Drops quoted text, escaped characters, padding (`_)`) and fill (`*-`). */
function withoutLiterals(code: string): string {
  return code.replace(/"[^"]*"?|[\\_*]./gs, '');
}
