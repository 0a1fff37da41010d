import { fixed } from '../../domain/decimal.ts';
import type { Dimension, Slice } from '../../domain/dimensions.ts';
import type { Period } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import { sortedInTurns } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import { countedCondition } from './counted-lines.ts';
import { dressUnits } from './dress-units.ts';
import { quotient } from './figure-table.ts';
import type { FigureQuestion } from './figures.ts';
import { type Frame, lastPeriod, ledgerRows } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { memberNames } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import type { CustomerRow, CustomerSetName } from './report.ts';
import { assignedUnits, lineInScope } from './scope-sql.ts';
import { noStoredSet, type SetContext, setMembers } from './set-sql.ts';
import { timelineOf } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

export interface CustomersQuestion extends Omit<FigureQuestion, 'by'> {
  readonly set: CustomerSetName;
  /** By sales of the period, largest first, when left out. */
  readonly sort?: 'sales' | 'name';
  /** One member of a dimension: exactly the customers behind its figure. `member` is the member's id or text. */
  readonly slice?: { readonly dimension: Dimension; readonly member: string };
}

/** A set to list, and the lines that its columns add up: those of a period, in a slice. */
export interface CustomerList extends SetContext {
  readonly set: SetNode;
  readonly period: Period;
  readonly slice: Slice;
  readonly sort: 'sales' | 'name';
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
  /** It may be said who it is. */
  shown: boolean;
}

/** Units are dressed with names from the records in steps of this size. */
const STEP = 1000;

/** The customers behind a figure of a period, as many as it says (for `sales`: everyone with a line in the period). */
export async function* customers(stores: Stores, question: CustomersQuestion): AsyncIterable<CustomerRow> {
  const { version, method, unit, period, set, history = 'slice', sort = 'sales', scope } = question;
  const slice =
    question.slice === undefined
      ? []
      : [{ dimension: question.slice.dimension, members: [question.slice.member] }];
  const state = set === 'sales' ? 'withLines' : set;
  yield* listCustomers(stores, {
    ...{ version, method, unit, period, slice, sort, today: version.asOf ?? period.to },
    set: { kind: 'state', state, period: period.label, slice, history },
    stored: noStoredSet,
    kept: await keptOf(stores.warehouse, version, method),
    scope,
  });
}

/**
 * The members of a set, by sales of the period, largest first. Sales and documents are those of the period and slice,
 * first and last purchase those of the history up to its end. The manager is the rep responsible at its end, else the
 * one of the latest document.
 */
export async function* listCustomers(stores: Stores, list: CustomerList): AsyncIterable<CustomerRow> {
  const { version, method, unit, period, slice } = list;
  refuseFinerThanMonth(period, version);
  const timeline = timelineOf([period]);
  const frame: Frame = {
    version,
    method,
    unit,
    timeline,
    slice,
    levels: [[]],
    history: 'slice',
    kept: list.kept,
    scope: list.scope,
  };
  const rows = dressedRows(stores, frame, list);
  yield* list.sort === 'name' ? await sortedByName(rows) : rows;
}

