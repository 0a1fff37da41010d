import { z } from 'zod';
import { fixed, round } from '../../domain/decimal.ts';
import type { Slice } from '../../domain/dimensions.ts';
import type { Method } from '../../domain/method.ts';
import type { Period } from '../../domain/period.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Scope } from '../../domain/scope.ts';
import type { CustomerSet } from '../../domain/sets/customer-set.ts';
import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { ids, type Sql, sql, statement } from '../../stores/warehouse/sql.ts';
import { currentVersion, type DataVersion } from '../ledger/data-version.ts';
import { type Exclusion, exclusions } from './counted-lines.ts';
import { versionOfWalk } from './customer-page.ts';
import { frameOfList } from './customers.ts';
import type { DocumentLines, DocumentPage, DocumentRow, LineChoice } from './document-report.ts';
import { type DocumentKey, documentIds, linesOfDocument, pageOfDocuments } from './document-sql.ts';
import { dressUnits } from './dress-units.ts';
import type { Frame } from './frame.ts';
import { memberNames, namesOfMembers } from './member-names.ts';
import { listHash } from './page-cursor.ts';
import { noStoredSet, type SetContext, setMembers } from './set-sql.ts';
import { shownAmong } from './shown-sql.ts';

export interface DocumentsQuestion {
  readonly set: CustomerSet;
  readonly period: Period;
  readonly slice: Slice;
  readonly lines: LineChoice;
  /** Rows of a page. */
  readonly limit: number;
  /** Where the page before ended; the rest of the question has to be the same. */
  readonly cursor?: string;
  /** What the set is compiled in, for a version of the data. */
  readonly contextOf: (set: CustomerSet, version: DataVersion) => Promise<SetContext>;
}

/** Where a walk goes on: the last row shown. What may be seen is asked anew with every page, so it need not be signed. */
const documentCursor = z.strictObject({
  format: z.literal(1),
  version: z.int().nonnegative(),
  method: z.int().positive(),
  date: z.iso.date(),
  doc: z.string().regex(/^\d{1,39}$/),
  unit: z.int().positive().max(4_294_967_295),
  list: z.string().length(22),
});
type DocumentCursor = z.infer<typeof documentCursor>;

type Row = Readonly<Record<`excluded_${Exclusion}` | 'size' | 'lines' | 'counted', string>> & {
  readonly unit: number;
  readonly doc: string;
  readonly date: IsoDate;
  readonly quantity: Decimal | null;
  readonly sales: Decimal | null;
  readonly sales_net: Decimal | null;
  readonly kinds: readonly string[];
  readonly numbered: boolean;
  readonly point: number;
  readonly rep: number;
  readonly branch: number;
};

/**
 * A page of the documents behind a set, a period and a slice, newest first. All pages of a walk are of the version of the
 * data with which it began; who may be named is asked of that version and of today's.
 * @throws Refusal `listCursorUnreadable`, `listCursorUnfit`, `listVersionGone`, problems of the set
 */
export async function documentPage(stores: Stores, question: DocumentsQuestion): Promise<DocumentPage> {
  const { set, period, slice, lines, limit } = question;
  const cursor = question.cursor === undefined ? null : readCursor(question.cursor);
  const hash = listHash(['documents', set, period.label, slice, lines]);
  if (cursor !== null && cursor.list !== hash) throw new Refusal({ code: 'listCursorUnfit' });
  const version = await versionOfWalk(stores, cursor);
  const asBegun = cursor === null ? set : { ...set, method: { ...set.method, version: cursor.method } };
  const context = await question.contextOf(asBegun, version);
  const frame: Frame = {
    ...frameOfList({ ...context, set: set.set, period, slice }),
    who: setMembers(set.set, context),
  };
  const found = await rowsOf<Row>(stores, pageOfDocuments(frame, lines, limit + 1, cursor));
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  const { method } = context;
  return {
    total: Number(found[0]?.size ?? 0),
    dataVersion: version.version,
    rows: await dressed(stores, frame, page),
    ...(last !== undefined && {
      next: writeCursor({
        ...{ version: version.version, method: method.version, list: hash },
        ...{ date: last.date, doc: last.doc, unit: last.unit },
      }),
    }),
  };
}

/** Documents of a frame's units behind a row (or from the newest), newest first, at most `limit`. */
export async function documentRows(
  stores: Stores,
  frame: Frame,
  lines: LineChoice,
  limit: number,
  after: DocumentKey | null,
): Promise<DocumentRow[]> {
  return await dressed(stores, frame, await rowsOf<Row>(stores, pageOfDocuments(frame, lines, limit, after)));
}

const writeCursor = (cursor: Omit<DocumentCursor, 'format'>): string =>
  Buffer.from(JSON.stringify({ format: 1, ...cursor } satisfies DocumentCursor)).toString('base64url');

function readCursor(text: string): DocumentCursor {
  try {
    return documentCursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new Refusal({ code: 'listCursorUnreadable' });
  }
}

async function rowsOf<One>({ warehouse }: Pick<Stores, 'warehouse'>, query: Sql): Promise<One[]> {
  const { text, params } = statement(query);
  return (await warehouse.rows<object>(text, params)) as One[];
}

