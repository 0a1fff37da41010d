import type { Warehouse } from '../../stores/warehouse/warehouse.ts';

const list = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '(0)' : `(${numbers.join(', ')})`;

/**
 * SQL condition on `journal` rows: the line belongs to the version of its document that counts, given the applied
 * imports. A version counts while no applied import superseded it; an unchanged version points to lines that an
 * earlier import stored, which stay alive through it even when that import was undone.
 *
 * What no document of these imports needs is left out: each part is a set that every statement would build anew.
 */
export async function liveLines(
  warehouse: Warehouse,
  applied: readonly number[],
  months: readonly number[],
): Promise<string> {
  const imports = list(applied);
  const [has] = await warehouse.rows<{ replaced: boolean; borrowed: boolean }>(`
    SELECT (SELECT count() FROM superseded WHERE by_import IN ${imports}) > 0 AS replaced,
      (SELECT count() FROM document WHERE import_id IN ${imports} AND lines_import != import_id) > 0 AS borrowed`);
  const touching = `hasAny(months, [${months.join(', ')}])`;
  const superseded = `SELECT import_id, doc FROM superseded WHERE by_import IN ${imports} AND ${touching}`;
  const notReplaced = has?.replaced ? ` AND (import_id, doc) NOT IN (${superseded})` : '';
  const own = `import_id IN ${imports}${notReplaced}`;
  if (!has?.borrowed) return `(${own})`;
  const borrowed = `SELECT lines_import, doc FROM document
    WHERE import_id IN ${imports} AND lines_import != import_id AND ${touching}${notReplaced}`;
  return `((${own}) OR (import_id, doc) IN (${borrowed}))`;
}
