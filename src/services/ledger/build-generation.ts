import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { buildAssignments } from './assignments.ts';
import { buildMonths } from './build-months.ts';
import type { DataVersion } from './data-version.ts';
import { buildDimensions, type DimensionChanges, monthsOfMovedPoints } from './dimensions.ts';
import { buildMonthAssignments } from './month-assignments.ts';

export interface GenerationToBuild {
  readonly before: DataVersion;
  readonly generation: number;
  /** Applied imports of the new state in order of their commits. */
  readonly applied: readonly number[];
  readonly changes: DimensionChanges;
  /** Months (`YYYYMM`) whose documents change. */
  readonly months: readonly number[];
}

/**
 * Writes the new generation of everything derived: dimensions, who is responsible for whom, and the months whose
 * documents, units or attribution change. Nothing shows before a commit names it. Returns the months, in order.
 */
export async function buildGeneration(
  warehouse: Warehouse,
  build: GenerationToBuild,
  onMonths: (months: readonly number[]) => void,
): Promise<number[]> {
  const { before, generation, applied } = build;
  const common = { generation, applied, dimensions: generation };
  await buildDimensions(warehouse, before.dimensions, generation, build.changes);
  const { points, hidden } = build.changes;
  const moved =
    points.length + hidden.points.length === 0
      ? []
      : await monthsOfMovedPoints(warehouse, before.dimensions, generation, applied);
  const months = inOrder([...build.months, ...moved]);
  await buildMonthAssignments(warehouse, { ...common, months });
  const rebuilt = Object.fromEntries(months.map((ym) => [String(ym), generation]));
  const next = { dimensions: generation, months: { ...before.months, ...rebuilt } };
  const reattributed = await buildAssignments(warehouse, before, next);
  await buildMonthAssignments(warehouse, { ...common, months: reattributed });
  const all = inOrder([...months, ...reattributed]);
  onMonths(all);
  await buildMonths(warehouse, { ...common, months: all });
  return all;
}

const inOrder = (months: readonly number[]): number[] => [...new Set(months)].sort((a, b) => a - b);
