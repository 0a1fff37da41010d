import { divide, fixed } from '../../domain/decimal.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import type { Period } from '../../domain/period.ts';
import type { CountUnit } from '../../domain/units.ts';
import { breather, sortedInTurns } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { type FigureFrame, lineSums, registeredSizes, setSizes } from './figure-sql.ts';
import { namesOfMembers } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import type { Dimension, FigureReport, FigureRow, Figures } from './report.ts';
import { type Slice, sliceOf } from './slice.ts';

export interface FigureQuestion {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  readonly period: Period;
  readonly by?: Dimension;
  readonly scope?: 'slice' | 'company';
}

type Counts = Record<string, string>;

interface Answer {
  member: string;
  sizes: Counts | undefined;
  sums: Counts | undefined;
  known: Counts | undefined;
}

/**
 * Figures of one period, whole and by one dimension. Money has two decimals, ratios four; a figure is null where the
 * source does not know it or its divisor is 0. Throws `Refusal` (`finerThanMonth`) for spans of days that cut a month
 * of which only the total is known.
 */
export async function figures(stores: Stores, question: FigureQuestion): Promise<FigureReport> {
  const { version, method, unit, period } = question;
  refuseFinerThanMonth(period, version);
  const frame: FigureFrame = { version, method, unit, period, scope: question.scope ?? 'slice' };
  const [whole] = await answers(stores, frame, null);
  const total = toFigures(frame, null, whole);
  const report: FigureReport = {
    period: { from: period.from, to: period.to, label: period.label },
    open: version.asOf !== null && period.to > version.asOf,
    countUnit: unit,
    method: { id: method.id, version: method.version },
    dataVersion: version.version,
    historySince: version.historySince,
    asOf: version.asOf,
    shortHistory: version.historySince !== null && period.from < addMonths(version.historySince, 12),
    figures: total,
  };
  if (question.by === undefined) return report;
  const slice = sliceOf(question.by, version);
  const members = await answers(stores, frame, slice);
  const names = await namesOfMembers(
    stores,
    slice,
    members.map((answer) => answer.member),
  );
  const rows: FigureRow[] = [];
  const breathe = breather();
  for (const answer of members) {
    const key = names.get(answer.member) ?? { code: answer.member, name: answer.member };
    rows.push({ key, figures: toFigures(frame, slice, answer) });
    await breathe();
  }
  const collator = new Intl.Collator('ru');
  const sorted = await sortedInTurns(
    rows,
    (a, b) =>
      b.figures.activeBase - a.figures.activeBase ||
      collator.compare(a.key.name, b.key.name) ||
      collator.compare(a.key.code, b.key.code),
  );
  return { ...report, by: question.by, rows: sorted, total };
}

async function answers(stores: Stores, frame: FigureFrame, slice: Slice | null): Promise<Answer[]> {
  const { warehouse } = stores;
  const registeredSql = registeredSizes(frame, slice);
  const [sizes, sums, known] = await Promise.all([
    warehouse.rows<Counts>(setSizes(frame, slice)),
    warehouse.rows<Counts>(lineSums(frame, slice)),
    registeredSql === null ? [] : warehouse.rows<Counts>(registeredSql),
  ]);
  const found = new Map<string, Answer>();
  const at = (row: Counts): Answer => {
    const member = row.member ?? '';
    let answer = found.get(member);
    if (answer === undefined) {
      answer = { member, sizes: undefined, sums: undefined, known: undefined };
      found.set(member, answer);
    }
    return answer;
  };
  for (const row of sizes) at(row).sizes = row;
  for (const row of sums) at(row).sums = row;
  for (const row of known) at(row).known = row;
  return [...found.values()];
}

function toFigures(frame: FigureFrame, slice: Slice | null, answer: Answer | undefined): Figures {
  const size = (name: string): number => Number(answer?.sizes?.[name] ?? 0);
  // Σ of an empty set is NULL in SQL and 0 here.
  const sum = (name: string): string => answer?.sums?.[name] ?? '0';
  const knows = (blank: string): boolean => sum(blank) === '0';
  const activeBase = size('active');
  const prospects =
    slice !== null && slice.unitMember === null ? null : Number(answer?.known?.prospects ?? 0);
  const registered = frame.method.totalBase === 'allRegistered' && prospects !== null;
  const totalBase = registered ? Number(answer?.known?.registered ?? 0) : size('totalBase');
  const noLines = sum('lines') === '0';
  const sales = noLines || sum('lines') !== sum('amount_unknown') ? sum('sales') : null;
  const documents = knows('unnumbered') ? sum('documents') : null;
  const skuPairs = knows('unknown_product') ? sum('sku_pairs') : null;
  const ratio = (dividend: string | null, divisor: string | number | null, places: number): string | null =>
    dividend === null || divisor === null ? null : quotient(dividend, String(divisor), places);
  return {
    activeBase,
    totalBase,
    inactive: totalBase - activeBase,
    prospects,
    coverage: ratio(String(activeBase), totalBase, 4),
    new: size('new'),
    retained: size('retained'),
    reactivated: size('reactivated'),
    lost: size('lost'),
    ...(slice?.kind === 'organisation' && {
      transferredIn: size('transferredIn'),
      transferredOut: size('transferredOut'),
    }),
    sales: sales === null ? null : fixed(sales, 2),
    salesExVat: knows('net_unknown') ? fixed(sum('sales_net'), 2) : null,
    documents: documents === null ? null : Number(documents),
    avgCheck: ratio(sales, documents, 2),
    avgPerClient: ratio(sales, activeBase, 2),
    frequency: ratio(documents, activeBase, 4),
    skuPairs: skuPairs === null ? null : Number(skuPairs),
    avgSkuPerClient: ratio(skuPairs, activeBase, 4),
  };
}

/** Half-up at `places` decimals; null when the divisor is 0. */
export function quotient(dividend: string, divisor: string, places: number): string | null {
  const exact = divide(dividend, divisor);
  return exact === null ? null : fixed(exact, places);
}
