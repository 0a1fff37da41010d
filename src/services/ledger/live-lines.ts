const list = (numbers: readonly number[]): string =>
  numbers.length === 0 ? '(0)' : `(${numbers.join(', ')})`;

/**
 * SQL condition on `journal` rows: the line belongs to the version of its document that counts, given the applied
 * imports. A version counts while no applied import superseded it; an unchanged version points to lines that an
 * earlier import stored, which stay alive through it even when that import was undone.
 */
export function liveLines(applied: readonly number[], months: readonly number[]): string {
  const imports = list(applied);
  const touching = `hasAny(months, [${months.join(', ')}])`;
  const replaced = `SELECT import_id, doc FROM superseded WHERE by_import IN ${imports} AND ${touching}`;
  const borrowed = `SELECT lines_import, doc FROM document
    WHERE import_id IN ${imports} AND lines_import != import_id AND ${touching} AND (import_id, doc) NOT IN (${replaced})`;
  return `((import_id IN ${imports} AND (import_id, doc) NOT IN (${replaced})) OR (import_id, doc) IN (${borrowed}))`;
}
