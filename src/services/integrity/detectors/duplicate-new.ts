import { type Detector, latestDocument, noDay, ofLatest } from '../detector.ts';
import { sideTable } from '../side-table.ts';

/** Days before the first purchase of the new card in which the old one has bought at last. */
const farthest = 400;

/** New customers who look like an old one of the company's, who has bought nothing since. */
export const duplicateNew: Detector = {
  scheme: 'duplicateNew',
  threshold: { least: 2, share: 0.05, chance: 0.2 },
  unit: 'entity',
  other: 'customer',
  marks: async (stage) => {
    const { documents, habits, stores, version } = stage;
    const pairs = await stores.records.db
      .selectFrom('duplicate_candidate as c')
      .leftJoin('not_duplicate as n', (join) =>
        join.onRef('n.a', '=', 'c.a').onRef('n.b', '=', 'c.b').onRef('n.level', '=', 'c.level'),
      )
      .select(['c.a', 'c.b'])
      .where('n.a', 'is', null)
      .execute();
    const table = await sideTable(
      stage,
      'pairs',
      ['a', 'b'],
      pairs.flatMap(({ a, b }) => [
        [a, b],
        [b, a],
      ]),
    );
    const entities = `SELECT id, entity FROM dim_party WHERE generation = ${version.dimensions}`;
    return `
    SELECT toYYYYMM(n.since) AS ym, n.entity AS entity, ${latestDocument}, n.since AS date,
      ${ofLatest('sold')} AS amount, argMax(o.usual, (o.until, o.entity)) AS usual, argMax(o.entity, (o.until, o.entity)) AS other, max(o.until) AS other_date
    FROM ${table} AS p
    INNER JOIN (${entities}) AS a ON a.id = p.a
    INNER JOIN (${entities}) AS b ON b.id = p.b
    INNER JOIN ${habits} AS n ON n.entity = a.entity
    INNER JOIN ${habits} AS o ON o.entity = b.entity
    INNER JOIN ${documents} AS d ON d.entity = n.entity AND d.date = n.since
    WHERE d.lines > 0 AND n.entity != o.entity AND o.bought >= 2 AND o.until < n.since AND n.since - o.until <= ${farthest}
      AND o.since != ${noDay}
    GROUP BY n.since, n.entity`;
  },
};
