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

export interface SharedDocuments {
  readonly findings: readonly Problem[];
  /** SQL condition on `doc`: the lines of this table are not a second copy. */
  kept(table: number): string;
}

/**
 * A document that stands in several tables of one import (counting rules, §8): equal copies count once; the last
 * document of one table and the first of the next are two parts of one; anything else is a conflict to be decided.
 * `lines`: SELECT of the journal lines of each table that meet a condition on `doc`.
 */
export async function settleSharedDocuments(
  stores: Stores,
  parts: string,
  lines: (where: string) => readonly string[],
  shipments: readonly StagedTable[],
): Promise<SharedDocuments> {
  if (shipments.length < 2) return { findings: [], kept: () => 'true' };
  const { warehouse } = stores;
  const severalTimes = `SELECT doc FROM ${parts} GROUP BY doc HAVING count() > 1`;
  const [any] = await warehouse.rows(`${severalTimes} LIMIT 1`);
  if (any === undefined) return { findings: [], kept: () => 'true' };
  const inSeveral = `doc IN (${severalTimes})`;
  const contents = lines(inSeveral).map(
    (select, table) =>
      `SELECT doc, ${table} AS table_number, toString(${content}) AS content FROM (${select}) GROUP BY doc`,
  );
  const shared = await warehouse.rows<Shared>(`
    SELECT toString(s.doc) AS doc, any(p.number) AS number, groupArray(s.table_number) AS tables, groupArray(s.content) AS contents
    FROM (SELECT * FROM (${contents.join(' UNION ALL ')}) ORDER BY doc, table_number) AS s
    INNER JOIN (SELECT doc, any(number) AS number FROM ${parts} GROUP BY doc) AS p ON p.doc = s.doc
    GROUP BY s.doc ORDER BY any(p.number)`);
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
  const copies = `${parts}_copies`;
  await warehouse.run(`CREATE TABLE ${copies} (doc UInt128, keep UInt16) ENGINE = Memory`);
  if (equal.length > 0) {
    await warehouse.insert(
      copies,
      ['doc', 'keep'],
      equal.map((one) => [BigInt(one.doc), Math.min(...one.tables)]),
    );
    await warehouse.run(
      `ALTER TABLE ${parts} DELETE WHERE doc IN (SELECT doc FROM ${copies}) AND (doc, table_number) NOT IN (SELECT doc, keep FROM ${copies})
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
  return {
    findings,
    kept: (table) =>
      equal.length === 0 ? 'true' : `doc NOT IN (SELECT doc FROM ${copies} WHERE keep != ${table})`,
  };
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
