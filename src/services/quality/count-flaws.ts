import { type Flaw, flaws } from '../../domain/flaws.ts';
import type { Stores } from '../../stores/stores.ts';
import { joined, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { type FlawsAsked, flawTable } from '../activity/flaw-sql.ts';

/** Legal entities of a branch, and how many of them have each flaw. `branch` 0: nobody's. */
export interface FlawCounts {
  readonly branch: number;
  readonly units: number;
  readonly flawed: Readonly<Record<Flaw, number>>;
}

/** Legal entities in scope by the branch that is responsible for them on the last loaded day. */
export async function countFlaws(
  { warehouse }: Pick<Stores, 'warehouse'>,
  asked: FlawsAsked,
): Promise<FlawCounts[]> {
  const counts = flaws.map((flaw) => sql`toUInt32(countIf(${raw(flaw)})) AS ${raw(`of_${flaw}`)}`);
  const { text, params } = statement(sql`
    SELECT branch, toUInt32(count()) AS units, ${joined(counts, ', ')}
    FROM (${flawTable(asked)}) GROUP BY branch ORDER BY branch`);
  const rows = await warehouse.rows<Record<string, number>>(text, params);
  return rows.map(({ branch = 0, units = 0, ...row }) => ({
    ...{ branch, units },
    flawed: Object.fromEntries(flaws.map((flaw) => [flaw, row[`of_${flaw}`] ?? 0])) as Record<Flaw, number>,
  }));
}

export const noFlaws = Object.fromEntries(flaws.map((flaw) => [flaw, 0])) as Record<Flaw, number>;

/** Of some branches together. */
export const inAll = (some: readonly FlawCounts[]): Pick<FlawCounts, 'units' | 'flawed'> => ({
  units: some.reduce((sum, { units }) => sum + units, 0),
  flawed: some.reduce(
    (all, { flawed }) =>
      Object.fromEntries(flaws.map((flaw) => [flaw, all[flaw] + flawed[flaw]])) as Record<Flaw, number>,
    noFlaws,
  ),
});
