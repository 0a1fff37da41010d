import { type Detector, ofLatest } from '../detector.ts';

/**
 * Documents that no import had brought when an earlier one had gone more than two weeks beyond their month: they were
 * entered after the month was shown.
 */
export const backdated: Detector = {
  scheme: 'backdated',
  threshold: { least: 3, share: 0.05, chance: 0.5 },
  unit: 'entity',
  other: null,
  marks: async ({ documents, version: { applied } }) => `
    SELECT d.ym AS ym, d.rep AS rep, d.entity AS entity, ${ofLatest('point')} AS point, ${ofLatest('doc')} AS doc, max(d.date) AS date, sum(d.sold) AS amount,
      toFloat64(0) AS usual, toUInt32(0) AS other, toDate('1970-01-01') AS other_date
    FROM ${documents} AS d
    INNER JOIN (
      SELECT doc, min(indexOf([${applied.join(', ')}], import_id)) AS place
      FROM document WHERE import_id IN (${applied.join(', ')}) GROUP BY doc HAVING place > 1
    ) AS f ON f.doc = d.doc
    INNER JOIN (
      SELECT place, max(until) OVER (ORDER BY place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS shown
      FROM (
        SELECT indexOf([${applied.join(', ')}], import_id) AS place, max(date) AS until
        FROM document WHERE import_id IN (${applied.join(', ')}) GROUP BY place
      )
    ) AS i ON i.place = f.place
    WHERE d.lines > 0 AND i.shown > toLastDayOfMonth(d.date) + 14
    GROUP BY ym, rep, entity`,
};