async function dressed(stores: Stores, frame: Frame, rows: readonly Row[]): Promise<DocumentRow[]> {
  const named = await namesOf(stores, frame, frame.unit, rows, 'unit');
  const places = await namesOf(stores, frame, 'deliveryPoint', rows, 'point');
  const members = await memberNames(stores, [...new Set(rows.flatMap(({ rep, branch }) => [rep, branch]))]);
  const numbers = await numbersOf(stores, frame.version, rows);
  return rows.map((row): DocumentRow => {
    const who = named(row.unit);
    const place = row.point === 0 || who === null ? null : places(row.point);
    const excluded = exclusions.flatMap((name) => {
      const count = Number(row[`excluded_${name}`]);
      return count === 0 ? [] : [[name, count] as const];
    });
    return {
      id: row.doc,
      customer: row.unit,
      shown: who !== null,
      name: who?.name ?? '',
      date: row.date,
      number: row.numbered ? (numbers.get(row.doc) ?? '') : null,
      kinds: row.kinds,
      deliveryPoint: place === null ? null : { id: row.point, name: place.name, address: place.address },
      rep: members.get(row.rep) ?? '',
      branch: members.get(row.branch) ?? '',
      lines: Number(row.lines),
      quantity: row.quantity === null ? null : round(row.quantity, 4),
      sales: exact(row.sales),
      salesExVat: exact(row.sales_net),
      counted: Number(row.counted),
      excluded: Object.fromEntries(excluded),
    };
  });
}

/** Money is kept with four decimals; those beyond the second are written where they say something. */
const exact = (amount: Decimal | null): Decimal | null => {
  if (amount === null) return null;
  const short = round(amount, 4);
  return (short.split('.')[1]?.length ?? 0) > 2 ? short : fixed(short, 2);
};

/** Names of units of rows; null: the reader may not be told, of the version of the list or of today's. */
async function namesOf(
  stores: Stores,
  frame: Frame,
  unit: CountUnit,
  rows: readonly Row[],
  column: 'unit' | 'point',
) {
  const all = [...new Set(rows.map((row) => row[column]))].filter((id) => id !== 0);
  const shown = await shownOf(stores, { ...frame, unit }, all);
  const names = await dressUnits(stores, unit, [...shown]);
  return (id: number) => (shown.has(id) ? names(id) : null);
}

async function shownOf(stores: Stores, frame: Frame, all: readonly number[]): Promise<ReadonlySet<number>> {
  if (frame.scope.nodes === null || all.length === 0) return new Set(all);
  const { who: _, ...everybody } = frame;
  const now = await currentVersion(stores.records);
  const versions = now.version === frame.version.version ? [now] : [frame.version, now];
  let some = [...all];
  for (const version of versions) {
    if (some.length === 0) break;
    const rows = await rowsOf<{ unit: number }>(stores, shownAmong({ ...everybody, version }, some));
    some = rows.map((row) => row.unit);
  }
  return new Set(some);
}

/** Numbers as the latest applied version of each document has them. */
async function numbersOf(
  stores: Stores,
  { applied }: DataVersion,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const numbered = [...new Set(rows.flatMap(({ numbered: is, doc }) => (is ? [doc] : [])))];
  if (numbered.length === 0) return new Map();
  const order = ids(applied);
  const found = await rowsOf<{ id: string; number: string }>(
    stores,
    sql`SELECT toString(doc) AS id, argMax(number, indexOf(${order}, import_id)) AS number FROM document
      PREWHERE doc IN ${documentIds(numbered)}
      WHERE import_id IN ${order} GROUP BY doc`,
  );
  return new Map(found.map(({ id, number }) => [id, number]));
}

export interface DocumentQuestion {
  readonly unit: CountUnit;
  readonly method: Method;
  readonly version: DataVersion;
  readonly scope: Scope;
  readonly period: Period;
  readonly slice: Slice;
  readonly lines: LineChoice;
  /** A row of `documentPage`. */
  readonly id: string;
  readonly customer: number;
}

interface LineRow {
  readonly date: IsoDate;
  readonly kind: string;
  readonly product: number;
  readonly category: string | null;
  readonly quantity: Decimal | null;
  readonly sales: Decimal | null;
  readonly sales_net: Decimal | null;
  readonly excluded: Exclusion | '';
}

/**
 * The lines of one document that one customer has in a period and slice: those that its row adds up, as of today's data.
 * @throws Refusal `documentUnknown`
 */
export async function documentLines(stores: Stores, question: DocumentQuestion): Promise<DocumentLines> {
  const { unit, version, method, scope, period, slice, lines, id, customer } = question;
  const frame = frameOfList({
    ...{ version, method, unit, scope, period, slice, today: version.asOf ?? period.to, kept: null },
    ...{ set: { kind: 'ids', ids: [customer] }, stored: noStoredSet },
  });
  const rows = await rowsOf<LineRow>(stores, linesOfDocument(frame, lines, { doc: id, unit: customer }));
  if (rows.length === 0) throw new Refusal({ code: 'documentUnknown' });
  const products = [...new Set(rows.map(({ product }) => product))].filter((one) => one !== 0);
  const names = await namesOfMembers(stores, 'sku', products.map(String));
  return {
    unit,
    dataVersion: version.version,
    lines: rows.map((row) => ({
      ...{ date: row.date, kind: row.kind, category: row.category ?? '' },
      product:
        row.product === 0
          ? null
          : { id: row.product, ...(names.get(String(row.product)) ?? { code: '', name: '' }) },
      quantity: row.quantity === null ? null : round(row.quantity, 4),
      sales: exact(row.sales),
      salesExVat: exact(row.sales_net),
      excluded: row.excluded === '' ? null : row.excluded,
    })),
  };
}
