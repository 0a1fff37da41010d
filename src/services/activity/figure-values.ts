import { divide, fixed } from '../../domain/decimal.ts';
import { type Dimension, kindOf } from '../../domain/dimensions.ts';
import type { Value } from '../../domain/figure-query.ts';
import type { Metric } from '../../domain/metrics.ts';
import { knowsAssigned } from './assigned-base-sql.ts';
import type { Frame } from './frame.ts';
import { asksWhoCalls, isOpen } from './not-yet-sql.ts';
import { knowsRegistered } from './registered-sql.ts';
import { type StateSet, sizeColumn } from './states-sql.ts';

export type Row = Record<string, string | null>;

/** What the passes have found of a combination of members in one period. */
export class Found {
  sizes: Row | undefined = undefined;
  sums: Row | undefined = undefined;
  notYet: Row | undefined = undefined;
  activeAssigned: Row | undefined = undefined;
  registered = 0;
  prospects = 0;
  /** Of the total base, those who have stopped for good. */
  stopped = 0;
  /** Of the level without products. */
  assigned = 0;
}

/** The figures of cells of one level of a frame, one by one: a table of thousands of cells asks for few of them. */
export type FigureOf = (metric: Metric, period: number, found: Found) => Value;

/** Members are compared with the company: customers come from others and go to them. */
export const isOfOrganisation = (
  { slice, scope }: Pick<Frame, 'slice' | 'scope'>,
  level: readonly Dimension[],
): boolean =>
  scope.nodes !== null ||
  [...level, ...slice.map(({ dimension }) => dimension)].some((one) => kindOf(one) === 'organisation');

export function figuresOfLevel(frame: Frame, level: readonly Dimension[]): FigureOf {
  const { slice, method } = frame;
  const dimensions = [...level, ...slice.map(({ dimension }) => dimension)];
  const [hasRegistered, hasAssigned] = [knowsRegistered(dimensions), knowsAssigned(dimensions)];
  const isAssigned = method.totalBase === 'assigned';
  const isAllRegistered = method.totalBase === 'allRegistered' && hasRegistered;
  const transfers = isOfOrganisation(frame, level);
  const hasCaller = asksWhoCalls(frame, level);

  const size = ({ sizes }: Found, name: StateSet): number => Number(sizes?.[sizeColumn[name]] ?? 0);
  // Without a row nothing was sold; null in a row is unknown.
  const sum = ({ sums }: Found, name: string): string | null =>
    sums === undefined ? '0' : (sums[name] ?? null);
  const outside = (found: Found): number | null =>
    hasAssigned ? size(found, 'active') - Number(found.activeAssigned?.active_assigned ?? 0) : null;
  /** Those of the base who are active. */
  const activeInBase = (found: Found): number | null => {
    const rest = isAssigned ? outside(found) : 0;
    return rest === null ? null : size(found, 'active') - rest;
  };
  const totalBase = (found: Found): number | null => {
    if (isAssigned) return hasAssigned ? found.assigned : null;
    return isAllRegistered ? found.registered : size(found, 'totalBase');
  };
  const workingBase = (found: Found): number | null => {
    const all = totalBase(found);
    return all === null ? null : all - found.stopped;
  };
  const inactive = (found: Found): number | null => {
    const [all, active] = [totalBase(found), activeInBase(found)];
    return all === null || active === null ? null : all - active;
  };
  const sales = (found: Found): string | null => sum(found, 'sales');
  const documents = (found: Found): string | null => sum(found, 'documents');
  const skuPairs = (found: Found): string | null => sum(found, 'sku_pairs');
  const active = (found: Found): string => String(size(found, 'active'));

  const figures: Readonly<Record<Metric, (found: Found, period: number) => Value>> = {
    activeBase: (found) => size(found, 'active'),
    totalBase,
    workingBase,
    inactive,
    outsideAssignment: outside,
    prospects: ({ prospects }) => (hasRegistered ? prospects : null),
    coverage: (found) => ratio(text(activeInBase(found)), text(totalBase(found)), 4),
    new: (found) => size(found, 'new'),
    retained: (found) => size(found, 'retained'),
    reactivated: (found) => size(found, 'reactivated'),
    lost: (found, period) =>
      hasCaller && isOpen(frame, period) ? Number(found.notYet?.not_yet ?? 0) : size(found, 'lost'),
    transferredIn: (found) => (transfers ? size(found, 'transferredIn') : null),
    transferredOut: (found) => (transfers ? size(found, 'transferredOut') : null),
    sales: (found) => money(sales(found)),
    salesExVat: (found) => money(sum(found, 'sales_net')),
    documents: (found) => number(documents(found)),
    avgCheck: (found) => ratio(sales(found), documents(found), 2),
    avgPerClient: (found) => ratio(sales(found), active(found), 2),
    frequency: (found) => ratio(documents(found), active(found), 4),
    skuPairs: (found) => number(skuPairs(found)),
    avgSkuPerClient: (found) => ratio(skuPairs(found), active(found), 4),
  };
  return (metric, period, found) => figures[metric](found, period);
}

const text = (value: number | null): string | null => (value === null ? null : String(value));
const number = (value: string | null): number | null => (value === null ? null : Number(value));
const money = (value: string | null): string | null => (value === null ? null : fixed(value, 2));
const ratio = (dividend: string | null, divisor: string | null, places: number): string | null =>
  dividend === null || divisor === null ? null : quotient(dividend, divisor, places);

/** Half-up at `places` decimals; null when the divisor is 0. */
export function quotient(dividend: string, divisor: string, places: number): string | null {
  const exact = divide(dividend, divisor);
  return exact === null ? null : fixed(exact, places);
}
