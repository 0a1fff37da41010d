import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import { kindsAbove } from '../../domain/organisation.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { settlesMonth } from './settles-month.ts';

/** Which journal lines of some months count, and what they have: what none of them has costs the build nothing. */
export interface LinesOfMonths {
  /** SQL condition on `journal` rows: the line belongs to the version of its document that counts. */
  readonly live: string;
  readonly count: number;
  /** Some line is not above zero, or settles a whole month. */
  readonly doubtful: boolean;
  /** Kinds of members that lines name. */
  readonly named: readonly AssignmentKind[];
  /** Kinds of members that some line does not name. */
  readonly lacking: readonly AssignmentKind[];
  /** Kinds that stand together on a line. */
  readonly together: readonly KindPair[];
}

export type KindPair = readonly [member: AssignmentKind, parent: AssignmentKind];

const allPairs = assignmentKinds.flatMap((member) =>
  kindsAbove(member).map((parent): KindPair => [member, parent]),
);

const list = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '(0)' : `(${numbers.join(', ')})`;

/** SQL condition on `journal` rows: lines of the months. */
export const inMonths = (months: readonly number[]): string => `toYYYYMM(date) IN ${list(months)}`;

const noLines: LinesOfMonths = {
  live: 'false',
  ...{ count: 0, doubtful: false, named: [], lacking: [], together: [] },
};

/**
 * Looks at the lines of months (`YYYYMM`) once, for everything that is built of them; lines that do not count are looked
 * at with the others. `applied`: imports in order of their commits.
 */
export async function linesOfMonths(
  warehouse: Warehouse,
  applied: readonly number[],
  months: readonly number[],
): Promise<LinesOfMonths> {
  if (months.length === 0) return noLines;
  const imports = list(applied);
  const [row] = await warehouse.rows<Record<string, number | string>>(`
    SELECT count() AS lines,
      countIf(quantity <= 0 OR amount <= 0 OR ${settlesMonth('journal')}) > 0 AS doubtful,
      ${assignmentKinds.map((kind) => `max(${kind}) != 0 AS named_${kind}, min(${kind}) = 0 AS lacking_${kind}`).join(', ')},
      ${allPairs.map(([member, parent]) => `max(${member} != 0 AND ${parent} != 0) AS ${member}_${parent}`).join(', ')},
      (SELECT count() FROM superseded WHERE by_import IN ${imports}) > 0 AS replaced,
      (SELECT count() FROM document WHERE import_id IN ${imports} AND lines_import != import_id) > 0 AS borrowed
    FROM journal WHERE ${inMonths(months)}`);
  const has = (name: string): boolean => Boolean(row?.[name]);
  return {
    live: liveLines(imports, months, { replaced: has('replaced'), borrowed: has('borrowed') }),
    count: Number(row?.lines ?? 0),
    doubtful: has('doubtful'),
    named: assignmentKinds.filter((kind) => has(`named_${kind}`)),
    lacking: assignmentKinds.filter((kind) => has(`lacking_${kind}`)),
    together: allPairs.filter(([member, parent]) => has(`${member}_${parent}`)),
  };
}

/**
 * A version counts while no applied import superseded it; an unchanged version points to lines that an earlier import
 * stored, which stay alive through it even when that import was undone.
 *
 * What no document of these imports needs is left out: each part is a set that every statement would build anew.
 */
function liveLines(
  imports: string,
  months: readonly number[],
  has: { readonly replaced: boolean; readonly borrowed: boolean },
): string {
  const touching = `hasAny(months, [${months.join(', ')}])`;
  const superseded = `SELECT import_id, doc FROM superseded WHERE by_import IN ${imports} AND ${touching}`;
  const notReplaced = has.replaced ? ` AND (import_id, doc) NOT IN (${superseded})` : '';
  const own = `import_id IN ${imports}${notReplaced}`;
  if (!has.borrowed) return `(${own})`;
  const borrowed = `SELECT lines_import, doc FROM document
    WHERE import_id IN ${imports} AND lines_import != import_id AND ${touching}${notReplaced}`;
  return `((${own}) OR (import_id, doc) IN (${borrowed}))`;
}
