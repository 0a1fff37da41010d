import type { Field } from '../../../domain/fields.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import { parseDate } from '../format/date.ts';
import type { NumberFormat } from '../format/format.ts';
import { decimalOf, parseScaled } from '../format/number.ts';
import type { Ask, ImportOptions } from '../import-summary.ts';
import { tableCells } from '../read/table-cells.ts';
import { manyValued } from '../recognise/fields-by-use.ts';
import type { ColumnReading } from '../recognition.ts';
import type { MemberTuple } from '../resolve/members.ts';
import type { PartyTuple } from '../resolve/observe.ts';
import type { ProductTuple } from '../resolve/products.ts';
import type { ColumnPlan } from '../stage/column-plan.ts';
import { cardFields, memberFields, productFields } from '../stage/column-plan.ts';
import { cell } from '../stage/line-sql.ts';
import { cleanCell } from '../stage/load-source.ts';
import { askFor } from './ask-for.ts';
import { decidePlan } from './decide-plan.ts';
import type { OpenedFiles, OpenedTable } from './open-tables.ts';
import type { StagedTable } from './stage-tables.ts';

export interface CustomerCard {
  readonly cells: PartyTuple;
  readonly members: MemberTuple;
}

/** What the tables beside the shipments say. */
export interface Companions {
  readonly cards: readonly CustomerCard[];
  readonly products: readonly ProductTuple[];
  readonly people: readonly MemberTuple[];
  /** Rows taken from each companion table. */
  readonly taken: ReadonlyMap<OpenedTable, number>;
  readonly findings: readonly Problem[];
}

/** A companion is joined by its codes when at least this share of the shipments' codes is found in it. */
const JOIN_SHARE = 0.99;

const codeOf = { customers: 'clientCode', products: 'skuCode' } as const;

export async function observeCompanions(
  stores: Stores,
  opened: OpenedFiles,
  shipments: readonly StagedTable[],
  options: ImportOptions,
  ask: Ask,
): Promise<Companions> {
  const cards: CustomerCard[] = [];
  const products: ProductTuple[] = [];
  const people: MemberTuple[] = [];
  const taken = new Map<OpenedTable, number>();
  const findings: Problem[] = [];
  for (const one of opened.tables) {
    const { kind } = one.recognition;
    if (
      kind !== 'customers' &&
      kind !== 'deals' &&
      kind !== 'products' &&
      kind !== 'people' &&
      kind !== 'territories'
    )
      continue;
    const formats = await formatsOfCards(stores, one, options, ask);
    const { rows: found, unreadable } = await readRows(one, formats);
    if (unreadable > 0)
      findings.push({
        code: 'cardAmountsUnreadable',
        place: { file: one.table.file },
        params: { file: one.table.file, cells: unreadable },
      });
    if (kind === 'customers' || kind === 'products') {
      const field = codeOf[kind];
      const table = shipments.map(({ staged }) => (kind === 'customers' ? staged.parties : staged.products));
      const share = await joinShare(
        stores,
        shipments,
        table,
        field,
        new Set(found.map((row) => row[field] ?? '')),
      );
      if (share !== null && share.found / share.total < JOIN_SHARE) {
        const params = {
          file: one.table.file,
          found: share.found,
          total: share.total,
          percent: Math.floor((1000 * share.found) / share.total) / 10,
        };
        const answer = await askFor(
          { code: 'companionJoin', key: `join:${one.table.file}`, options: ['join', 'skip'], params },
          options,
          ask,
        );
        if (answer === 'skip') {
          findings.push({ code: 'companionSkipped', place: { file: one.table.file }, params });
          continue;
        }
      }
    }
    taken.set(one, found.length);
    for (const row of found) {
      if (kind === 'products') products.push(pick(row, productFields));
      else if (kind === 'people' || kind === 'territories') people.push(pick(row, memberFields));
      else
        cards.push({
          cells: pick({ ...row, debtDate: row.debtDate || one.recognition.asOf || '' }, cardFields),
          members: pick(row, memberFields),
        });
    }
  }
  return { cards, products, people, taken, findings };
}

