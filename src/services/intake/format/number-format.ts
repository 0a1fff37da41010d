import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { NumberFormat } from './format.ts';
import type { ColumnName, FormatDecision } from './format-decision.ts';
import { isEmptyCell, sqlString } from './lexicon.ts';
import { numberPatterns } from './number.ts';

/**
 * What all values of a column say about its spelling. A *shape* is a cell with every digit written as 0
 * («1 740,00» → «0 000,00»): a column of millions has a few dozen, so all of them are judged, none is sampled.
 */
export interface NumberStats {
  /** Cells by shape. Cells of more than 32 bytes are counted under `*`. */
  readonly shapes: Readonly<Record<string, number>>;
  /** Cells like «0,500», where the comma cannot separate thousands. */
  readonly zeroComma: number;
  /** Cells like «0.500». */
  readonly zeroPoint: number;
}

/** An aggregate over one column: `sql AS name`; the answers under their names are the statistics. */
export interface Statistic<N extends string> {
  readonly name: N;
  readonly sql: string;
}

export const longestShape = 32;

export function shapeSql(expr: string): string {
  return `if(length(${expr}) <= ${longestShape}, translate(${expr}, '123456789', '000000000'), '*')`;
}

/** The shape of one cell. */
export function shapeOf(text: string): string {
  return Buffer.byteLength(text) <= longestShape ? text.replace(/[1-9]/g, '0') : '*';
}

const zeroComma = "^'?[-−–(]?0,";
const zeroPoint = "^'?[-−–(]?0\\.";

/** Aggregates whose answers make a `NumberStats`; about 0.3 µs a row in the engine. */
export function numberStatsSql(expr: string): readonly Statistic<keyof NumberStats>[] {
  return [
    { name: 'shapes', sql: `sumMap(map(${shapeSql(expr)}, toUInt64(1)))` },
    {
      name: 'zeroComma',
      sql: `countIf(position(${expr}, '0,') > 0 AND match(${expr}, ${sqlString(zeroComma)}))`,
    },
    {
      name: 'zeroPoint',
      sql: `countIf(position(${expr}, '0.') > 0 AND match(${expr}, ${sqlString(zeroPoint)}))`,
    },
  ];
}

/** The same statistics from values in memory. */
export function numberStats(values: Iterable<string>): NumberStats {
  const collector = new NumberStatsCollector();
  for (const value of values) collector.add(value);
  return collector;
}

const commaZero = new RegExp(zeroComma, 'u');
const pointZero = new RegExp(zeroPoint, 'u');

/** Collects a `NumberStats` value by value. */
export class NumberStatsCollector implements NumberStats {
  readonly shapes: Record<string, number> = {};
  zeroComma = 0;
  zeroPoint = 0;

  add(value: string): void {
    const shape = shapeOf(value);
    this.shapes[shape] = (this.shapes[shape] ?? 0) + 1;
    if (commaZero.test(value)) this.zeroComma++;
    if (pointZero.test(value)) this.zeroPoint++;
  }
}

/** How often one separator was met in each role. `either`: «6,000», six or six thousand. */
interface Role {
  decimal: number;
  thousands: number;
  either: number;
}

interface Evidence {
  readonly ',': Role;
  readonly '.': Role;
  /** Whole numbers other than zero without any separator. */
  whole: number;
  readonly currencies: Set<string>;
}

const wholeCell = new RegExp(numberPatterns({ decimal: ',', thousands: null }).whole, 'iu');
const commaGroups = new RegExp(numberPatterns({ decimal: '.', thousands: ',' }).whole, 'iu');
const pointGroups = new RegExp(numberPatterns({ decimal: ',', thousands: '.' }).whole, 'iu');
const figure = new RegExp(numberPatterns({ decimal: ',', thousands: null }).figure, 'iu');

function weigh(stats: NumberStats): Evidence {
  const none = (): Role => ({ decimal: 0, thousands: 0, either: 0 });
  const evidence: Evidence = { ',': none(), '.': none(), whole: 0, currencies: new Set() };
  for (const [shape, count] of Object.entries(stats.shapes)) {
    if (isEmptyCell(shape)) continue;
    const currency = /₽|р(?:уб)?\.?$|rub/iu.test(shape) ? '₽' : /[$€£]|usd|eur|gbp/iu.exec(shape)?.[0];
    if (currency !== undefined) evidence.currencies.add(currency.toUpperCase());
    weighShape(shape, Number(count), evidence);
  }
  // The zeros are among the undecided ones: they decide them.
  for (const [separator, zeros] of [[',', stats.zeroComma] as const, ['.', stats.zeroPoint] as const]) {
    if (zeros > 0) evidence[separator].decimal += zeros;
  }
  return evidence;
}

