import { type Detector, noDay } from '../detector.ts';

/** Days without a purchase after which a customer sleeps. */
const sleep = 75;

/**
 * On one day several sleeping customers got the same goods for nearly the same money, and together about what one awake
 * customer of the same rep usually gets in a month, who got next to nothing of them in this one.
 */
export const splitSale: Detector = {
  scheme: 'splitSale',
  threshold: { least: 3, share: 0.05, chance: 0.5 },
  unit: 'entity',
  other: 'customer',
  marks: async ({ documents }) => `
    WITH parts AS (
      SELECT d.*, lagInFrame(date, 1, ${noDay}) OVER (PARTITION BY entity ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS before
      FROM ${documents} AS d WHERE lines > 0
    ),
    groups AS (
      SELECT ym, rep, date, bundle, sum(sold) AS whole
      FROM parts
      WHERE products >= 2 AND before != ${noDay} AND date - before >= ${sleep}
      GROUP BY ym, rep, date, bundle
      HAVING uniqExact(entity) >= 3 AND max(sold) <= 2 * min(sold)
    ),
    months AS (
      SELECT rep, entity, ym, sum(sold) AS sold FROM ${documents} WHERE lines > 0 GROUP BY rep, entity, ym
    ),
    sources AS (
      SELECT g.ym AS ym, g.rep AS rep, g.date AS date, g.bundle AS bundle, g.whole AS whole, m.entity AS source,
        medianIf(m.sold, m.ym < g.ym AND m.ym >= toYYYYMM(addMonths(g.date, -4))) AS usual,
        countIf(m.ym < g.ym AND m.ym >= toYYYYMM(addMonths(g.date, -4))) AS bought, sumIf(m.sold, m.ym = g.ym) AS now
      FROM groups AS g INNER JOIN months AS m ON m.rep = g.rep
      GROUP BY ym, rep, date, bundle, whole, source
      HAVING bought >= 3 AND now <= 0.4 * usual AND whole <= 1.5 * usual AND whole >= 0.6 * usual
    ),
    named AS (
      SELECT ym, rep, date, bundle, argMin(source, (abs(whole - usual), source)) AS source, argMin(usual, (abs(whole - usual), source)) AS usual
      FROM sources GROUP BY ym, rep, date, bundle
    )
    SELECT p.ym AS ym, p.rep AS rep, p.entity AS entity, p.point AS point, p.doc AS doc, p.date AS date, p.sold AS amount,
      n.usual AS usual, n.source AS other, p.before AS other_date
    FROM parts AS p INNER JOIN named AS n ON n.rep = p.rep AND n.date = p.date AND n.bundle = p.bundle
    WHERE p.before != ${noDay} AND p.date - p.before >= ${sleep}`,
};
