import type { Field } from '../../../domain/fields.ts';
import { addMonths } from '../../../domain/iso-date.ts';
import type { IsoDate } from '../../../domain/units.ts';
import { dayNumberSteps, dayOfNumberSql, isNoDateSql } from '../format/date-sql.ts';
import { sqlString } from '../format/lexicon.ts';
import { numberSql } from '../format/number-sql.ts';
import { presentationSql } from '../format/presentation.ts';
import {
  type ColumnPlan,
  firstField,
  hasField,
  memberFields,
  partyFields,
  presentFields,
  productFields,
  stagedFields,
} from './column-plan.ts';
import { firstSetAside, rejectCodes } from './reject-codes.ts';

/** Column of the source table that holds a field's cleaned text. */
export const cell = (field: Field): string => `f_${field}`;

/** SQL: key of a tuple of columns within one import; 0 where the table has none of them or all are empty. */
export function tupleKey(plan: ColumnPlan, wanted: readonly Field[]): string {
  const fields = presentFields(plan, wanted);
  const cells = fields.map(cell);
  if (cells.length === 0) return 'toUInt64(0)';
  // The fields' names are part of the key: tables of one import share their maps.
  return `if(${cells.map((name) => `${name} = ''`).join(' AND ')}, 0, cityHash64('${fields.join(' ')}', ${cells.join(', ')}))`;
}

const textOf = (plan: ColumnPlan, field: Field): string => (hasField(plan, field) ? cell(field) : "''");

function number(plan: ColumnPlan, field: Field): string | null {
  const format = plan.formats.get(field);
  if (!hasField(plan, field) || format?.type !== 'number') return null;
  const value = numberSql(cell(field), format.format);
  const multiplier = plan.recognition.columns.find((column) => column.field === field)?.multiplier ?? 1;
  return multiplier === 1
    ? value
    : `toDecimal64OrNull(toString(toDecimal128(${value}, 4) * ${multiplier}), 4)`;
}

/** SQL: the field's cell is filled (the cells are cleaned: whatever says "nothing" is empty text). */
const filled = (plan: ColumnPlan, field: Field): string =>
  hasField(plan, field) ? `${cell(field)} != ''` : 'false';

const unknown = "CAST(NULL, 'Nullable(Decimal(18, 4))')";

/** Σ of exact products, half-up at the fourth decimal; NULL when a factor is unknown or the result is absurd. */
const product = (a: string, b: string): string =>
  `accurateCastOrNull(round(toDecimal128(${a}, 4) * toDecimal128(${b}, 4), 4), 'Decimal(18, 4)')`;

/** The column that dates a line: the day of shipment before the day of the order. */
export const dateField = (plan: ColumnPlan): Field | undefined =>
  firstField(plan, 'shipmentDate', 'month', 'documentPresentation', 'orderDate');

/**
 * SQL: what is read of the cell that dates a line, over it (`day_text`) what that means, and over this (`day_read`) the
 * day and whether there is none.
 */
function daySql(plan: ColumnPlan): { text: string; read: string; day: string; unreadable: string } {
  const field = dateField(plan);
  const format = field === undefined ? undefined : plan.formats.get(field);
  if (field === 'documentPresentation')
    return {
      text: presentationSql(cell(field)).date,
      read: 'day_text',
      day: 'day_read',
      unreadable: `${cell(field)} != '' AND isNull(day_read)`,
    };
  if (field === undefined || format?.type !== 'date')
    return { text: "CAST(NULL, 'Nullable(Date32)')", read: 'day_text', day: 'day_read', unreadable: 'false' };
  const { read: text, number: read } = dayNumberSteps(cell(field), format.format, 'day_text');
  return {
    ...{ text, read },
    day: dayOfNumberSql('day_read', format.format),
    unreadable: isNoDateSql('day_read'),
  };
}

const named = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');

/** SQL over the cleaned cells: one number for what the row says; rows that say the same have the same fate. */
export const rowContent = (plan: ColumnPlan): string =>
  `cityHash64(${stagedFields(plan).map(cell).join(', ')})`;

/** Columns of a staged line, in the order of `linesSelect`. */
export const lineColumns = [
  ...['row', 'number', 'guid', 'type', 'status', 'own', 'party', 'product', 'member'],
  ...['quantity', 'amount', 'amount_net', 'cost', 'doubt', 'date', 'reject', 'content'],
] as const;

/**
 * SELECT of staged lines and then their cells, over the cleaned cells of a source's rows. In steps, each of which refers to the columns of
 * the one before, so that costly readings are made once.
 */
