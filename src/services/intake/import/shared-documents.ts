import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';
import { content } from '../journal/documents.ts';
import type { StagedTable } from './stage-tables.ts';

interface Shared {
  doc: string;
  number: string;
  tables: number[];
  contents: string[];
}

/**
 * A document that stands in several tables of one import (counting rules, §8): equal copies count once; the last
 * document of one table and the first of the next are two parts of one; anything else is a conflict to be decided.
 */
export async function settleSharedDocuments(
  stores: Stores,
  table: string,
  shipments: readonly StagedTable[],
): Promise<Problem[]> {
  if (shipments.length < 2) return [];
  const { warehouse } = stores;
  const shared = await warehouse.rows<Shared>(`
    SELECT toString(s.doc) AS doc, any(s.number) AS number, groupArray(table_number) AS tables, groupArray(content) AS contents
    FROM (
      SELECT doc, table_number, any(number) AS number,
        toString(${content}) AS content
      FROM ${table}
      WHERE doc IN (SELECT doc FROM ${table} GROUP BY doc HAVING uniqExact(table_number) > 1)
      GROUP BY doc, table_number ORDER BY doc, table_number
    ) AS s
    GROUP BY s.doc ORDER BY any(s.number)`);
  const equal = shared.filter((one) => new Set(one.contents).size === 1);
  const joined = shared.filter((one) => new Set(one.contents).size > 1 && isSeam(one, shipments));
  const conflicts = shared.filter((one) => new Set(one.contents).size > 1 && !isSeam(one, shipments));
  if (conflicts.length > 0)
    throw new Refusal({
      code: 'documentConflict',
      params: {
        documents: conflicts.length,
        first: conflicts[0]?.number ?? '',
        files: [
          ...new Set(
            conflicts.flatMap((one) => one.tables.map((index) => shipments[index]?.opened.table.file ?? '')),
          ),
        ].join(', '),
      },
    });
  if (equal.length > 0) {
    const copies = `akb_staging.${table.replace('akb_staging.', '')}_copies`;
    await warehouse.run(`CREATE TABLE ${copies} (doc UInt128, keep UInt16) ENGINE = Memory`);
    await warehouse.insert(
      copies,
      ['doc', 'keep'],
      equal.map((one) => [BigInt(one.doc), Math.min(...one.tables)]),
    );
    await warehouse.run(
      `ALTER TABLE ${table} DELETE WHERE doc IN (SELECT doc FROM ${copies}) AND (doc, table_number) NOT IN (SELECT doc, keep FROM ${copies})
       SETTINGS mutations_sync = 2`,
    );
  }
  const findings: Problem[] = [];
  if (equal.length > 0)
    findings.push({
      code: 'documentTwice',
      params: { documents: equal.length, first: equal[0]?.number ?? '' },
    });
  if (joined.length > 0)
    findings.push({
      code: 'documentJoined',
      params: { documents: joined.length, first: joined[0]?.number ?? '' },
    });
  return findings;
}

/** The document ends one table and begins the next: read off the tables' own last and first rows. */
function isSeam(one: Shared, shipments: readonly StagedTable[]): boolean {
  const [before, after] = one.tables.map((index) => shipments[index]);
  if (one.tables.length !== 2 || before === undefined || after === undefined) return false;
  const column = (table: StagedTable): number | undefined =>
    table.opened.recognition.columns.find((candidate) => candidate.field === 'documentNumber')?.index;
  const [last, first] = [column(before), column(after)];
  if (last === undefined || first === undefined) return false;
  const numbers = before.opened.table.tail.map((row) => row.cells[last] ?? '').filter((text) => text !== '');
  const next = after.opened.table.head
    .filter((row) => row.row >= after.opened.recognition.firstDataRow)
    .map((row) => row.cells[first] ?? '')
    .find((text) => text !== '');
  return numbers.at(-1)?.trim() === one.number && next?.trim() === one.number;
}
