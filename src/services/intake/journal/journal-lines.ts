import type { Stores } from '../../../stores/stores.ts';
import { lineKind } from '../../../stores/warehouse/schema.ts';
import { sqlString } from '../format/lexicon.ts';
import { memberKinds } from '../resolve/members.ts';
import { firstSetAside } from '../stage/reject-codes.ts';
import type { StagedShipments } from '../stage/stage-shipments.ts';
import { stagingEngine } from '../staging-engine.ts';

/** What a document type of the source means for its lines. */
export type TypeMeaning = 'shipment' | 'return' | 'correction' | 'notASale' | 'bySign';

export interface JournalInput {
  readonly importId: number;
  readonly tableNumber: number;
  readonly source: string;
  readonly staged: StagedShipments;
  /** Of every type that the table has. */
  readonly types: ReadonlyMap<string, TypeMeaning>;
  /** Some lines have neither a number nor an id of their document. */
  readonly unnumbered: boolean;
  /** Some lines are below zero whose type does not say what they are. */
  readonly bySigns: boolean;
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
  /** Staging table of `goneTable`. */
  readonly gone: string;
}

/** Staging tables: tuple key → ids. */
export interface IdMaps {
  readonly points: string;
  readonly products: string;
  readonly members: string;
}

/** What each staged table has of each document; what becomes of a document follows from this, not from its lines. */
export const partsTable = (name: string, rows: number): string =>
  `CREATE TABLE ${name} (doc UInt128, table_number UInt16, number String, first Date, last Date, months Array(UInt32),
    lines UInt32, amount Decimal(38, 4)) ${stagingEngine(rows)}`;

/** Documents that the import takes away; `replaced`: on the person's word, so that nobody has to consent again. */
export const goneTable = (name: string, rows: number): string =>
  `CREATE TABLE ${name} (doc UInt128, number String, date Date, replaced Bool) ${stagingEngine(rows, 'doc')}`;

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
  const typed = `multiIf(${meaning} IN ('return', 'correction'), ${meaning}, 'sale')`;
  if (!input.bySigns) return typed;
  const document = '(s.own, s.number, toYear(assumeNotNull(s.date)))';
  const untyped = `SELECT ${document} FROM ${input.staged.lines} AS s WHERE s.reject = 0 AND ${meaning} = ''`;
  // Few lines are below zero as a rule: only their documents are looked for among the others.
  const below = `${untyped} AND ${isBelowZero}`;
  const mixed = `${untyped} AND NOT ${isBelowZero} AND ${document} IN (${below})`;
  return `multiIf(${meaning} != '', ${typed}, ${document} IN (${below} AND ${document} NOT IN (${mixed})), 'return', 'sale')`;
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

/** Over one text: the engine hashes several values four times slower. */
const hash = (source: string, ...parts: string[]): string =>
  `reinterpretAsUInt128(sipHash128(concatWithSeparator('\\0', ${[sqlString(source), ...parts].join(', ')})))`;

const dayText = 'toString(assumeNotNull(s.date))';

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
    ? hash(source, "'month'", 'toString(toYYYYMM(assumeNotNull(s.date)))')
    : days === 'replace'
      ? hash(source, "'day'", dayText)
      : addedToDay(source, dayText, `'${importId}'`);
  return `multiIf(s.guid != '', ${hash(source, "'guid'", 's.guid')},
    s.number != '', ${hash(source, "'number'", 's.own', classSql(input), 's.number', 'toString(toYear(assumeNotNull(s.date)))')},
    ${nameless})`;
}

/** SQL: the staged lines `s` with this final reject code, their document (`doc`), and what kind of line each is. */
const linesWith = (input: JournalInput, codes: LineCodes, code: number): string =>
  `(SELECT *, ${documentSql(input)} AS doc, ${kindSql(input)} AS kind
    FROM ${input.staged.lines} AS s WHERE ${finalReject(input, codes)} = ${code}) AS s`;

const signed = ({ negateReturns }: JournalInput, column: string): string =>
  `CAST(${negateReturns ? "if(s.kind = 'return', -1, 1) * " : ''}s.${column}, 'Nullable(Decimal(18, 4))')`;

/** Adds up what one staged table has of each document. */
export async function writeParts(
  stores: Stores,
  input: JournalInput,
  codes: LineCodes,
  target: string,
): Promise<void> {
  await stores.warehouse.run(`
    INSERT INTO ${target}
    SELECT doc, ${input.tableNumber}, any(number), min(assumeNotNull(date)), max(assumeNotNull(date)),
      groupUniqArray(toYYYYMM(assumeNotNull(date))), count(), sum(ifNull(${signed(input, 'amount')}, 0))
    FROM ${linesWith(input, codes, 0)} GROUP BY doc`);
}

/**
 * SELECT of the journal lines of one staged table as the journal has them, with ids in place of names; `where`: a condition on `doc`, the
 * document.
 */
export function journalSelect(input: JournalInput, codes: LineCodes, maps: IdMaps, where: string): string {
  return `
    SELECT toUInt32(${input.importId}) AS import_id, p.id AS point, doc AS doc, toDate(assumeNotNull(s.date)) AS date, CAST(s.kind AS ${lineKind}) AS kind,
      s.number != '' OR s.guid != '' AS numbered, ifNull(k.id, 0) AS product,
      ${memberKinds.map((kind) => `ifNull(m.${kind}, 0) AS ${kind}`).join(', ')},
      ${['quantity', 'amount', 'amount_net', 'cost'].map((column) => `${signed(input, column)} AS ${column}`).join(', ')}
    FROM ${linesWith(input, codes, 0)}
    INNER JOIN ${maps.points} AS p ON p.key = s.party
    LEFT JOIN ${maps.products} AS k ON k.key = s.product
    LEFT JOIN ${maps.members} AS m ON m.key = s.member
    WHERE ${where}`;
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
      INSERT INTO ${gone} SELECT DISTINCT doc, s.number, toDate(assumeNotNull(s.date)), false
      FROM ${linesWith(input, codes, codes.notPosted)} WHERE (s.number != '' OR s.guid != '') AND isNotNull(s.date)`);
  if (input.days === 'replace' && !input.monthGrain && input.unnumbered)
    await stores.warehouse.run(`
      INSERT INTO ${gone} SELECT ${addedToDay(source, dayText, 'toString(import_id)')}, '', assumeNotNull(s.date), true
      FROM (SELECT DISTINCT s.date AS date FROM ${linesWith(input, codes, 0)} WHERE s.number = '' AND s.guid = '') AS s
      ARRAY JOIN [${applied.join(', ')}] AS import_id`);
}
