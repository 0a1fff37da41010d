import { type Dimension, kindOf } from '../../../domain/dimensions.ts';
import type { LinesReason } from '../../../domain/figure-query.ts';
import { raw, type Sql, sql } from '../../../stores/warehouse/sql.ts';
import { monthNumber } from '../../ledger/data-version.ts';
import { type Frame, type FramePart, lastPeriod } from '../frame.ts';
import type { Kept } from './kept.ts';
import { buildList, isOfWholeMonths } from './kept-months.ts';

const productsIn = ({ slice, levels }: FramePart): readonly Dimension[] =>
  [...slice.map(({ dimension }) => dimension), ...levels.flat()].filter((one) => kindOf(one) === 'product');

/** Why thresholds have to be judged from lines; null where sums by month serve. */
export function whyNotThresholds(frame: Frame, part: FramePart): LinesReason | null {
  const { thresholds } = frame.method;
  if (frame.kept === null) return 'notKept';
  if (thresholds.documents !== undefined || thresholds.products !== undefined) return 'thresholdNotAdditive';
  if (!isOfWholeMonths(frame)) return 'cutsMonth';
  return productsIn(part).every((one) => one === 'category') ? null : 'combinationNotKept';
}

/** SQL: sums of whole months in the place of ledger rows `l`, all of them counted. */
export const sumsAsLines = (frame: Frame, kept: Kept, part: FramePart): Sql => sql`(
  SELECT *, makeDate(intDiv(ym, 100), ym % 100, 1) AS date FROM kept_sum
  WHERE (ym, build) IN ${raw(buildList(kept.builds, 0, monthNumber(lastPeriod(frame).to)))} AND method = ${raw(`'${kept.key}'`)}
    AND level = '${raw(productsIn(part).length > 0 ? 'category' : '')}') AS l`;