function weighShape(shape: string, count: number, evidence: Evidence): void {
  const digits = figure.exec(shape)?.[0]?.replace(/e.*$/iu, '').trim();
  if (digits === undefined) return;
  const separators = digits.replace(/[^.,]/g, '');
  if (separators === '') {
    if (wholeCell.test(shape) && digits !== '0') evidence.whole += count;
    return;
  }
  const last = separators.at(-1) as ',' | '.';
  const other = last === ',' ? '.' : ',';
  if (separators.length > 1) {
    if (separators.includes(other)) {
      if (!(last === ',' ? pointGroups : commaGroups).test(shape)) return;
      evidence[last].decimal += count;
      evidence[other].thousands += count;
    } else if ((last === ',' ? commaGroups : pointGroups).test(shape)) evidence[last].thousands += count;
    return;
  }
  if (!wholeCell.test(shape)) return;
  const undecided = /^\d{1,3}[.,]\d{3}$/.test(digits);
  evidence[last][undecided ? 'either' : 'decimal'] += count;
}

export interface NumberContext extends ColumnName {
  readonly field: Field;
  /** The file has number cells of its own (xlsx, xls, dbf, parquet): their point is always the decimal point. */
  readonly typed?: boolean;
  /** Decimal separator proved by another column of the same table. */
  readonly neighbour?: ',' | '.' | undefined;
  /** Some values, to show one in a question. */
  readonly samples?: readonly string[];
}

/** The decimal separator that the values themselves prove, if any. */
export function provenDecimal(stats: NumberStats): ',' | '.' | undefined {
  const evidence = weigh(stats);
  const comma = evidence[','].decimal > 0 || evidence['.'].thousands > 0;
  const point = evidence['.'].decimal > 0 || evidence[','].thousands > 0;
  return comma === point ? undefined : comma ? ',' : '.';
}

/**
 * Decides the separators of a column from all of its values; see `docs` of `NumberFormat`. «6,000» alone is six in a
 * quantity column of which every value has three decimals (1C writes them so), else it is asked.
 */
export function decideNumberFormat(stats: NumberStats, context: NumberContext): FormatDecision<NumberFormat> {
  const evidence = weigh(stats);
  const comma = evidence[','];
  const point = context.typed ? { decimal: 0, thousands: 0, either: 0 } : evidence['.'];
  const findings = currencyFindings(evidence, context);
  const decided = (decimal: ',' | '.', thousands: ',' | '.' | null): FormatDecision<NumberFormat> => ({
    format: { decimal, thousands },
    findings,
  });

  const split =
    (comma.decimal && comma.thousands) ||
    (point.decimal && point.thousands) ||
    (comma.thousands && point.thousands);
  if (split) {
    const conflict = { commas: comma.decimal + point.thousands, points: point.decimal + comma.thousands };
    return ask(context, conflict.commas >= conflict.points ? ',' : '.', [
      ...findings,
      problem('separatorsConflict', context, conflict),
    ]);
  }
  if (comma.decimal && point.decimal) return decided(',', null);
  if (comma.decimal || point.thousands) return decided(',', point.thousands + point.either > 0 ? '.' : null);
  if (point.decimal || comma.thousands) return decided('.', comma.thousands + comma.either > 0 ? ',' : null);
  if (comma.either && point.either) {
    return ask(context, suggestion(context), [
      ...findings,
      problem('separatorsConflict', context, { commas: comma.either, points: point.either }),
    ]);
  }
  if (!comma.either && !point.either) return decided(',', null);
  const met = comma.either ? ',' : '.';
  if (context.neighbour) {
    return context.neighbour === met ? decided(met, null) : decided(context.neighbour, met);
  }
  if (context.field === 'quantity' && evidence.whole === 0) return decided(met, null);
  return ask(context, suggestion(context), findings);
}

function suggestion(context: NumberContext): ',' | '.' {
  return /\p{Script=Cyrillic}/u.test(context.column) ? ',' : '.';
}

function ask(
  context: NumberContext,
  suggested: ',' | '.',
  findings: readonly Problem[],
): FormatDecision<NumberFormat> {
  const sample = context.samples?.find((value) => /[.,]\d{3}\D*$/.test(value)) ?? context.samples?.[0] ?? '';
  return {
    question: {
      code: 'decimalSeparator',
      key: `decimalSeparator:${context.column}`,
      options: [',', '.'],
      suggested,
      params: { column: context.column, sample },
    },
    formats: {
      ',': { decimal: ',', thousands: context.typed ? null : '.' },
      '.': { decimal: '.', thousands: ',' },
    },
    findings,
  };
}

function currencyFindings(evidence: Evidence, context: NumberContext): Problem[] {
  if (evidence.currencies.size < 2) return [];
  return [problem('currenciesMixed', context, { currencies: [...evidence.currencies].sort().join(', ') })];
}

function problem(code: string, name: ColumnName, params: Record<string, string | number>): Problem {
  return {
    code,
    place: {
      ...(name.file !== undefined && { file: name.file }),
      ...(name.sheet !== undefined && { sheet: name.sheet }),
      column: name.column,
    },
    params,
  };
}