/** Names live in the records and measures in the warehouse, so a list by name is put in order here, as a whole. */
async function sortedByName(rows: AsyncIterable<CustomerRow>): Promise<CustomerRow[]> {
  const collator = new Intl.Collator('ru');
  const all = await Array.fromAsync(rows);
  return await sortedInTurns(all, (a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

async function* dressedRows(stores: Stores, frame: Frame, list: CustomerList): AsyncIterable<CustomerRow> {
  let step: UnitRow[] = [];
  const { text, params } = statement(listSql(frame, list));
  for await (const row of stores.warehouse.stream<UnitRow>(text, params)) {
    step.push(row);
    if (step.length === STEP) {
      yield* await dressed(stores, frame, step);
      step = [];
    }
  }
  yield* await dressed(stores, frame, step);
}

function listSql(frame: Frame, list: CustomerList): Sql {
  const { version, slice, method } = frame;
  const period = lastPeriod(frame);
  const unit = raw(`l.${unitColumn[frame.unit]}`);
  const counts = countedCondition(method, version);
  return sql`
    SELECT u.unit AS unit, s.sales AS sales, s.documents AS documents, s.unnumbered AS unnumbered,
      h.first AS first, h.last AS last, coalesce(a.rep, h.rep, 0) AS rep, ${isShown(frame)} AS shown
    FROM (${setMembers(list.set, list)}) AS u
    LEFT JOIN (
      SELECT unit, sum(amount) AS sales, uniqExactIf(doc, counts AND numbered) AS documents,
        countIf(counts AND NOT numbered) AS unnumbered
      FROM (
        SELECT ${unit} AS unit, l.amount AS amount, l.doc AS doc, l.numbered AS numbered, ${counts} AS counts
        ${ledgerRows(frame, { slice, scope: frame.scope, joins: [], from: period.from })}
      ) GROUP BY unit
    ) AS s ON s.unit = u.unit
    LEFT JOIN (
      SELECT ${unit} AS unit, min(l.date) AS first, max(l.date) AS last,
        argMaxIf(l.rep, (l.date, l.doc), l.rep != 0) AS rep
      ${ledgerRows(frame, { slice: [], scope: frame.scope, joins: [] })} AND ${counts}
      GROUP BY unit
    ) AS h ON h.unit = u.unit
    LEFT JOIN (${raw(responsibleReps(frame))}) AS a ON a.unit = u.unit
    ORDER BY s.sales DESC NULLS LAST, u.unit`;
}

/**
 * SQL: whether it may be said who the unit is: he belongs to the scope today, or, where nobody is in charge of him, the
 * last who sold to him does.
 */
function isShown(frame: Frame): Sql {
  const { scope, unit, version } = frame;
  if (scope.nodes === null) return sql`true`;
  const assigned = assignedUnits(scope, unit, version);
  return sql`(
    u.unit IN (SELECT unit FROM (${assigned}) WHERE inside)
    OR (u.unit NOT IN (SELECT unit FROM (${assigned})) AND u.unit IN (
      SELECT ${raw(`l.${unitColumn[unit]}`)} AS unit
      ${ledgerRows(frame, { slice: [], scope: wholeCompany, joins: [] })}
      GROUP BY unit HAVING argMax(${lineInScope(scope)}, (l.date, l.doc))
    )))`;
}

/**
 * SQL: the rep who is responsible for a unit on the last day of the period, or of the data if that is earlier; of a
 * client of several legal entities the rep of most of them.
 */
function responsibleReps(frame: Frame): string {
  const { version, unit } = frame;
  const { to } = lastPeriod(frame);
  const day = version.asOf !== null && version.asOf < to ? version.asOf : to;
  const { dimensions } = version;
  return `
    SELECT unit, argMax(rep, (entities, -toInt64(rep))) AS rep
    FROM (
      SELECT p.unit AS unit, r.rep AS rep, count() AS entities
      FROM (SELECT DISTINCT ${unitColumn[unit]} AS unit, entity FROM dim_point WHERE generation = ${dimensions}) AS p
      INNER JOIN (
        SELECT entity, argMax(member, since) AS rep FROM dim_assignment
        WHERE generation = ${dimensions} AND point = 0 AND kind = 'rep' AND since <= toDate('${day}') GROUP BY entity
      ) AS r ON r.entity = p.entity
      GROUP BY unit, rep
    ) GROUP BY unit`;
}

async function dressed(stores: Stores, frame: Frame, rows: readonly UnitRow[]): Promise<CustomerRow[]> {
  if (rows.length === 0) return [];
  const units = await dressUnits(
    stores,
    frame.unit,
    rows.filter((row) => row.shown).map((row) => row.unit),
  );
  const managers = await memberNames(stores, [...new Set(rows.map((row) => row.rep))]);
  return rows.map((row) => {
    const documents = row.unnumbered === '0' || row.unnumbered === null ? Number(row.documents ?? 0) : null;
    return {
      ...units(row.unit),
      shown: row.shown,
      manager: row.shown ? (managers.get(row.rep) ?? '') : '',
      sales: row.sales === null ? null : fixed(row.sales, 2),
      documents,
      avgCheck: row.sales === null || documents === null ? null : quotient(row.sales, String(documents), 2),
      firstPurchase: row.first,
      lastPurchase: row.last,
    };
  });
}
