import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { ColumnFormat, Question } from '../recognition.ts';
import { type DateStats, decideDateFormat, provenOrder } from './date-format.ts';
import type { FormatDecision } from './format-decision.ts';
import { decideNumberFormat, type NumberStats, provenDecimal } from './number-format.ts';

/** Fields whose values are figures. */
export const numberFields: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'price',
  'amountGross',
  'amountNet',
  'vatRate',
  'vatAmount',
  'discount',
  'costAmount',
  'grossProfit',
  'creditLimit',
  'deferralDays',
  'debt',
  'overdueDebt',
  'latitude',
  'longitude',
  'planActiveBase',
  'planSales',
  'planAvgSku',
  'planOther',
]);

/** Fields whose values are days or months. */
export const dateFields: ReadonlySet<Field> = new Set<Field>([
  'orderDate',
  'shipmentDate',
  'plannedShipmentDate',
  'paymentDate',
  'month',
  'birthDate',
  'createdAt',
  'updatedAt',
  'closedAt',
  'debtDate',
]);

export interface ColumnStats {
  readonly index: number;
  readonly header: string;
  readonly field: Field;
  readonly samples: readonly string[];
  /** Of a column of `numberFields`. */
  readonly numbers?: NumberStats;
  /** Of a column of `dateFields`. */
  readonly dates?: DateStats;
}

export interface DecidedFormats {
  /** By column index; a column that is asked about is missing. */
  readonly formats: ReadonlyMap<number, ColumnFormat>;
  readonly questions: readonly Question[];
  readonly findings: readonly Problem[];
}

/**
 * Decides the formats of all columns of a table together: what one column proves helps the undecided ones beside it.
 * `answers`: by the question's key or code, as given beforehand.
 */
export function decideFormats(
  columns: readonly ColumnStats[],
  table: { readonly file: string; readonly sheet?: string; readonly typed: boolean },
  answers: Readonly<Record<string, string>> = {},
): DecidedFormats {
  const formats = new Map<number, ColumnFormat>();
  const questions: Question[] = [];
  const findings: Problem[] = [];
  const decimal = agreed(columns.map(({ numbers }) => numbers && provenDecimal(numbers)));
  const order = agreed(columns.map(({ dates }) => dates && provenOrder(dates)));
  const place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };

  function settle<F>(decision: FormatDecision<F>): F | undefined {
    findings.push(...decision.findings);
    if ('format' in decision) return decision.format;
    const answer = answers[decision.question.key] ?? answers[decision.question.code];
    const format = answer === undefined ? undefined : decision.formats[answer];
    if (format === undefined) questions.push(decision.question);
    return format;
  }

  for (const { index, header, field, samples, numbers, dates } of columns) {
    const name = { ...place, column: header, samples };
    if (numbers) {
      const neighbour = table.typed ? undefined : decimal;
      const format = settle(decideNumberFormat(numbers, { ...name, field, typed: table.typed, neighbour }));
      if (format) formats.set(index, { type: 'number', format });
    } else if (dates) {
      const format = settle(decideDateFormat(dates, { ...name, field, neighbour: order }));
      if (format) formats.set(index, { type: 'date', format });
    } else formats.set(index, { type: 'text' });
  }
  return { formats, questions, findings };
}

/** The one value that all who have one share. */
function agreed<T>(values: readonly (T | undefined)[]): T | undefined {
  const met = new Set(values.filter((value) => value !== undefined));
  return met.size === 1 ? [...met][0] : undefined;
}
