import { type Metric, metricShapes } from '../../../../src/domain/metrics.ts';
import type { Heat } from '../../design/figure-cell.tsx';
import type { Leaf, Pivot, PivotRow } from './pivot.ts';
import { comparedOf, valueIn } from './pivot.ts';

export interface HeatScale {
  readonly of: (row: PivotRow, leaf: Leaf) => Heat | undefined;
  /** Deviation at which the colour is strongest. */
  readonly reach?: number;
  /** Periods that are not over stay without colour: they are compared with whole ones. */
  readonly openLeft?: boolean;
}

/** Deviations so small say nothing. */
const blank = 0.015;
const markedBelow = -0.05;
/** Of so few customers a deviation is chance. */
export const fewest = 25;
const reaches = [0.14, 0.3, 0.6] as const;
/** Where more is worse. */
const worse: readonly Metric[] = ['lost', 'inactive', 'transferredOut', 'outsideAssignment'];

const none: HeatScale = { of: () => undefined };

export function heatScale(
  pivot: Pivot,
  rows: readonly PivotRow[],
  colour: 'none' | 'amount' | 'deviation',
): HeatScale {
  if (colour === 'amount') return byAmount(pivot, rows);
  return colour === 'deviation' && pivot.answer.query.compare.length > 0 ? byDeviation(pivot, rows) : none;
}

/** Six steps up to the greatest of a metric at the depth of the row; totals of columns have a scale of their own. */
function byAmount(pivot: Pivot, rows: readonly PivotRow[]): HeatScale {
  const scaleOf = (row: PivotRow, leaf: Leaf) => `${row.members.length} ${leaf.metric} ${leaf.total}`;
  const most = new Map<string, number>();
  const values = pivot.leaves.filter(({ shown }) => shown === 'value');
  for (const row of rows)
    for (const leaf of values) {
      const scale = scaleOf(row, leaf);
      most.set(scale, Math.max(most.get(scale) ?? 0, valueIn(row, leaf, undefined) ?? 0));
    }
  return {
    of: (row, leaf) => {
      if (leaf.shown !== 'value' || leaf.total || row.members.length === 0) return undefined;
      const value = valueIn(row, leaf, undefined) ?? 0;
      const top = most.get(scaleOf(row, leaf)) ?? 0;
      return value <= 0 || top <= 0
        ? undefined
        : { by: 'amount', step: Math.min(6, Math.ceil((6 * value) / top)) };
    },
  };
}

function byDeviation(pivot: Pivot, rows: readonly PivotRow[]): HeatScale {
  const { answer, leaves } = pivot;
  const [comparison] = answer.query.compare;
  const coloured = leaves.filter(
    ({ shown, period, total }) =>
      shown === 'value' &&
      !total &&
      (comparison === 'sameWorkingDay' || answer.periods[period]?.open !== true),
  );
  const keys = new Set(coloured.map(({ key }) => key));
  const deviationOf = (row: PivotRow, leaf: Leaf): number | undefined => {
    const cell = row.cells.get(leaf.place);
    const before = comparedOf(cell, comparison, leaf.metric);
    const now = valueIn(row, leaf, undefined);
    if (now === undefined || before === undefined || before <= 0) return undefined;
    if (metricShapes[leaf.metric].kind === 'size' && before < fewest) return undefined;
    return now / before - 1;
  };
  const sizes = rows
    .slice(0, 500)
    .flatMap((row) => coloured.flatMap((leaf) => Math.abs(deviationOf(row, leaf) ?? 0)))
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const usual = sizes[Math.floor(sizes.length * 0.85)] ?? 0;
  const reach = reaches.find((one) => usual <= one) ?? 0.6;
  return {
    reach,
    openLeft: comparison !== 'sameWorkingDay' && answer.periods.some(({ open }) => open),
    of: (row, leaf) => {
      const deviation = row.members.length > 0 && keys.has(leaf.key) ? deviationOf(row, leaf) : undefined;
      if (deviation === undefined || Math.abs(deviation) < blank) return undefined;
      const good = worse.includes(leaf.metric) ? -deviation : deviation;
      const share = Math.min(1, (Math.abs(deviation) - blank) / (reach - blank));
      return {
        by: 'deviation',
        better: good > 0,
        tint: Math.round(6 + 24 * share),
        marked: good < markedBelow,
      };
    },
  };
}
