import type { Records } from './records.ts';

/**
 * What the planner knows of columns, anew for tables that have grown by a fifth since it last looked (or for the first
 * time; the making of an index notes the size alone). The embedded engine has no autovacuum that would see to it, and
 * without it reads a whole table for a page of customers; a server looks after itself. A table takes less than a second,
 * because only a sample is read; documents (JSON) take most of it and are never looked for by their values. Returns the
 * names of the tables.
 */
export async function refreshStatistics({ kind, pool }: Records): Promise<string[]> {
  if (kind === 'server') return [];
  const { rows } = await pool.query<{ name: string; columns: string }>(
    `SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname), ', ') AS columns
     FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
     WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
       AND pg_relation_size(c.oid) / current_setting('block_size')::int >
         CASE WHEN EXISTS (SELECT FROM pg_statistic WHERE starelid = c.oid) THEN 1.2 * c.relpages ELSE 0 END + 16
       AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid NOT IN ('json'::regtype, 'jsonb'::regtype)
     GROUP BY c.oid ORDER BY c.oid`,
  );
  for (const { name, columns } of rows) await pool.query(`ANALYZE ${name} (${columns})`);
  return rows.map(({ name }) => name);
}
