import type { Stores } from '../../../stores/stores.ts';
import { sqlString } from '../format/lexicon.ts';
import { firstSetAside } from '../stage/reject-codes.ts';
import type { StagedShipments } from '../stage/stage-shipments.ts';

/** What a document type of the source means for its lines. */
export type TypeMeaning = 'shipment' | 'return' | 'correction' | 'notASale' | 'bySign';

export interface JournalInput {
  readonly importId: number;
  readonly tableNumber: number;
  readonly source: string;
  readonly staged: StagedShipments;
  readonly types: ReadonlyMap<string, TypeMeaning>;
  /** Values of the status column that say the document does not count (unposted, deleted). */
  readonly deadStatuses: readonly string[];
  /** Return documents are written with positive figures in this table. */
  readonly negateReturns: boolean;
  readonly monthGrain: boolean;
  /** Keys of customer tuples that are rows of totals. */
  readonly totals: readonly string[];
  /** Documents without a number: whole days are replaced, or lines are added as this import's own. */
  readonly days: 'replace' | 'add';
  /** Applied imports, in the order of their commits. */
  readonly applied: readonly number[];
  /** Staging tables: tuple key → ids. */
  readonly maps: { readonly points: string; readonly products: string; readonly members: string };
  /** Staging table with the journal's structure plus `row`, `table_number`, `number`. */
  readonly target: string;
  /** Staging table of `goneTable`. */
  readonly gone: string;
}

/** Documents that the import takes away; `replaced`: on the person's word, so that nobody has to consent again. */
export const goneTable = (name: string): string =>
  `CREATE TABLE ${name} (doc UInt128, number String, date Date, replaced Bool) ENGINE = MergeTree ORDER BY doc`;

export interface LineCodes {
  readonly notASale: number;
  readonly notPosted: number;
  readonly totalRow: number;
}

const list = (values: readonly string[]): string => `[${values.map(sqlString).join(', ')}]`;

/** SQL: what the type of a staged line `s` says it is; '' where it says nothing. */
function meaningSql({ types }: JournalInput): string {
  const typed = [...types].filter(([, meaning]) => meaning !== 'bySign');
  if (typed.length === 0) return "''";
  return `transform(toString(s.type), ${list(typed.map(([type]) => type))}, ${list(typed.map(([, kind]) => kind))}, '')`;
}

const isBelowZero = `(ifNull(s.quantity < 0, false) OR ifNull(s.amount < 0, false))`;

/** SQL: which line kind a staged line `s` is, by its type and, without one, by its signs (counting rules, §1). */
function kindSql(input: JournalInput): string {
  if (input.monthGrain) return "'monthTotal'";
  const bySign = `multiIf(ifNull(s.amount = 0, false), 'free', ${isBelowZero}, 'return', 'shipment')`;
  const meaning = meaningSql(input);
  return meaning === "''" ? bySign : `if(${meaning} = '', ${bySign}, ${meaning})`;
}

/**
 * SQL: the class of the document of a staged line `s`. Without a type it is a return when all of its lines are below
 * zero, so that a document is the same in a report that prints the type and in one that does not.
 */
function classSql(input: JournalInput): string {
  const meaning = meaningSql(input);
  const document = '(s.own, s.number, toYear(assumeNotNull(s.date)))';
  const untyped = `SELECT ${document} FROM ${input.staged.lines} AS s WHERE s.reject = 0 AND ${meaning} = ''`;
  // Few lines are below zero as a rule: only their documents are looked for among the others.
  const below = `${untyped} AND ${isBelowZero}`;
  const mixed = `${untyped} AND NOT ${isBelowZero} AND ${document} IN (${below})`;
  return `multiIf(${meaning} IN ('return', 'correction'), ${meaning}, ${meaning} != '', 'sale',
    ${document} IN (${below} AND ${document} NOT IN (${mixed})), 'return', 'sale')`;
}

/** SQL: final reject code of a staged line, types and statuses known. */
export function finalReject(
  input: Pick<JournalInput, 'types' | 'deadStatuses' | 'totals'>,
  codes: LineCodes,
): string {
  const notSales = [...input.types].filter(([, meaning]) => meaning === 'notASale').map(([type]) => type);
  if (notSales.length === 0 && input.deadStatuses.length === 0 && input.totals.length === 0)
    return 's.reject';
  // A row of totals stays one, whatever its type says.
  const totals =
    input.totals.length === 0 ? '' : `s.party IN (${input.totals.join(', ')}), ${codes.totalRow},`;
  return `multiIf(s.reject >= ${firstSetAside}, s.reject, ${totals}
    has(${list([...input.deadStatuses])}::Array(String), toString(s.status)), ${codes.notPosted},
    has(${list(notSales)}::Array(String), toString(s.type)), ${codes.notASale}, s.reject)`;
}

