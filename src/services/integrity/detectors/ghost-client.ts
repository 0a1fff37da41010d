import { cardGaps } from '../cards.ts';
import { cardGapBits, type Detector, latestDocument } from '../detector.ts';
import { sideTable } from '../side-table.ts';

/** Months of data before the first customers count as new. */
const settled = 3;
/** Days after its month in which a new customer may still come back. */
const patience = 30;

/** New customers who never came back in another month, with cards that nobody can be found by. */
export const ghostClient: Detector = {
  scheme: 'ghostClient',
  threshold: { least: 2, share: 0.05, chance: 0.2 },
  unit: 'entity',
  other: 'gaps',
  marks: async (stage) => {
    const { documents, habits, version } = stage;
    const suspicious = [...(await cardGaps(stage))].filter(
      ([, { inn, street, samePhone }]) => Number(inn) + Number(street) + Number(samePhone > 0) >= 2,
    );
    const cards = await sideTable(
      stage,
      'cards',
      ['entity', 'gaps'],
      suspicious.map(([entity, { inn, street, samePhone }]) => [
        entity,
        Number(inn) * cardGapBits.inn +
          Number(street) * cardGapBits.street +
          Number(samePhone > 0) * cardGapBits.samePhone,
      ]),
    );
    const from = version.historySince ?? '1970-01-01';
    return `
    SELECT d.ym AS ym, entity, ${latestDocument}, min(date) AS date, sum(sold) AS amount,
      toFloat64(0) AS usual, any(c.gaps) AS other, toDate('1970-01-01') AS other_date
    FROM ${documents} AS d INNER JOIN ${habits} AS h USING entity INNER JOIN ${cards} AS c USING entity
    WHERE lines > 0 AND h.since >= addMonths(toDate('${from}'), ${settled}) AND toYYYYMM(h.since) = toYYYYMM(h.until)
      AND toLastDayOfMonth(h.since) + ${patience} <= toDate('${version.asOf}')
    GROUP BY ym, entity`;
  },
};
