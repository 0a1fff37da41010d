import type { Records } from './records.ts';

/**
 * What the planner knows of columns, anew for tables that have grown by a fifth since it last looked (or for the first
 * time; the making of an index notes the size alone). The embedded engine has no autovacuum that would see to it, and without it reads a whole table for a page of
 * customers; a server looks after itself. A table takes less than a second, because only a sample is read. Returns the
 * names of the tables.
 */
export async function refreshStatistics({ kind, pool }: Records): Promise<string[]> {
  if (kind === 'server') return [];
  const { rows } = await pool.query<{ name: string }>(
    `SELECT oid::regclass::text AS name FROM pg_class
     WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace
       AND pg_relation_size(oid) / current_setting('block_size')::int >
         CASE WHEN EXISTS (SELECT FROM pg_statistic WHERE starelid = pg_class.oid) THEN 1.2 * relpages ELSE 0 END + 16
     ORDER BY oid`,
  );
  for (const { name } of rows) await pool.query(`ANALYZE ${name}`);
  return rows.map(({ name }) => name);
}
