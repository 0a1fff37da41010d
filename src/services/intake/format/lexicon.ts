/**
 * What the readers of numbers and dates share. The patterns are written for JavaScript (flags `iu`) and for RE2 (prefix
 * `(?i)`) alike, so that the careful reader and the engine cannot drift apart: no look-around, no back-references.
 */

/** One blank: space, tab, line ends and the no-break spaces that 1C and Excel put into numbers. */
export const blank = '[ \\t\\r\\n\u00a0\u2007\u2009\u202f]';

/** Cells that say "nothing here"; compared after trimming, in upper case. */
export const emptyMarks: readonly string[] = [
  '',
  '-',
  '–',
  '—',
  '−',
  '--',
  'NULL',
  '(NULL)',
  '\\N',
  'NAN',
  'N/A',
  'Н/Д',
  '#N/A',
  '#Н/Д',
  '#DIV/0!',
  '#ДЕЛ/0!',
  '#VALUE!',
  '#ЗНАЧ!',
  '#REF!',
  '#ССЫЛКА!',
  '#NAME?',
  '#ИМЯ?',
  '#NULL!',
  '#ПУСТО!',
  '#NUM!',
  '#ЧИСЛО!',
];

const edges = new RegExp(`^${blank}+|${blank}+$`, 'gu');

/** Trims every kind of blank. */
export function trimBlanks(text: string): string {
  return text.replace(edges, '');
}

const emptySet = new Set(emptyMarks);

/** True for «», «-», «#Н/Д», `NULL` and the like. */
export function isEmptyCell(text: string): boolean {
  if (text === '') return true;
  // Asked of every cell: no mark begins with a digit.
  const first = text.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return emptySet.has(trimBlanks(text).toUpperCase());
}

/** A string literal of the warehouse's dialect. */
export function sqlString(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** A case-insensitive match of the whole pattern. */
export function sqlMatch(expr: string, pattern: string): string {
  return `match(${expr}, ${sqlString(`(?i)${pattern}`)})`;
}

/** Trims like `trimBlanks`. */
export function trimSql(expr: string): string {
  return `replaceRegexpAll(${expr}, ${sqlString(`^${blank}+|${blank}+$`)}, '')`;
}

/** Condition: the cell is empty in the sense of `isEmptyCell`. The common empty cell costs one comparison. */
export function isEmptyCellSql(expr: string): string {
  const marks = emptyMarks.filter((mark) => mark !== '').map(sqlString);
  return `(${expr} = '' OR upperUTF8(${trimSql(expr)}) IN ('', ${marks.join(', ')}))`;
}

/** `let name = value in body` as an expression: `value` is written and computed once. */
export function sqlLet(name: string, value: string, body: string): string {
  return `arrayElement(arrayMap(${name} -> ${body}, [${value}]), 1)`;
}
