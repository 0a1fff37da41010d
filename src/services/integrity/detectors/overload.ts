import { type Detector, latestDocument, noDay } from '../detector.ts';

/** To customers who were buying as ever a multiple of the usual went out in the last working days, and then nothing for far longer. */
export const overload: Detector = {
  scheme: 'overload',
  threshold: { least: 3, share: 0.08, chance: 0.5 },
  unit: 'entity',
  other: null,
  marks: async ({ documents, habits, version }) => `
    SELECT toYYYYMM(day) AS ym, rep, entity, point, doc, day AS date, amount, usual, toUInt32(0) AS other, next AS other_date
    FROM (
      SELECT entity, date AS day, ${latestDocument}, sum(sold) AS amount, max(late) AS at_end,
        leadInFrame(date, 1, ${noDay}) OVER (PARTITION BY entity ORDER BY date ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING) AS next,
        lagInFrame(date, 1, ${noDay}) OVER (PARTITION BY entity ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
      FROM ${documents} AS d WHERE lines > 0 GROUP BY entity, date
    ) AS d INNER JOIN ${habits} AS h USING entity
    WHERE at_end AND h.bought >= 6 AND h.gap > 0 AND day - before <= greatest(31, 2 * h.gap) AND amount >= 2.5 * usual
      AND if(next = ${noDay}, toDate('${version.asOf}'), next) - day >= greatest(21, 2.5 * h.gap)`,
};