export function linesSelect(plan: ColumnPlan, today: IsoDate, source: string): string {
  const { text, read, day, unreadable } = daySql(plan);
  const quantity = number(plan, 'quantity') ?? unknown;
  const price = number(plan, 'price');
  const net = number(plan, 'amountNet');
  const vat = number(plan, 'vatAmount');
  const stated = number(plan, 'amountGross');
  const amount =
    stated ??
    (net !== null && vat !== null
      ? `${net} + ${vat}`
      : price !== null && net === null
        ? product(quantity, price)
        : (net ?? unknown));
  const presentation = hasField(plan, 'documentPresentation')
    ? presentationSql(cell('documentPresentation'))
    : null;
  const lines = {
    row: 'row',
    number: hasField(plan, 'documentNumber') ? cell('documentNumber') : (presentation?.number ?? "''"),
    guid: textOf(plan, 'documentId'),
    type: hasField(plan, 'documentType') ? cell('documentType') : (presentation?.type ?? "''"),
    status: textOf(plan, 'documentStatus'),
    own: textOf(plan, 'ownCompany'),
    party: tupleKey(plan, partyFields),
    product: tupleKey(plan, productFields),
    member: tupleKey(plan, memberFields),
    quantity,
    amount,
    amount_net: net ?? unknown,
    cost: number(plan, 'costAmount') ?? unknown,
    doubt: doubtSql(plan),
  };
  const checks = {
    day,
    unreadable,
    flaw: flawSql(plan),
    quantity_filled: filled(plan, 'quantity'),
    amount_filled: `${filled(plan, 'amountGross')} OR ${stated === null ? filled(plan, 'amountNet') : 'false'}`,
    price_filled: stated === null ? filled(plan, 'price') : 'false',
    price: stated === null ? (price ?? unknown) : unknown,
  };
  const judged = {
    ...Object.fromEntries(Object.keys(lines).map((name) => [name, name])),
    date: `if(${plausible(today)}, toDate(day), NULL)`,
    reject: rejectSql(today),
    content: `if(reject = 0, 0, ${rowContent(plan)})`,
  };
  const cells = stagedFields(plan).map(cell).join(', ');
  return `SELECT ${named(judged)}, ${cells}
    FROM (SELECT ${named({ ...lines, ...checks })}, ${cells}
      FROM (SELECT *, ${read} AS day_read FROM (SELECT *, ${text} AS day_text FROM ${source})))`;
}

/** SQL: a figure of the row holds the separator that the format takes for thousands: reason to look at all values. */
function doubtSql(plan: ColumnPlan): string {
  const conditions = [...plan.formats].flatMap(([field, format]) =>
    format.type === 'number' && format.format.thousands !== null && hasField(plan, field)
      ? [`position(${cell(field)}, '${format.format.thousands}') > 0`]
      : [],
  );
  return conditions.length === 0 ? 'false' : conditions.join(' OR ');
}

/** Who a line belongs to: any of these names a customer. */
const identifying = [
  'clientName',
  'clientCode',
  'clientFullName',
  'inn',
  'innKpp',
  'deliveryPointName',
  'deliveryPointCode',
] as const;

const branches = (conditions: readonly (readonly [condition: string, code: number | string])[]): string =>
  `toUInt8(multiIf(${conditions.map(([condition, code]) => `ifNull(${condition}, false), ${code}`).join(', ')}, 0))`;

/** SQL over the cells: what is wrong with a row whatever its figures mean, or 0. */
function flawSql(plan: ColumnPlan): string {
  const named = presentFields(plan, identifying).map((name) => `${cell(name)} = ''`);
  const fields = stagedFields(plan);
  const all = fields.map((field) => `${cell(field)} = ''`);
  const headers = plan.recognition.columns.flatMap(({ field, header }) =>
    field !== null && header !== '' && fields.includes(field)
      ? [`${cell(field)} = ${sqlString(header)}`]
      : [],
  );
  // What has a date is none of these: most rows are not compared with them.
  const noLine = branches([
    [all.join(' AND '), rejectCodes.emptyRow],
    [totalRow(plan), rejectCodes.totalRow],
    [headers.length > 1 ? headers.join(' AND ') : 'false', rejectCodes.repeatedHeader],
  ]);
  const dated = 'isNotNull(day_read) AND toUInt32(assumeNotNull(day_read)) != 0';
  return branches([
    [`NOT (${dated}) AND (${noLine} AS no_line) != 0`, 'no_line'],
    [named.length === 0 ? 'true' : named.join(' AND '), rejectCodes.noCustomer],
  ]);
}

/** SQL: a shipment can be of that day; earlier ones and those more than a year ahead are slips of typing. */
const plausible = (today: IsoDate): string =>
  `day BETWEEN toDate32('1990-01-01') AND toDate32('${addMonths(today, 12)}')`;

/** SQL over the inner columns: the code of why a row is no line, or 0. What names no customer is said first. */
function rejectSql(today: IsoDate): string {
  return branches([
    [`flaw = ${rejectCodes.noCustomer} OR flaw >= ${firstSetAside}`, 'flaw'],
    ['unreadable', rejectCodes.dateUnreadable],
    ['isNull(day)', rejectCodes.dateMissing],
    [`NOT (${plausible(today)})`, rejectCodes.dateImpossible],
    ['quantity_filled AND isNull(quantity)', rejectCodes.quantityUnreadable],
    ['price_filled AND isNull(price)', rejectCodes.priceUnreadable],
    ['amount_filled AND isNull(amount)', rejectCodes.amountUnreadable],
    ['isNull(quantity) AND isNull(amount)', rejectCodes.nothingSold],
  ]);
}

/** RE2 pattern of a cell that marks a row of totals; null where the table has none. */
export function totalPattern(plan: ColumnPlan): string | null {
  if (plan.recognition.totalMarks.length === 0) return null;
  const marks = plan.recognition.totalMarks
    .map((mark) => mark.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  return `^(?i)(${marks})\\s*(:.*)?$`;
}

/**
 * SQL: a row of totals says so in its first cell or where the product, the document or the date stand, and has no date.
 * (One that stands in the customer's place is found among the distinct customers afterwards.)
 */
function totalRow(plan: ColumnPlan): string {
  const pattern = totalPattern(plan);
  const field = dateField(plan);
  if (pattern === null || field === undefined) return 'false';
  const places = [
    'first',
    ...presentFields(plan, ['clientName', 'skuName', 'documentNumber', 'managerName', 'salesRepName']).map(
      cell,
    ),
  ];
  const saysTotal = (place: string): string => `match(${place}, ${sqlString(pattern)})`;
  return `${saysTotal(cell(field))} OR (${cell(field)} = '' AND (${places.map(saysTotal).join(' OR ')}))`;
}
