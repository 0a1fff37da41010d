import { type Detector, latestDocument, noDay, ofLatest } from '../detector.ts';

/** All that a customer of old got in a month was free of charge. */
export const zeroPrice: Detector = {
  scheme: 'zeroPrice',
  threshold: { least: 3, share: 0.08, chance: 0.5 },
  unit: 'entity',
  other: 'product',
  marks: async ({ documents, habits }) => `
    SELECT ym, entity, ${latestDocument}, max(date) AS date, toFloat64(0) AS amount,
      any(h.usual) AS usual, ${ofLatest('product')} AS other, ${noDay} AS other_date
    FROM ${documents} AS d INNER JOIN ${habits} AS h USING entity
    WHERE returned = 0
    GROUP BY ym, entity
    HAVING sum(lines) = 0 AND sum(given) > 0`,
};
