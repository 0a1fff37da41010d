import {
  learnSilences,
  paceSql,
  type Silences,
  type StillSilent,
  silenceSteps,
  stepSql,
} from '../../domain/customer-forecast/silences.ts';
import type { CountUnit } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { raw, sql } from '../../stores/warehouse/sql.ts';
import { remembered } from '../activity/remembered.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { fewestIntervals, medianOfDays } from './build-sql.ts';
import { rhythmBuild } from './rhythm.ts';

interface Row {
  readonly pace: number;
  readonly step: number;
  readonly ended: number;
  readonly open: number;
}

/**
 * How long units of a pace stay silent. Each silence is measured by what was usual of the unit when it began: its median would
 * otherwise have seen it already, and everybody would seem more regular than he is.
 */
export async function silencesOf(
  stores: Stores,
  version: DataVersion,
  unit: CountUnit,
): Promise<(pace: number) => StillSilent> {
  const build = await rhythmBuild(stores, version, unit);
  const asOf = version.asOf ?? '1970-01-01';
  return await remembered<Row, (pace: number) => StillSilent>(
    stores.warehouse,
    sql`SELECT pace, step, toUInt32(countIf(ended)) AS ended, toUInt32(countIf(NOT ended)) AS open
      FROM (
        SELECT silence.1 AS days, silence.2 AS usual, silence.3 AS ended, silence.4 AS intervals,
          toUInt8(${raw(paceSql(`intervals >= ${fewestIntervals}`, 'usual', 'intervals'))}) AS pace, ${raw(stepSql('days', 'usual'))} AS step
        FROM (
          SELECT arrayJoin(arrayConcat(
            arrayMap((gap, at, before) -> (toUInt32(gap), if(at > ${raw(fewestIntervals)}, toUInt32(${raw(medianOfDays('before'))}), others), true, toUInt8(at - 1)),
              gaps, arrayEnumerate(gaps), arrayMap(at -> arraySort(arraySlice(gaps, 1, at - 1)), arrayEnumerate(gaps))),
            [(toUInt32(toDate('${raw(asOf)}') - last), if(basis = 'own', assumeNotNull(days_between), others), false, toUInt8(length(gaps)))]
          )) AS silence
          FROM rhythm WHERE build = ${raw(build)} AND NOT stopped
        )
        WHERE usual > 0
      )
      GROUP BY pace, step`,
    (rows) => learnSilences(new Map([...Map.groupBy(rows, ({ pace }) => pace)].map(byStep))),
    () => 16 * silenceSteps * 24,
  );
}

function byStep([pace, rows]: [number, readonly Row[]]): [number, Silences] {
  const of = (which: 'ended' | 'open'): number[] => {
    const counts = Array.from({ length: silenceSteps }, () => 0);
    for (const row of rows) counts[row.step] = row[which];
    return counts;
  };
  return [pace, { ended: of('ended'), open: of('open') }];
}
