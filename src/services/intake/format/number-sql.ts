import type { NumberFormat } from './format.ts';
import { isEmptyCellSql, sqlLet, sqlMatch, sqlString } from './lexicon.ts';
import { numberPatterns } from './number.ts';

// The engine's parser truncates at its scale instead of rounding: one digit more is read than is kept, and that digit
// alone decides half-up.
const readScale = 5;

/**
 * The two common spellings, the only ones that meet the engine's parser nearly untouched: «1740,00» and «1 740,00».
 * Trap: that parser reads «-» as 0, «1..5» as 1.5 and «1.234.567» as 1.234; so the spelling is proved first.
 */
function fastSql(expr: string, format: NumberFormat): string {
  const { decimal } = numberPatterns(format);
  const read = (text: string) => `toDecimal64OrNull(replaceOne(${text}, ',', '.'), ${readScale})`;
  const joined = [' ', '\u00a0', '\u202f'].reduce(
    (text, group) => `replaceAll(${text}, '${group}', '')`,
    expr,
  );
  return (
    `match(${expr}, ${sqlString(`^-?\\d{1,13}(?:${decimal}\\d{1,15})?$`)}), ${read(expr)}, ` +
    `match(${expr}, ${sqlString(`^-?\\d{1,3}(?:[ \u00a0\u202f]\\d{3}){1,3}(?:${decimal}\\d{1,15})?$`)}), ${read(joined)}`
  );
}

function carefulSql(expr: string, format: NumberFormat): string {
  const patterns = numberPatterns(format);
  const figure = `extract(${expr}, ${sqlString(`(?i)${patterns.figure}`)})`;
  const plain = `replaceOne(replaceRegexpAll(${figure}, ${sqlString(patterns.dropped)}, ''), ',', '.')`;
  const value = `toDecimal128OrNull(${plain}, ${readScale})`;
  const signed = `if(${sqlMatch(expr, patterns.negative)}, -1, 1) * ${value}`;
  const inRange = sqlLet('n', signed, `if(abs(n) < 10000000000000, toDecimal64(n, ${readScale}), NULL)`);
  return `if(${sqlMatch(expr, patterns.whole)}, ${inRange}, NULL)`;
}

/**
 * Expression over a text expression: Nullable(Decimal(18, 4)), equal to `parseNumber` in every case.
 * NULL both for an empty cell and for one that is no number (`isBadNumberSql` tells them apart).
 */
export function numberSql(expr: string, format: NumberFormat): string {
  const read = `multiIf(${fastSql(expr, format)}, ${expr} = '', NULL, ${carefulSql(expr, format)})`;
  return `toDecimal64(round(${read}, 4), 4)`;
}

/** Condition: the cell is not empty, and no number below 10^13 can be read from it. */
export function isBadNumberSql(expr: string, format: NumberFormat): string {
  return `(isNull(${numberSql(expr, format)}) AND NOT ${isEmptyCellSql(expr)})`;
}
