import type { IsoDate } from '../../../domain/units.ts';
import type { Stores } from '../../../stores/stores.ts';
import { stagingEngine } from '../staging-engine.ts';

/** Documents of an import beside the versions that count so far. */
export interface DocumentDiff {
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly shrunk: number;
  /** Lines that count, of all documents. */
  readonly lines: number;
  /** Lines of unchanged documents: they are not stored again. */
  readonly unchangedLines: number;
  /** First and last day of the lines that count; null: there are none. */
  readonly period: { readonly from: IsoDate; readonly to: IsoDate } | null;
  /** Months (`YYYYMM`) in which something changes: of old and of new versions. */
  readonly months: readonly number[];
}

export interface DiffInput {
  readonly importId: number;
  readonly applied: readonly number[];
  /** Staging table with what every table has of every document. */
  readonly parts: string;
  /** Number of tables with shipments. */
  readonly tables: number;
  /** SELECTs of the import's journal lines (`JournalLine`) whose `doc` meets a condition, one a table. */
  readonly lines: (where: string) => readonly string[];
  /** Staging table of the documents that the import takes away without lines of them. */
  readonly gone: string;
  /** Staging table for the result, one row a document. */
  readonly target: string;
  /** Rows of these tables. */
  readonly rows: number;
  readonly known: KnownDocuments;
}

/** Whether any document of an import is known already, and whether any of these has lines. */
export interface KnownDocuments {
  readonly any: boolean;
  readonly lines: boolean;
}

const list = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '(0)' : `(${numbers.join(', ')})`;

/** SQL: the multiset of a document's lines as one number; equal documents have equal ones, whatever their order. */
export const content = `sum(reinterpretAsUInt128(sipHash128(point, date, kind, product, rep, team, department, branch, own_company, territory,
  isNull(quantity), ifNull(quantity, 0), isNull(amount), ifNull(amount, 0), isNull(amount_net), ifNull(amount_net, 0), isNull(cost), ifNull(cost, 0))))`;

const knownTable = ({ target }: Pick<DiffInput, 'target'>): string => `${target}_known`;
const knownContents = ({ target }: Pick<DiffInput, 'target'>): string => `${target}_known_contents`;

/** Finds the live versions of the import's documents and what is in them. To be done before `diffDocuments`. */
export async function findKnownDocuments(
  { warehouse }: Stores,
  input: Pick<DiffInput, 'applied' | 'parts' | 'gone' | 'target' | 'rows'>,
): Promise<KnownDocuments> {
  if (input.applied.length === 0) return { any: false, lines: false };
  const known = knownTable(input);
  await warehouse.run(`
    CREATE TABLE ${known} ${stagingEngine(input.rows, 'doc')} AS
    SELECT doc, max(import_id) AS version, argMax(lines_import, import_id) AS lines_import, argMax(lines, import_id) AS lines,
      argMax(amount, import_id) AS amount, argMax(months, import_id) AS months
    FROM document WHERE import_id IN ${list(input.applied)}
      AND doc IN (SELECT doc FROM ${input.parts} UNION ALL SELECT doc FROM ${input.gone})
    GROUP BY doc`);
  const [found] = await warehouse.rows<{ any: boolean; months: number[] }>(
    `SELECT count() > 0 AS any, arraySort(groupUniqArrayArray(months)) AS months FROM ${known}`,
  );
  const months = found?.months ?? [];
  if (months.length === 0) return { any: Boolean(found?.any), lines: false };
  await warehouse.run(`
    CREATE TABLE ${knownContents(input)} ${stagingEngine(input.rows, 'doc')} AS
    SELECT doc, ${content} AS content FROM journal
    WHERE toYYYYMM(date) IN ${list(months)} AND (import_id, doc) IN (SELECT lines_import, doc FROM ${known})
    GROUP BY doc`);
  return { any: true, lines: true };
}

/**
 * Compares every document of the import with its live version: the one of the latest applied import that has it.
 * Content is the multiset of its lines (ids, dates, figures), not their order; only documents that both sides have are
 * compared by it. Shrunk: more than half of the lines or of the sum is gone. A document that is taken away becomes a
 * version without lines, so that undoing any import leaves what replaying the others gives.
 */
export async function diffDocuments(stores: Stores, input: DiffInput): Promise<DocumentDiff> {
  const { warehouse } = stores;
  await warehouse.run(
    `CREATE TABLE ${input.target} ${stagingEngine(input.rows)} AS ${input.known.any ? besideKnown(input) : allNew(input)}`,
  );
  const [span] = await warehouse.rows<{ lines: string; from: IsoDate; to: IsoDate }>(
    `SELECT sum(lines) AS lines, min(first) AS from, max(last) AS to FROM ${input.parts}`,
  );
  const [row] = await warehouse.rows<
    Record<'new' | 'changed' | 'same' | 'shrunk' | 'unchanged', string> & { months: number[] }
  >(`
    SELECT countIf(state = 'new') AS new, countIf(state = 'changed') AS changed, countIf(state = 'same') AS same,
      countIf(state = 'shrunk') AS shrunk, sumIf(lines, state = 'same') AS unchanged,
      arraySort(groupUniqArrayArrayIf(arrayConcat(months, old_months), state != 'same')) AS months
    FROM ${input.target}`);
  return {
    new: Number(row?.new ?? 0),
    changed: Number(row?.changed ?? 0),
    same: Number(row?.same ?? 0),
    shrunk: Number(row?.shrunk ?? 0),
    unchangedLines: Number(row?.unchanged ?? 0),
    months: row?.months ?? [],
    lines: Number(span?.lines ?? 0),
    period: span === undefined || span.lines === '0' ? null : { from: span.from, to: span.to },
  };
}

