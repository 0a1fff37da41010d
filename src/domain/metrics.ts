import { type Dimension, isAssignable, kindOf } from './dimensions.ts';
import { isJudged, type Method } from './method.ts';
import type { SetState } from './sets/customer-set.ts';

/** Figures (counting rules, §3–§5), by the names that answers have. */
export const metrics = [
  'activeBase',
  'totalBase',
  'workingBase',
  'inactive',
  'outsideAssignment',
  'prospects',
  'coverage',
  'new',
  'retained',
  'reactivated',
  'lost',
  'transferredIn',
  'transferredOut',
  'sales',
  'salesExVat',
  'documents',
  'avgCheck',
  'avgPerClient',
  'frequency',
  'skuPairs',
  'avgSkuPerClient',
] as const;
export type Metric = (typeof metrics)[number];

/**
 * What a metric is made of: the size of a set, a sum over lines, a number of different things, or a quotient. The set
 * is who stands behind the figure: its size where the figure is a size, those whose lines are added up elsewhere.
 */
interface MetricShape {
  readonly kind: 'size' | 'sum' | 'distinct' | 'ratio';
  readonly behind: SetState;
}

export const metricShapes: Readonly<Record<Metric, MetricShape>> = {
  activeBase: { kind: 'size', behind: 'active' },
  totalBase: { kind: 'size', behind: 'totalBase' },
  workingBase: { kind: 'size', behind: 'workingBase' },
  inactive: { kind: 'size', behind: 'inactive' },
  outsideAssignment: { kind: 'size', behind: 'outsideAssignment' },
  prospects: { kind: 'size', behind: 'prospects' },
  coverage: { kind: 'ratio', behind: 'active' },
  new: { kind: 'size', behind: 'new' },
  retained: { kind: 'size', behind: 'retained' },
  reactivated: { kind: 'size', behind: 'reactivated' },
  lost: { kind: 'size', behind: 'lost' },
  transferredIn: { kind: 'size', behind: 'transferredIn' },
  transferredOut: { kind: 'size', behind: 'transferredOut' },
  sales: { kind: 'sum', behind: 'withLines' },
  salesExVat: { kind: 'sum', behind: 'withLines' },
  documents: { kind: 'distinct', behind: 'active' },
  avgCheck: { kind: 'ratio', behind: 'active' },
  avgPerClient: { kind: 'ratio', behind: 'active' },
  frequency: { kind: 'ratio', behind: 'active' },
  skuPairs: { kind: 'distinct', behind: 'active' },
  avgSkuPerClient: { kind: 'ratio', behind: 'active' },
};

type Rules = Pick<Method, 'unit' | 'thresholds' | 'attribution' | 'totalBase'>;

/**
 * Whether the parts of a dimension (`time`: of a period) add up to the whole. Sums of lines always do. Units do where
 * each has one member: by attributes of the client, of the point when points are counted, and by whoever is responsible.
 * Over time a unit is new once, unless thresholds keep its first lines from counting. Documents never: one may have
 * lines of several members.
 */
export function isAdditive(
  metric: Metric,
  over: Dimension | 'time',
  { unit, thresholds, attribution, totalBase }: Rules,
): boolean {
  const { kind } = metricShapes[metric];
  if (kind === 'sum') return true;
  if (kind === 'ratio' || metric === 'documents') return false;
  if (over === 'time') return metric === 'new' && !isJudged({ thresholds });
  const member = kindOf(over);
  if (metric === 'skuPairs' && member === 'product') return true;
  if (isAssignable(over)) return attribution === 'assigned' && isOfOneMember(metric, totalBase);
  return member === 'client' || (member === 'place' && unit === 'deliveryPoint');
}

/** Whoever is handed over is retained of the whole and of no part; not everybody who is assigned is so to a rep. */
const isOfOneMember = (metric: Metric, totalBase: Method['totalBase']): boolean =>
  !['retained', 'transferredIn', 'transferredOut', 'outsideAssignment'].includes(metric) &&
  !isOfAssigned(metric, totalBase);

/** Whether a figure counts whoever is assigned, bought or not. */
export const isOfAssigned = (metric: Metric, totalBase: Method['totalBase']): boolean =>
  totalBase === 'assigned' && isOfBase(metric);

/** Whether a figure counts who belongs to the base, bought or not. */
export const isOfBase = (metric: Metric): boolean =>
  ['totalBase', 'workingBase', 'inactive'].includes(metric);