type Cells = Partial<Record<Field, string>>;

function pick<F extends Field>(row: Cells, wanted: readonly F[]): Partial<Record<F, string>> {
  const picked: Partial<Record<F, string>> = {};
  for (const field of wanted) {
    const value = row[field];
    if (value !== undefined && value !== '') picked[field] = value;
  }
  return picked;
}

/** Those whose spelling the whole column decides. */
const writtenFields: ReadonlySet<Field | null> = new Set<Field>([
  ...(['creditLimit', 'debt', 'overdueDebt', 'debtDate'] as const),
]);

/** How the amounts and days of debts of a list of customers are written; of several readings a person chooses. */
async function formatsOfCards(
  stores: Stores,
  { table, recognition }: OpenedTable,
  options: ImportOptions,
  ask: Ask,
): Promise<ColumnPlan['formats']> {
  const isWritten = (column: ColumnReading): boolean => writtenFields.has(column.field);
  if (recognition.kind !== 'customers' || !recognition.columns.some(isWritten)) return new Map();
  const columns = recognition.columns.map((column) =>
    isWritten(column) ? column : { ...column, field: null },
  );
  return (await decidePlan(stores, table, { ...recognition, columns }, options, ask)).plan.formats;
}

/** A plain decimal in whole currency; null: it is no amount. */
function amountOf(text: string, format: NumberFormat, multiplier: number): string | null {
  const scaled = parseScaled(text, format);
  return typeof scaled === 'bigint' ? decimalOf(scaled * BigInt(multiplier)) : null;
}

/** Rows with anything in a column we know, totals left out; and how many amounts could not be read. */
async function readRows(
  { table, recognition }: OpenedTable,
  formats: ColumnPlan['formats'],
): Promise<{ readonly rows: Cells[]; readonly unreadable: number }> {
  let unreadable = 0;
  const columns = recognition.columns.flatMap((column) =>
    column.field === null
      ? []
      : [{ index: column.index, field: column.field, multiplier: column.multiplier ?? 1 }],
  );
  const marks = new Set(recognition.totalMarks);
  const rows: Cells[] = [];
  for await (const source of tableCells(table)) {
    if (source.row < recognition.firstDataRow) continue;
    const row: Cells = {};
    for (const { index, field, multiplier } of columns) {
      let value = cleanCell(source.cells[index] ?? '');
      const format = formats.get(field);
      if (format?.type === 'number' && value !== '') {
        const amount = amountOf(value, format.format, multiplier);
        if (amount === null) unreadable++;
        // A limit that is no amount («по согласованию») says something all the same.
        value = amount ?? (field === 'creditLimit' ? value : '');
      }
      if (format?.type === 'date') value = parseDate(value, format.format) ?? '';
      const known = row[field] ?? '';
      // Several phones are a list; surname and name in two columns are one name.
      row[field] =
        known === '' || value === ''
          ? known + value
          : `${known}${manyValued.has(field) ? ', ' : ' '}${value}`;
    }
    const first = cleanCell(source.cells[0] ?? '').toLowerCase();
    if (marks.has(first) || Object.values(row).every((value) => value === '')) continue;
    rows.push(row);
  }
  return { rows, unreadable };
}

/** How many of the shipments' distinct codes the companion has; null when they have no codes to compare. */
async function joinShare(
  stores: Stores,
  shipments: readonly StagedTable[],
  tables: readonly string[],
  field: Field,
  known: ReadonlySet<string>,
): Promise<{ found: number; total: number } | null> {
  const codes = new Set<string>();
  for (const [index, { staged }] of shipments.entries()) {
    if (!staged.plan.recognition.columns.some((column) => column.field === field)) continue;
    const sql = `SELECT DISTINCT ${cell(field)} AS code FROM ${tables[index]} WHERE code != ''`;
    for await (const row of stores.warehouse.stream<{ code: string }>(sql)) codes.add(row.code);
  }
  if (codes.size === 0 || (known.size === 1 && known.has(''))) return null;
  let found = 0;
  for (const code of codes) if (known.has(code)) found++;
  return { found, total: codes.size };
}
