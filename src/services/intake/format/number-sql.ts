import type { NumberFormat } from './format.ts';
import { isEmptyCellSql, sqlLet, sqlMatch, sqlString } from './lexicon.ts';
import { numberPatterns } from './number.ts';

// The engine's parser truncates at its scale instead of rounding: one digit more is read than is kept, and that digit
// alone decides half-up.
const readScale = 5;

const zeros = (most: number): string[] => Array.from({ length: most }, (_, index) => '0'.repeat(index + 1));

/** How common numbers look with every digit a zero, and either point a comma where both are: «-0 000,00». */
function shapes({ decimal, thousands }: NumberFormat): string[] {
  const groups = thousands === null ? [' '] : [' ', thousands];
  const points = thousands === null ? [','] : [decimal];
  const grouped = groups.flatMap((group) =>
    [1, 2, 3].flatMap((count) => zeros(3).map((head) => head + `${group}000`.repeat(count))),
  );
  const fractions = ['', ...points.flatMap((point) => zeros(4).map((digits) => point + digits))];
  return ['', '-'].flatMap((sign) =>
    [...zeros(13), ...grouped].flatMap((whole) => fractions.map((fraction) => sign + whole + fraction)),
  );
}

/**
 * The common spellings, the only ones that meet the engine's parser nearly untouched: their shape is among a few
 * hundred (an expression would take three times as long), or they have more digits behind the point.
 * Trap: that parser reads «-» as 0, «1..5» as 1.5 and «1.234.567» as 1.234; so the spelling is proved first.
 */
function fastSql(expr: string, format: NumberFormat): string {
  const { decimal } = numberPatterns(format);
  const alike = format.thousands === null ? ['123456789.', '000000000,'] : ['123456789', '000000000'];
  const shape = `translate(${expr}, '${alike.join("', '")}') IN (${shapes(format).map(sqlString).join(', ')})`;
  const point = format.thousands === null || format.decimal === ',' ? ',' : '';
  const dropped = ` ${format.thousands ?? ''}`;
  const plain = `translate(${expr}, '${point}${dropped}', '${point === '' ? '' : '.'}')`;
  const long = `match(${expr}, ${sqlString(`^-?\\d{1,13}${decimal}\\d{5,15}$`)})`;
  const read = (text: string): string => `toDecimal64OrNull(${text}, ${readScale})`;
  return `${shape}, ${read(plain)}, ${long}, ${read(`replaceOne(${expr}, ',', '.')`)}`;
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
