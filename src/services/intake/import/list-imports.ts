import type { Stores } from '../../../stores/stores.ts';
import type { AppliedImport, ImportSummary } from '../import-summary.ts';

/** Applied and undone imports, oldest first. */
export async function listImports(stores: Stores): Promise<AppliedImport[]> {
  const rows = await stores.records.db
    .selectFrom('import')
    .innerJoin('source', 'source.id', 'import.source_id')
    .innerJoin('commit', (join) =>
      join.onRef('commit.import_id', '=', 'import.id').on('commit.kind', 'in', ['import', 'restore']),
    )
    .select([
      'import.id',
      'source.name as source',
      'import.status',
      'import.files',
      'import.summary',
      'import.applied_at',
      'import.undone_at',
      'import.basis',
      'import.purpose',
      'commit.version',
    ])
    .where('import.status', 'in', ['applied', 'undone'])
    .orderBy('import.id')
    .execute();
  return rows.map((row) => {
    const summary = row.summary as ImportSummary | null;
    return {
      importId: row.id,
      source: row.source,
      status: row.status === 'undone' ? 'undone' : 'applied',
      files: row.files,
      lines: summary?.lines ?? 0,
      rejected: summary?.rejects.reduce((sum, one) => sum + one.rows, 0) ?? 0,
      appliedAt: row.applied_at ?? '',
      undoneAt: row.undone_at,
      dataVersion: row.version,
      basis: row.basis,
      purpose: row.purpose,
    };
  });
}
