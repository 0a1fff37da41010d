import { sharedPlaces } from '../cards.ts';
import { type Detector, noDay } from '../detector.ts';
import { sideTable } from '../side-table.ts';

/** Points of a legal entity that first bought in the month, at an address at which it has had a point. */
export const addressClone: Detector = {
  scheme: 'addressClone',
  threshold: { least: 2, share: 0.04, chance: 0.2 },
  unit: 'point',
  other: 'point',
  marks: async (stage) => {
    const places = await sideTable(stage, 'places', ['point', 'place'], await sharedPlaces(stage));
    return `
    SELECT toYYYYMM(first) AS ym, rep, entity, point, doc, first AS date, amount, toFloat64(0) AS usual, other, since AS other_date
    FROM (
      SELECT *, min(first) OVER (PARTITION BY place) AS since,
        first_value(point) OVER (PARTITION BY place ORDER BY first, point) AS other
      FROM (
        SELECT point, any(p.place) AS place, any(entity) AS entity, argMin(rep, (date, doc, rep)) AS rep, min(date) AS first,
          argMin(doc, (date, doc, rep)) AS doc, argMin(sold, (date, doc, rep)) AS amount
        FROM ${stage.documents} AS d INNER JOIN ${places} AS p USING point
        WHERE lines > 0 GROUP BY point
      )
    )
    WHERE other != point AND since != ${noDay}`;
  },
};
