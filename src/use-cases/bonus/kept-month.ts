import type { KeptStatement } from '../../domain/bonus/statement.ts';
import type { Desk } from '../../services/parts/part.ts';

interface Month {
  readonly statements: readonly KeptStatement[];
  readonly dataVersion: number;
}

/** null: the month is worked out whenever it is looked at. `by`: empty for the owner of the data folder. */
export async function keptMonth(
  { stores }: Desk,
  month: string,
): Promise<(Month & { readonly by: string; readonly at: string }) | null> {
  const row = await stores.records.db
    .selectFrom('bonus_month')
    .leftJoin('app_user', 'app_user.id', 'kept_by')
    .select(['statements', 'data_version', 'kept_at', 'app_user.name as by'])
    .where('month', '=', month)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { statements, data_version, kept_at, by } = row;
  return { statements, dataVersion: data_version, by: by ?? '', at: kept_at };
}

/** false: it is kept already. */
export async function writeMonth(
  { stores, viewer }: Desk,
  month: string,
  { statements, dataVersion }: Month,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows: written } = await stores.records.db
    .insertInto('bonus_month')
    .values({
      ...{ month, statements: JSON.stringify(statements), data_version: dataVersion },
      ...{ kept_by: viewer.user, kept_at: new Date().toISOString() },
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return written !== 0n;
}

/** false: it was not kept. */
export async function dropMonth({ stores }: Desk, month: string): Promise<boolean> {
  const { numDeletedRows } = await stores.records.db
    .deleteFrom('bonus_month')
    .where('month', '=', month)
    .executeTakeFirstOrThrow();
  return numDeletedRows !== 0n;
}
