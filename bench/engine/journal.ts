import type { Warehouse } from '../../src/stores/warehouse/warehouse.ts';
import { branches, type Company, firstBranch, linesOfMonth, monthNumber, products } from './company.ts';

// Stands in for the demo generator, whose hundred million lines would take hours through files: the same kind of
// company, written by the engine itself. Every cell is a hash of where it stands, so any line can be written again.

const customers = 'akb_staging.bench_customer';
/** Seven documents of 1 to 7 lines, over and over. */
const lengths = [1, 4, 7, 3, 6, 2, 5];
const cycle = lengths.reduce((all, length) => all + length, 0);
const documentInCycle = lengths.flatMap((length, document) => Array<number>(length).fill(document));
const lineInDocument = lengths.flatMap((length) => Array.from({ length }, (_, line) => line));

const documentsIn = (lines: number): number => Math.floor((lines * lengths.length) / cycle);
/** The first line after those of a month that begins a document. */
export const newDocument = (company: Company, month: number): number =>
  cycle * Math.ceil(linesOfMonth(company, month) / cycle);

/** Who buys in which months: everybody in two months of five. Needed before `writeLines`. */
export async function prepareCustomers(warehouse: Warehouse, company: Company): Promise<void> {
  await warehouse.run(`DROP TABLE IF EXISTS ${customers} SYNC`);
  await warehouse.run(`
    CREATE TABLE ${customers} ENGINE = Memory AS
    SELECT toUInt32(row_number() OVER (ORDER BY months[1], number)) AS id, months FROM (
      SELECT number, arrayFilter(month -> cityHash64(number, month) % 5 < 2, range(${company.months.length})) AS months
      FROM numbers(${company.customers})
    )`);
}

export interface LinesToWrite {
  readonly importId: number;
  /** Index of the month. */
  readonly month: number;
  /** Number of the first line in its month. */
  readonly first: number;
  readonly lines: number;
}

/** All lines of a month, as one import. */
export const wholeMonth = (company: Company, month: number): LinesToWrite => ({
  importId: month + 1,
  month,
  first: 0,
  lines: linesOfMonth(company, month),
});

/**
 * Journal lines and their documents. Four lines of a hundred are returned: mostly goods of the customer's document
 * before, all or half of them; sometimes goods of another time, rarely without a product. One document of ten is by
 * another rep than the customer's own; 15 customers of a hundred change theirs.
 */
export async function writeLines(
  warehouse: Warehouse,
  company: Company,
  { importId, month, first, lines }: LinesToWrite,
): Promise<void> {
  const [counted] = await warehouse.rows<{ buyers: string }>(
    `SELECT count() AS buyers FROM ${customers} WHERE has(months, ${month})`,
  );
  const buyers = Number(counted?.buyers);
  // Only a customer's second document of the month can be a return of the first one's goods.
  const documents = documentsIn(linesOfMonth(company, month));
  const returns = Math.round((10_000 * 0.04 * documents) / Math.max(1, documents - buyers));
  const { reps } = company;
  const { from, to } = company.months[month] ?? { from: '', to: '' };
  await warehouse.run(`
    INSERT INTO journal (import_id, point, doc, date, kind, numbered, product, rep, branch, quantity, amount, amount_net, cost)
    WITH
      intDiv(n.number, ${cycle}) * ${lengths.length} + [${documentInCycle}][n.number % ${cycle} + 1] AS document,
      [${lineInDocument}][n.number % ${cycle} + 1] AS line,
      document >= ${buyers} AND cityHash64(${month}, document, 'return') % 10000 < ${returns} AS returned,
      document - if(returned AND cityHash64(${month}, document, 'of') % 4 > 0, ${buyers}, 0) AS origin,
      if(returned AND cityHash64(${month}, document, 'bare') % 50 = 0, 0,
        1 + least(cityHash64(${month}, origin, line, 'a') % ${products}, cityHash64(${month}, origin, line, 'b') % ${products})) AS goods,
      toInt64(1 + cityHash64(${month}, origin, line, 'pieces') % 24) AS sold,
      if(NOT returned, sold, if(cityHash64(${month}, document, line) % 2 = 0, -intDiv(sold + 1, 2), -sold)) AS pieces,
      pieces * (1000 + goods * 37 % 50000) AS kopecks,
      if(cityHash64(b.id, 'moves') % 100 < 15 AND ${month} > cityHash64(b.id, 'when') % ${company.months.length - 1},
        cityHash64(b.id, 'then'), cityHash64(b.id, 'first')) AS responsible,
      1 + if(cityHash64(${month}, document, 'other') % 10 = 0, cityHash64(${month}, document, 'who'), responsible) % ${reps} AS seller
    SELECT
      ${importId}, b.id, reinterpretAsUInt128(sipHash128(${month}, document)),
      toDate('${from}') + cityHash64(${month}, document, 'day') % ${Number(to.slice(8))},
      if(returned, 'return', 'shipment'), true, goods, seller, ${firstBranch(company)} + seller % ${branches},
      pieces, toDecimal64(kopecks, 4) / 100, toDecimal64(intDiv(kopecks * 100, 122), 4) / 100,
      toDecimal64(intDiv(kopecks * 3, 4), 4) / 100
    FROM numbers(${first}, ${lines}) AS n
    INNER JOIN (
      SELECT id, row_number() OVER (ORDER BY cityHash64(id, ${month})) - 1 AS turn
      FROM ${customers} WHERE has(months, ${month})
    ) AS b ON b.turn = document % ${buyers}
    SETTINGS max_insert_threads = 2`);
  await warehouse.run(`
    INSERT INTO document (import_id, doc, number, date, months, lines_import, lines, amount)
    SELECT import_id, doc, toString(doc % 10000000), min(date), [${monthNumber({ from })}], import_id, count(), sum(amount)
    FROM journal WHERE import_id = ${importId} AND toYYYYMM(date) = ${monthNumber({ from })} GROUP BY import_id, doc`);
}
