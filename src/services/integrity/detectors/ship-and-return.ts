import { type Detector, latestDocument } from '../detector.ts';

/** What went out in the last working days came back, nearly all of it, in the first ones of the next month. */
export const shipAndReturn: Detector = {
  scheme: 'shipAndReturn',
  threshold: { least: 3, share: 0.08, chance: 0.5 },
  unit: 'entity',
  other: null,
  marks: async ({ documents }) => `
    SELECT s.ym AS ym, s.rep AS rep, s.entity AS entity, point, doc, date, s.amount AS amount, r.amount AS usual,
      toUInt32(0) AS other, r.day AS other_date
    FROM (
      SELECT ym, entity, ${latestDocument}, max(date) AS date, sumIf(sold, late) AS amount
      FROM ${documents} AS d WHERE lines > 0
      GROUP BY ym, entity HAVING amount > 0 AND amount >= 0.8 * sum(sold)
    ) AS s
    INNER JOIN (
      SELECT toYYYYMM(addMonths(date, -1)) AS month, entity, sum(returned) AS amount, max(date) AS day
      FROM ${documents} WHERE returned > 0 AND early GROUP BY month, entity
    ) AS r ON r.month = s.ym AND r.entity = s.entity
    WHERE r.amount >= 0.7 * s.amount`,
};
