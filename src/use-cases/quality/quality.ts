import { today } from '../../domain/clock.ts';
import { cardScore, type Flaw } from '../../domain/flaws.ts';
import { addDays } from '../../domain/iso-date.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { type SuddenJump, suddenJumps, watched } from '../../domain/sudden-jumps.ts';
import type { IsoDate } from '../../domain/units.ts';
import { type BranchGaps, dataGaps } from '../../services/calendar/data-gaps.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { countFlaws, type FlawCounts, inAll } from '../../services/quality/count-flaws.ts';
import { type BranchMonth, monthSeries } from '../../services/quality/month-series.ts';
import { refreshMarks } from '../../services/quality/refresh-marks.ts';
import type { Stores } from '../../stores/stores.ts';

/** How good what is known is, of the whole of what the reader sees or of a branch of it. */
export interface QualityOf {
  /** null: the whole; 0: customers whom no branch has. */
  readonly branch: number | null;
  /** Of a branch. */
  readonly code: string;
  readonly name: string;
  /** Legal entities. */
  readonly units: number;
  /** 0 to 100, one decimal; null of nobody. */
  readonly score: number | null;
  /** Legal entities with each flaw; the list is the set `{kind: 'flawed', flaw}` of legal entities. */
  readonly flawed: Readonly<Record<Flaw, number>>;
  /** Scores of earlier days, in order; empty for whoever sees a part of it only. */
  readonly trend: readonly { readonly day: IsoDate; readonly score: number }[];
  /** Working days without shipments among the last ninety; null: he sees a part of the branch only. */
  readonly days: { readonly missing: readonly IsoDate[]; readonly of: number } | null;
  readonly jumps: readonly (SuddenJump & { readonly measure: (typeof watched)[number] })[];
}

export interface QualityOverview {
  readonly dataVersion: number;
  /** The last loaded day, or today. */
  readonly day: IsoDate;
  readonly whole: QualityOf;
  readonly branches: readonly QualityOf[];
}

/** Quality of what is known of customers. */
export interface Quality {
  overview(): Promise<QualityOverview>;
}

export const qualityOf = (desk: Desk): Quality => ({ overview: () => overview(desk) });

const gapDays = 90;

async function overview({ stores, viewer: { scope } }: Desk): Promise<QualityOverview> {
  const version = await currentVersion(stores.records);
  const marks = await refreshMarks(stores);
  const day = version.asOf ?? today();
  const counts = await countFlaws(stores, { version, scope, marks, today: day });
  const whole = scope.nodes === null;
  if (whole) await noteDay(stores, counts);
  const own = scope.nodes?.flatMap(({ dimension, member }) => (dimension === 'branch' ? [member] : [])) ?? [];
  const seesAllOf = (branch: number | null): boolean => whole || (branch !== null && own.includes(branch));
  const [series, gaps, trends, names] = await Promise.all([
    monthSeries(stores, version, scope),
    dataGaps(stores, version, { from: addDays(day, -gapDays + 1), to: day }),
    trendsOf(stores),
    branchNames(stores),
  ]);
  const told = (
    branch: number | null,
    { units, flawed }: Pick<FlawCounts, 'units' | 'flawed'>,
  ): QualityOf => ({
    ...{ branch, units, flawed, score: cardScore(units, flawed) },
    ...(names.get(branch ?? 0) ?? { code: '', name: '' }),
    trend: seesAllOf(branch) ? (trends.get(branch ?? WHOLE) ?? []) : [],
    days: seesAllOf(branch) ? daysOf(gaps, branch ?? 0) : null,
    jumps: jumpsOf(series, branch ?? WHOLE),
  });
  return {
    ...{ dataVersion: version.version, day },
    whole: told(null, inAll(counts)),
    branches: counts.map((one) => told(one.branch, one)),
  };
}

/** Writes down how good the data are today: once a day, the last look counts. */
export async function noteQuality(stores: Stores, version: DataVersion): Promise<void> {
  const marks = await refreshMarks(stores);
  const day = version.asOf ?? today();
  await noteDay(stores, await countFlaws(stores, { version, scope: wholeCompany, marks, today: day }));
}

/** In `quality_day`, for all branches together. */
const WHOLE = -1;

async function noteDay({ records }: Stores, counts: readonly FlawCounts[]): Promise<void> {
  const rows = [...counts, { branch: WHOLE, ...inAll(counts) }];
  const day = today();
  await records.transaction(async (tx) => {
    await tx.deleteFrom('quality_day').where('day', '=', day).execute();
    await tx
      .insertInto('quality_day')
      .values(
        rows.map(({ branch, units, flawed }) => ({ day, branch, units, flawed: JSON.stringify(flawed) })),
      )
      .execute();
  });
}

async function trendsOf({ records }: Stores): Promise<Map<number, QualityOf['trend']>> {
  const rows = await records.db.selectFrom('quality_day').selectAll().orderBy('day').execute();
  const points = rows.flatMap(({ branch, day, units, flawed }) => {
    const score = cardScore(units, flawed as Record<Flaw, number>);
    return score === null ? [] : [{ branch, day, score }];
  });
  return new Map(
    [...Map.groupBy(points, ({ branch }) => branch)].map(([branch, days]) => [
      branch,
      days.map(({ day, score }) => ({ day, score })),
    ]),
  );
}

async function branchNames({ records }: Stores): Promise<Map<number, { code: string; name: string }>> {
  const rows = await records.db
    .selectFrom('member')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'branch')
    .execute();
  return new Map(rows.map(({ id, code, name }) => [id, { code, name }]));
}

/** Nobody ships in the name of «no branch» on every working day. */
function daysOf(gaps: readonly BranchGaps[], branch: number): QualityOf['days'] {
  const found = gaps.find((one) => one.branch === branch);
  return found === undefined ? null : { missing: found.missing, of: found.workingDays };
}

function jumpsOf(series: readonly BranchMonth[], branch: number): QualityOf['jumps'] {
  const own = series.filter((one) => one.branch === branch);
  return watched.flatMap((measure) =>
    suddenJumps(own.map((one) => ({ month: one.month, value: one[measure] }))).map((jump) => ({
      measure,
      ...jump,
    })),
  );
}
