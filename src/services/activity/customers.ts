import { fixed } from '../../domain/decimal.ts';
import { Refusal } from '../../domain/problem.ts';
import { sortedInTurns } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import { generationList, monthNumber } from '../ledger/data-version.ts';
import { countedCondition } from './counted-lines.ts';
import { dressUnits } from './dress-units.ts';
import { type FigureFrame, registeredUnits, setConditions, slicedStates, unitColumn } from './figure-sql.ts';
import { type FigureQuestion, quotient } from './figures.ts';
import { memberNames } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import type { CustomerRow, CustomerSetName } from './report.ts';
import { sliceOf } from './slice.ts';

export interface CustomersQuestion extends Omit<FigureQuestion, 'by'> {
  readonly set: CustomerSetName;
  /** By sales of the period, largest first, when left out. */
  readonly sort?: 'sales' | 'name';
  /** One member of a dimension: exactly the customers behind its figure. `member` is the member's id or text. */
  readonly slice?: { readonly dimension: Parameters<typeof sliceOf>[0]; readonly member: string };
}

interface UnitRow {
  unit: number;
  sales: string | null;
  documents: string;
  unnumbered: string;
  first: string | null;
  last: string | null;
  /** Id of the rep who is responsible, or 0. */
  rep: number;
}

/** Units are dressed with names from the records in steps of this size. */
const STEP = 1000;

/**
 * The customers behind a figure, by sales of the period, largest first; as many as the figure says (for `sales`:
 * everyone with a line in the period). Sales and documents are those of the period (and slice), first and last
 * purchase of the history up to its end. The manager is the rep responsible at its end, else the one of the latest
 * document.
 */
export async function* customers(stores: Stores, question: CustomersQuestion): AsyncIterable<CustomerRow> {
  const { version, method, unit, period } = question;
  refuseFinerThanMonth(period, version);
  const frame: FigureFrame = { version, method, unit, period, scope: question.scope ?? 'slice' };
  const rows = dressedRows(stores, frame, question);
  yield* question.sort === 'name' ? await sortedByName(rows) : rows;
}

