import { Refusal } from '../../domain/problem.ts';
import { type ClosedMonth, closedMonth } from '../../services/closed-months/closed-months.ts';
import type { Desk } from '../../services/parts/part.ts';
import { unsettleStatements } from '../bonus/read.ts';

/** @throws Refusal `monthNotClosed`, `reopenReasonNeeded` */
export async function askReopening(desk: Desk, month: string, reason: string): Promise<ClosedMonth> {
  const { stores, viewer } = desk;
  if (reason.trim() === '') throw new Refusal({ code: 'reopenReasonNeeded', params: { month } });
  const { numUpdatedRows } = await stores.records.db
    .updateTable('month_close')
    .set({
      ...{ reopen_reason: reason.trim(), reopen_asked_by: viewer.user },
      reopen_asked_at: new Date().toISOString(),
    })
    .where('month', '=', month)
    .where('reopened_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Refusal({ code: 'monthNotClosed', params: { month } });
  return await closedMonth(stores, month);
}

/**
 * By another person than the one who asked. What the month was closed with stays.
 * @throws Refusal `monthNotClosed`, `reopenNotAsked`, `reopenByAnother`
 */
export async function reopenMonth(desk: Desk, month: string): Promise<void> {
  const { stores, viewer } = desk;
  const { id } = await closedMonth(stores, month);
  const opened = await stores.records.transaction(async (tx) => {
    const row = await tx
      .selectFrom('month_close')
      .select(['reopen_asked_at', 'reopen_asked_by'])
      .where('id', '=', id)
      .where('reopened_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return 'monthNotClosed';
    if (row.reopen_asked_at === null) return 'reopenNotAsked';
    if (row.reopen_asked_by === viewer.user) return 'reopenByAnother';
    await tx
      .updateTable('month_close')
      .set({ reopened_by: viewer.user, reopened_at: new Date().toISOString() })
      .where('id', '=', id)
      .execute();
    return null;
  });
  if (opened !== null) throw new Refusal({ code: opened, params: { month } });
  await unsettleStatements(desk, month);
}