export interface ShrunkDocument {
  readonly number: string;
  readonly date: string;
  readonly lines: number;
  readonly old_lines: number;
  readonly amount: string;
  readonly old_amount: string;
}

export const shrunkDocuments = (stores: Stores, target: string): Promise<ShrunkDocument[]> =>
  stores.warehouse.rows<ShrunkDocument>(
    `SELECT number, date, lines, old_lines, toString(amount) AS amount, toString(old_amount) AS old_amount
     FROM ${target} WHERE state = 'shrunk' ORDER BY old_amount DESC, number`,
  );

/** SQL: what becomes of each document, none of which is known. */
const allNew = (input: DiffInput): string => `
    SELECT *, toUInt32(0) AS old_version, toUInt32(0) AS old_lines_import, toUInt32(0) AS old_lines,
      toDecimal128(0, 4) AS old_amount, emptyArrayUInt32() AS old_months, 'new' AS state
    FROM (${oncePerDocument(input)})`;

/** SQL: what becomes of each document beside its live version. */
function besideKnown(input: DiffInput): string {
  const known = knownTable(input);
  return `
    SELECT n.doc AS doc, n.number AS number, n.date AS date, n.months AS months, n.lines AS lines, n.amount AS amount,
      ifNull(o.version, 0) AS old_version, ifNull(o.lines_import, 0) AS old_lines_import, ifNull(o.lines, 0) AS old_lines,
      ifNull(o.amount, 0) AS old_amount, o.months AS old_months,
      multiIf(o.version IS NULL, 'new', s.doc IS NOT NULL, 'same',
        n.lines = 0 AND o.lines = 0, 'gone', n.replaced, 'changed',
        n.lines * 2 < o.lines OR (o.amount > 0 AND n.amount * 2 < o.amount), 'shrunk', 'changed') AS state
    FROM (
      ${oncePerDocument(input)}
      UNION ALL
      SELECT doc, any(number), any(date), [], 0, 0, max(replaced) FROM ${input.gone}
      WHERE doc IN (SELECT doc FROM ${known}) AND doc NOT IN (SELECT doc FROM ${input.parts}) GROUP BY doc
    ) AS n
    LEFT JOIN ${known} AS o ON o.doc = n.doc
    LEFT JOIN (${input.known.lines ? unchanged(input) : nothing}) AS s ON s.doc = n.doc`;
}

/** SQL: the documents of the import; in one table each stands once. */
const oncePerDocument = ({ parts, tables }: DiffInput): string =>
  tables === 1
    ? `SELECT doc, number, first AS date, months, lines, amount, false AS replaced FROM ${parts}`
    : `SELECT doc, any(number) AS number, min(first) AS date, groupUniqArrayArray(months) AS months,
        toUInt32(sum(lines)) AS lines, sum(amount) AS amount, false AS replaced
      FROM ${parts} GROUP BY doc`;

/** SQL: the known documents that have the same lines in the import. Those without lines, taken away before, never do. */
function unchanged(input: DiffInput): string {
  const known = knownContents(input);
  const contents = input
    .lines(`doc IN (SELECT doc FROM ${known})`)
    .map((lines) => `SELECT doc, ${content} AS content FROM (${lines}) GROUP BY doc`);
  if (contents.length === 0) return nothing;
  return `
    SELECT toNullable(a.doc) AS doc
    FROM (SELECT doc, sum(content) AS content FROM (${contents.join(' UNION ALL ')}) GROUP BY doc) AS a
    INNER JOIN ${known} AS b ON b.doc = a.doc AND b.content = a.content`;
}

const nothing = 'SELECT toNullable(toUInt128(0)) AS doc WHERE false';

/** Rows are sorted and written by two threads. */
const sideBySide = 'SETTINGS max_insert_threads = 2';

/** Stores the import's lines and document versions. Nothing refers to them until a commit names the import. */
export async function storeJournal(
  { warehouse }: Stores,
  input: DiffInput,
  { same }: Pick<DocumentDiff, 'same'>,
): Promise<void> {
  const stored = same === 0 ? 'true' : `doc NOT IN (SELECT doc FROM ${input.target} WHERE state = 'same')`;
  for (const lines of input.lines(stored)) await warehouse.run(`INSERT INTO journal ${lines} ${sideBySide}`);
  await warehouse.run(`
    INSERT INTO document SELECT ${input.importId}, doc, number, date, months,
      if(state = 'same', old_lines_import, ${input.importId}), lines, amount
    FROM ${input.target}`);
  if (!input.known.any) return;
  await warehouse.run(`
    INSERT INTO superseded SELECT ${input.importId}, old_version, doc, old_months FROM ${input.target} WHERE old_version != 0`);
}

/** Removes what `storeJournal` wrote for an import that never was committed. */
export async function dropJournal(stores: Stores, importId: number): Promise<void> {
  for (const table of ['journal', 'document', 'superseded', 'journal_parent'])
    await stores.warehouse.run(`ALTER TABLE ${table} DROP PARTITION ${importId}`);
}