/** Names live in the records and measures in the warehouse, so a list by name is put in order here, as a whole. */
async function sortedByName(rows: AsyncIterable<CustomerRow>): Promise<CustomerRow[]> {
  const collator = new Intl.Collator('ru');
  const all = await Array.fromAsync(rows);
  return await sortedInTurns(all, (a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

async function* dressedRows(
  stores: Stores,
  frame: FigureFrame,
  question: CustomersQuestion,
): AsyncIterable<CustomerRow> {
  let step: UnitRow[] = [];
  for await (const row of stores.warehouse.stream<UnitRow>(listSql(frame, question))) {
    step.push(row);
    if (step.length === STEP) {
      yield* await dressed(stores, frame, step);
      step = [];
    }
  }
  yield* await dressed(stores, frame, step);
}

function listSql(frame: FigureFrame, question: CustomersQuestion): string {
  const { version, period } = frame;
  const slice = question.slice === undefined ? null : sliceOf(question.slice.dimension, version);
  const member =
    slice === null
      ? ''
      : `WHERE member = '${question.slice?.member.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const column = unitColumn[frame.unit];
  const last = monthNumber(period.to);
  const counts = countedCondition(frame.method, version);
  return `
    SELECT u.unit AS unit, s.sales AS sales, s.documents AS documents, s.unnumbered AS unnumbered,
      h.first AS first, h.last AS last, coalesce(a.rep, h.rep, 0) AS rep
    FROM (${membersOfSet(frame, question, slice, member)}) AS u
    LEFT JOIN (
      SELECT unit, sum(amount) AS sales, uniqExactIf(doc, counts AND numbered) AS documents,
        countIf(counts AND NOT numbered) AS unnumbered
      FROM (
        SELECT l.${column} AS unit, l.amount AS amount, l.doc AS doc, l.numbered AS numbered, ${counts} AS counts
          ${slice === null ? '' : `, ${slice.member} AS member`}
        FROM ledger AS l ${slice?.join ?? ''}
        WHERE (l.ym, l.generation) IN ${generationList(version, (ym) => ym >= monthNumber(period.from) && ym <= last)}
          AND l.date BETWEEN toDate('${period.from}') AND toDate('${period.to}')
      ) ${member} GROUP BY unit
    ) AS s ON s.unit = u.unit
    LEFT JOIN (
      SELECT l.${column} AS unit, min(l.date) AS first, max(l.date) AS last,
        argMaxIf(l.rep, (l.date, l.doc), l.rep != 0) AS rep
      FROM ledger AS l
      WHERE (l.ym, l.generation) IN ${generationList(version, (ym) => ym <= last)} AND l.date <= toDate('${period.to}') AND ${counts}
      GROUP BY unit
    ) AS h ON h.unit = u.unit
    LEFT JOIN (${responsibleReps(frame)}) AS a ON a.unit = u.unit
    ORDER BY s.sales DESC NULLS LAST, u.unit`;
}

/**
 * SQL: the rep who is responsible for a unit on the last day of the period, or of the data if that is earlier; of a
 * client of several legal entities the rep of most of them.
 */
function responsibleReps({ version, unit, period }: FigureFrame): string {
  const day = version.asOf !== null && version.asOf < period.to ? version.asOf : period.to;
  const { dimensions } = version;
  return `
    SELECT unit, argMax(rep, (entities, -toInt64(rep))) AS rep
    FROM (
      SELECT p.unit AS unit, r.rep AS rep, count() AS entities
      FROM (SELECT DISTINCT ${unitColumn[unit]} AS unit, entity FROM dim_point WHERE generation = ${dimensions}) AS p
      INNER JOIN (
        SELECT entity, argMax(member, since) AS rep FROM dim_assignment
        WHERE generation = ${dimensions} AND kind = 'rep' AND since <= toDate('${day}') GROUP BY entity
      ) AS r ON r.entity = p.entity
      GROUP BY unit, rep
    ) GROUP BY unit`;
}

function membersOfSet(
  frame: FigureFrame,
  question: CustomersQuestion,
  slice: ReturnType<typeof sliceOf> | null,
  member: string,
): string {
  if (question.set === 'prospects') {
    if (slice !== null && slice.unitMember === null)
      throw new Refusal({ code: 'prospectsHaveNoSlice', params: { dimension: slice.dimension } });
    return `SELECT unit FROM (SELECT * FROM (${registeredUnits(frame, slice)}) ${member}) WHERE NOT bought`;
  }
  if (question.set === 'sales') {
    const { period, version } = frame;
    return `SELECT DISTINCT unit FROM (
      SELECT l.${unitColumn[frame.unit]} AS unit ${slice === null ? '' : `, ${slice.member} AS member`}
      FROM ledger AS l ${slice?.join ?? ''}
      WHERE (l.ym, l.generation) IN ${generationList(version, (ym) => ym >= monthNumber(period.from) && ym <= monthNumber(period.to))}
        AND l.date BETWEEN toDate('${period.from}') AND toDate('${period.to}')
    ) ${member}`;
  }
  const statesWith = (condition: string): string =>
    `SELECT unit FROM (SELECT * FROM (${slicedStates(frame, slice)}) ${member}) WHERE ${condition}`;
  const conditions = setConditions(frame, slice);
  const ofRegistered =
    frame.method.totalBase === 'allRegistered' &&
    (question.set === 'totalBase' || question.set === 'inactive') &&
    (slice === null || slice.unitMember !== null);
  if (!ofRegistered) return statesWith(conditions[question.set]);
  const registered = `SELECT unit FROM (${registeredUnits(frame, slice)}) ${member}`;
  return question.set === 'totalBase'
    ? registered
    : `SELECT unit FROM (${registered}) WHERE unit NOT IN (${statesWith(conditions.active)})`;
}

async function dressed(stores: Stores, frame: FigureFrame, rows: readonly UnitRow[]): Promise<CustomerRow[]> {
  if (rows.length === 0) return [];
  const units = await dressUnits(
    stores,
    frame.unit,
    rows.map((row) => row.unit),
  );
  const managers = await memberNames(stores, [...new Set(rows.map((row) => row.rep))]);
  return rows.map((row) => {
    const documents = row.unnumbered === '0' || row.unnumbered === null ? Number(row.documents ?? 0) : null;
    return {
      ...units(row.unit),
      manager: managers.get(row.rep) ?? '',
      sales: row.sales === null ? null : fixed(row.sales, 2),
      documents,
      avgCheck: row.sales === null || documents === null ? null : quotient(row.sales, String(documents), 2),
      firstPurchase: row.first,
      lastPurchase: row.last,
    };
  });
}
