import { type Detector, noDay } from '../detector.ts';

/** All that a customer bought in a month is one line in its last working days, far below what he usually buys at once. */
export const cheapestTick: Detector = {
  scheme: 'cheapestTick',
  threshold: { least: 3, share: 0.08, chance: 0.5 },
  unit: 'entity',
  other: 'product',
  marks: async ({ documents, habits }) => `
    SELECT ym, any(d.rep) AS rep, entity, any(point) AS point, any(doc) AS doc, any(date) AS date, sum(sold) AS amount,
      any(h.usual) AS usual, any(product) AS other, ${noDay} AS other_date
    FROM ${documents} AS d INNER JOIN ${habits} AS h USING entity
    WHERE lines > 0 AND h.bought >= 4
    GROUP BY ym, entity
    HAVING count() = 1 AND max(lines) = 1 AND min(late) AND sum(sold) <= any(h.usual) / 8`,
};
