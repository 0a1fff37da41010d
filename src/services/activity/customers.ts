import { fixed } from '../../domain/decimal.ts';
import type { Dimension, Slice } from '../../domain/dimensions.ts';
import type { Period } from '../../domain/period.ts';
import type { ListQuery } from '../../domain/report-words.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { statement } from '../../stores/warehouse/sql.ts';
import { dressUnits } from './dress-units.ts';
import { quotient } from './figure-values.ts';
import type { FigureQuestion } from './figures.ts';
import type { Frame } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { listOrder } from './list-order.ts';
import { type ListParts, rowsOf, totalsOf } from './list-sql.ts';
import { memberNames } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import { remembered } from './remembered.ts';
import type { CustomerRow, CustomerSetName } from './report.ts';
import { findUnits, foundAsSql } from './search/find-units.ts';
import { noStoredSet, type SetContext } from './set-sql.ts';
import { timelineOf } from './timeline.ts';

export interface CustomersQuestion extends Omit<FigureQuestion, 'by'>, ListQuery {
  readonly set: CustomerSetName;
  /** One member of a dimension: exactly the customers behind its figure. `member` is the member's id or text. */
  readonly slice?: { readonly dimension: Dimension; readonly member: string };
}

/** A set to list, the lines that its columns add up (those of a period, in a slice), and the order of the list. */
export interface CustomerList extends SetContext, ListQuery {
  readonly set: SetNode;
  readonly period: Period;
  readonly slice: Slice;
}

interface TotalsRow {
  sales: string | null;
  sales_net: string | null;
  documents: string | null;
  products: string | null;
  first: string | null;
  last: string | null;
}

interface UnitRow extends TotalsRow {
  unit: number;
  /** Id of the rep who is responsible, or 0. */
  rep: number;
  /** It may be said who it is. */
  shown: boolean;
  city: string | null;
  industry: string | null;
  client_type: string | null;
  sales_channel: string | null;
  acquisition_channel: string | null;
}

const BYTES_OF_ROW = 400;

/** Units are dressed with names from the records in steps of this size. */
const STEP = 1000;

/** The customers behind a figure of a period, as many as it says (for `sales`: everyone with a line in the period). */
export async function* customers(stores: Stores, question: CustomersQuestion): AsyncIterable<CustomerRow> {
  const { version, method, unit, period, set, history = 'slice', sort, order, search, scope } = question;
  const { hidesContacts = false } = question;
  const slice =
    question.slice === undefined
      ? []
      : [{ dimension: question.slice.dimension, members: [question.slice.member] }];
  const state = set === 'sales' ? 'withLines' : set;
  yield* listCustomers(stores, {
    ...{ version, method, unit, period, slice, today: version.asOf ?? period.to },
    ...(sort && { sort }),
    ...(order && { order }),
    ...(search !== undefined && { search }),
    hidesContacts,
    set: { kind: 'state', state, period: period.label, slice, history },
    stored: noStoredSet,
    kept: await keptOf(stores.warehouse, version, method),
    scope,
  });
}

/**
 * The members of a set, all of them, by sales of the period, largest first, unless another order is asked for. Sales,
 * documents and products are those of the period and slice, first and last purchase those of the history up to its end.
 * The manager is the rep responsible at its end, else the one of the latest document.
 * @throws Refusal problems of the set, `searchTooWide`
 */
export async function* listCustomers(stores: Stores, list: CustomerList): AsyncIterable<CustomerRow> {
  const frame = frameOfList(list);
  const order = await listOrder(stores, list.version, list.unit, list);
  const { found, drop } = await foundAsSql(stores, await findUnits(stores, list.unit, list));
  try {
    yield* dressedRows(stores, { frame, set: list.set, context: list, order, found });
  } finally {
    await drop();
  }
}

/** @throws Refusal `finerThanMonth` */
export function frameOfList(list: CustomerList): Frame {
  const { version, method, unit, period, slice, kept, scope } = list;
  refuseFinerThanMonth(period, version);
  const timeline = timelineOf([period]);
  return { version, method, unit, timeline, slice, levels: [[]], history: 'slice', kept, scope };
}

async function* dressedRows(stores: Stores, list: ListParts): AsyncIterable<CustomerRow> {
  let step: UnitRow[] = [];
  const { text, params } = statement(rowsOf(list, null));
  for await (const row of stores.warehouse.stream<UnitRow>(text, params)) {
    step.push(row);
    if (step.length === STEP) {
      yield* await dressed(stores, list.frame, step);
      step = [];
    }
  }
  yield* await dressed(stores, list.frame, step);
}

/** Rows of some members, at most 1,000, in the order of their ids as given. `hidden`: who must not be named by now. */
export async function rowsOfMembers(
  stores: Stores,
  list: ListParts,
  some: readonly number[],
  hidden: (unit: number) => boolean,
): Promise<CustomerRow[]> {
  if (some.length === 0) return [];
  const rows = await remembered<UnitRow, ReadonlyMap<number, UnitRow>>(
    stores.warehouse,
    rowsOf(list, some),
    (all) => new Map(all.map((row) => [row.unit, row])),
    (all) => all.size * BYTES_OF_ROW,
  );
  const inOrder = some.flatMap((unit) => rows.get(unit) ?? []);
  return await dressed(
    stores,
    list.frame,
    inOrder.map((row) => ({ ...row, shown: row.shown && !hidden(row.unit) })),
  );
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
    const { shown } = row;
    const known = (text: string | null): string => (shown ? (text ?? '') : '');
    return {
      ...units(row.unit),
      shown,
      industry: known(row.industry),
      city: known(row.city),
      clientType: known(row.client_type),
      salesChannel: known(row.sales_channel),
      acquisitionChannel: known(row.acquisition_channel),
      manager: known(managers.get(row.rep) ?? ''),
      ...totalsIn(row),
    };
  });
}

/** What a customer has bought in a period and slice, and when first and last up to its end. */
type CustomerTotals = Pick<
  CustomerRow,
  'sales' | 'salesExVat' | 'documents' | 'products' | 'avgCheck' | 'firstPurchase' | 'lastPurchase'
>;

function totalsIn({ sales, ...row }: TotalsRow): CustomerTotals {
  const documents = number(row.documents);
  return {
    sales: sales === null ? null : fixed(sales, 2),
    salesExVat: row.sales_net === null ? null : fixed(row.sales_net, 2),
    documents,
    products: number(row.products),
    avgCheck: sales === null || documents === null ? null : quotient(sales, String(documents), 2),
    firstPurchase: row.first,
    lastPurchase: row.last,
  };
}

/** Of one member over all that is loaded, whoever may be told of him. `frame`: of a period that begins with the history. */
export async function totalsOfMember(
  { warehouse }: Pick<Stores, 'warehouse'>,
  frame: Frame,
  unit: number,
): Promise<CustomerTotals> {
  const { text, params } = statement(totalsOf(frame, unit));
  const [row = withoutLines] = await warehouse.rows<TotalsRow>(text, params);
  return totalsIn(row);
}

const withoutLines: TotalsRow = {
  ...{ sales: null, sales_net: null, documents: '0', products: '0', first: null, last: null },
};

const number = (text: string | null): number | null => (text === null ? null : Number(text));
