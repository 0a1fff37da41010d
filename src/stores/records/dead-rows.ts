import type { Records } from './records.ts';

/** Beyond this, rows and indexes, nobody else could ask anything for more than about half a second. */
const mostBytes = 64 * 1024 ** 2;

/**
 * Makes room of rows that were changed or removed, in tables that have 500 of them and a fifth more than living ones ask
 * for. The embedded engine has no autovacuum, so that a table whose rows come and go would only grow; a server looks after
 * itself. Large tables are left alone: theirs is nothing that changes much. Returns the names of the tables.
 */
export async function clearDeadRows({ kind, pool }: Records): Promise<string[]> {
  if (kind === 'server') return [];
  // Else what was counted may be minutes old.
  await pool.query('SELECT pg_stat_force_next_flush()');
  const { rows } = await pool.query<{ name: string }>(
    `SELECT relid::regclass::text AS name FROM pg_stat_user_tables
     WHERE schemaname = current_schema() AND n_dead_tup > 500 + 0.2 * n_live_tup
       AND pg_total_relation_size(relid) <= ${mostBytes}
     ORDER BY relid`,
  );
  for (const { name } of rows) await pool.query(`VACUUM ${name}`);
  return rows.map(({ name }) => name);
}