const hash = (source: string, ...parts: string[]): string =>
  `reinterpretAsUInt128(sipHash128(${[sqlString(source), ...parts].join(', ')}))`;

/** SQL: the identity of what a person added to a day that has no document numbers. */
const addedToDay = (source: string, date: string, importId: string): string =>
  hash(source, "'day'", date, importId);

/**
 * SQL over a staged line `s`: the document it belongs to (counting rules, §8): source and GUID; else
 * source, own organisation, class, number and year; else source and day, or source and month.
 */
function documentSql(input: JournalInput): string {
  const { source, monthGrain, days, importId } = input;
  const nameless = monthGrain
    ? hash(source, "'month'", 'toYYYYMM(s.date)')
    : days === 'replace'
      ? hash(source, "'day'", 's.date')
      : addedToDay(source, 's.date', `'${importId}'`);
  return `multiIf(s.guid != '', ${hash(source, "'guid'", 's.guid')},
    s.number != '', ${hash(source, "'number'", 's.own', classSql(input), 's.number', 'toYear(assumeNotNull(s.date))')},
    ${nameless})`;
}

/** SQL: the staged lines `s` with their `kind` whose final reject code is this. */
const linesWith = (input: JournalInput, codes: LineCodes, code: number): string =>
  `(SELECT *, ${kindSql(input)} AS kind FROM ${input.staged.lines} AS s WHERE ${finalReject(input, codes)} = ${code}) AS s`;

/** Writes the lines of one staged table into the import's journal staging, with ids in place of names. */
export async function writeJournalLines(
  stores: Stores,
  input: JournalInput,
  codes: LineCodes,
): Promise<void> {
  const sign = input.negateReturns ? "if(kind = 'return', -1, 1) * " : '';
  const signed = (column: string): string => `CAST(${sign}s.${column}, 'Nullable(Decimal(18, 4))')`;
  await stores.warehouse.run(`
    INSERT INTO ${input.target}
      (import_id, table_number, row, number, point, doc, date, kind, numbered, product,
       rep, team, department, branch, own_company, territory, quantity, amount, amount_net, cost)
    SELECT ${input.importId}, ${input.tableNumber}, s.row, s.number, p.id, ${documentSql(input)},
      toDate(assumeNotNull(s.date)), kind, s.number != '' OR s.guid != '', ifNull(k.id, 0),
      ifNull(m.rep, 0), ifNull(m.team, 0), ifNull(m.department, 0), ifNull(m.branch, 0), ifNull(m.own_company, 0), ifNull(m.territory, 0),
      ${['quantity', 'amount', 'amount_net', 'cost'].map(signed).join(', ')}
    FROM ${linesWith(input, codes, 0)}
    INNER JOIN ${input.maps.points} AS p ON p.key = s.party
    LEFT JOIN ${input.maps.products} AS k ON k.key = s.product
    LEFT JOIN ${input.maps.members} AS m ON m.key = s.member`);
}

/**
 * Writes down which documents of earlier imports the table takes away without having lines of them: those that it
 * calls unposted or deleted, and what was added to days that it replaces whole.
 */
export async function writeGoneDocuments(
  stores: Stores,
  input: JournalInput,
  codes: LineCodes,
): Promise<void> {
  const { source, applied, gone } = input;
  if (applied.length === 0) return;
  if (input.deadStatuses.length > 0)
    await stores.warehouse.run(`
      INSERT INTO ${gone} SELECT DISTINCT ${documentSql(input)}, s.number, toDate(assumeNotNull(s.date)), false
      FROM ${linesWith(input, codes, codes.notPosted)} WHERE (s.number != '' OR s.guid != '') AND isNotNull(s.date)`);
  if (input.days === 'replace' && !input.monthGrain)
    await stores.warehouse.run(`
      INSERT INTO ${gone} SELECT ${addedToDay(source, 's.date', 'toString(import_id)')}, '', assumeNotNull(s.date), true
      FROM (SELECT DISTINCT s.date AS date FROM ${linesWith(input, codes, 0)} WHERE s.number = '' AND s.guid = '') AS s
      ARRAY JOIN [${applied.join(', ')}] AS import_id`);
}
