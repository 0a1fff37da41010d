import { allDone } from '../../domain/all-done.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { buildAssignments } from './assignments.ts';
import { buildMonths } from './build-months.ts';
import type { DataVersion } from './data-version.ts';
import { buildDimensions, type DimensionChanges, monthsOfMovedPoints } from './dimensions.ts';
import { type LinesOfMonths, linesOfMonths } from './lines-of-months.ts';
import { buildMonthAssignments } from './month-assignments.ts';
import { buildMonthParents } from './month-parents.ts';
import type { MonthsToBuild } from './months-to-build.ts';
import { buildOrganisation } from './organisation.ts';
import { carryStatements, type Statement } from './stated.ts';

export interface GenerationToBuild {
  readonly before: DataVersion;
  readonly generation: number;
  /** Applied imports of the new state in order of their commits. */
  readonly applied: readonly number[];
  readonly changes: DimensionChanges;
  /** Months (`YYYYMM`) whose documents change. */
  readonly months: readonly number[];
  /** What somebody states now. */
  readonly stated?: readonly Statement[];
  /** Statements that do not hold any more. */
  readonly withdrawn?: readonly number[];
}

/**
 * Writes the new generation of everything derived: dimensions, the organisation, who is responsible for whom, and the
 * months whose documents, units or attribution change. Nothing shows before a commit names it. Returns the months, in order.
 */
export async function buildGeneration(
  warehouse: Warehouse,
  build: GenerationToBuild,
  onMonths: (months: readonly number[]) => void,
): Promise<number[]> {
  const { before, generation, applied } = build;
  const common = { generation, dimensions: generation };
  await buildDimensions(warehouse, before.dimensions, generation, build.changes);
  await carryStatements(warehouse, before.dimensions, generation, build.stated ?? [], build.withdrawn ?? []);
  const { points, hidden } = build.changes;
  const moved =
    points.length + hidden.points.length === 0
      ? []
      : await monthsOfMovedPoints(warehouse, before.dimensions, generation, applied);
  const months = inOrder([...build.months, ...moved]);
  const lines = await linesOfMonths(warehouse, applied, months);
  await readMonths(warehouse, { ...common, months }, lines);
  const rebuilt = Object.fromEntries(months.map((ym) => [String(ym), generation]));
  const next = { dimensions: generation, months: { ...before.months, ...rebuilt }, applied };
  await buildOrganisation(warehouse, next);
  const reattributed = await buildAssignments(warehouse, before, next);
  const linesAgain = await linesOfMonths(warehouse, applied, reattributed);
  await readMonths(warehouse, { ...common, months: reattributed }, linesAgain);
  const all = inOrder([...months, ...reattributed]);
  onMonths(all);
  const linesOfAll = reattributed.length === 0 ? lines : await linesOfMonths(warehouse, applied, all);
  await buildMonths(warehouse, { ...common, months: all }, linesOfAll);
  return all;
}

/** Writes what the lines of months show of the organisation; all of it has to be there before any month is built. */
export async function readMonths(
  warehouse: Warehouse,
  build: MonthsToBuild,
  lines: LinesOfMonths,
): Promise<void> {
  await allDone([buildMonthAssignments(warehouse, build, lines), buildMonthParents(warehouse, build, lines)]);
}

const inOrder = (months: readonly number[]): number[] => [...new Set(months)].sort((a, b) => a - b);
