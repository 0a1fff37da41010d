import { type Detector, latestDocument } from '../detector.ts';
import { monthAfter } from '../stage.ts';

const months = 12;
/** Purchases in so many of the twelve months, all of them even or all odd. */
const fewest = 5;

/**
 * Customers who bought in twelve months either in even ones only or in odd ones only, and who did not use to: parked and
 * brought back in turns. Told in the last month of the twelve.
 */
export const alternating: Detector = {
  scheme: 'alternating',
  threshold: { least: 4, share: 0.15, chance: 0.5 },
  unit: 'entity',
  span: months,
  other: null,
  marks: async ({ documents, version }) => {
    const all = Object.keys(version.months).map(Number).sort();
    const windows = all.flatMap((ym) => {
      const first = monthAfter(ym, 1 - months);
      return first >= (all[0] ?? ym)
        ? [`(${[first, ym, monthAfter(ym, -1)].map((one) => `toUInt32(${one})`).join(', ')})`]
        : [];
    });
    if (windows.length === 0) return none;
    return `
    SELECT last AS ym, argMax(rep, m) AS rep, entity, argMax(point, m) AS point, argMax(doc, m) AS doc, max(date) AS date,
      sum(amount) AS amount, toFloat64(0) AS usual, toUInt32(0) AS other, min(first_day) AS other_date
    FROM (
      SELECT entity, ym AS m, ${latestDocument}, max(date) AS date, min(date) AS first_day, sum(sold) AS amount
      FROM ${documents} AS d WHERE lines > 0 GROUP BY entity, ym
    )
    ARRAY JOIN [${windows.join(', ')}] AS window
    WHERE m >= window.1 AND m <= window.2
    GROUP BY window.2 AS last, window.3 AS one_before, entity
    HAVING uniqExact(m) >= ${fewest} AND uniqExact(m % 2) = 1 AND max(m) >= one_before`;
  },
};

const none = `
    SELECT toUInt32(0) AS ym, toUInt32(0) AS rep, toUInt32(0) AS entity, toUInt32(0) AS point, toUInt128(0) AS doc,
      toDate('1970-01-01') AS date, toFloat64(0) AS amount, toFloat64(0) AS usual, toUInt32(0) AS other,
      toDate('1970-01-01') AS other_date WHERE false`;
