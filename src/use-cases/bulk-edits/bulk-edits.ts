import type { BulkEdit } from '../../domain/bulk-edit.ts';
import { Refusal } from '../../domain/problem.ts';
import { type BulkWritten, editMany, undoMany } from '../../services/customers/edit-many.ts';
import { visibleAmong } from '../../services/customers/visible.ts';
import type { EditRange } from '../../services/customers/write-edit.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';

/** One word about many customers, as a list of those with a flaw needs it. */
export interface BulkEdits {
  /** Refuses `customerUnknown`: one of them is nobody whom the reader may be told of; `customerEditDay`. */
  state(edit: BulkEdit): Promise<BulkWritten>;
  /** Refuses `customerEditUnknown`, `customerEditChanged`, and whoever did not make them himself. */
  undo(edits: EditRange): Promise<EditRange | null>;
}

export const bulkEditsOf = ({ stores, viewer }: Desk): BulkEdits => ({
  state: async (edit) => {
    const seen = { scope: viewer.scope, version: await currentVersion(stores.records) };
    const visible = await visibleAmong(stores, seen, edit.unit, edit.ids);
    const hidden = edit.ids.find((id) => !visible.has(id));
    if (hidden !== undefined) throw new Refusal({ code: 'customerUnknown', params: { id: hidden } });
    return await editMany(stores, edit, viewer.user);
  },
  undo: async (edits) => {
    const { user } = viewer;
    const made = await stores.records.db
      .selectFrom('customer_edit')
      .select('user_id')
      .where('id', '=', edits.first)
      .executeTakeFirst();
    // Somebody else's word about whole lists is taken back one by one, by whoever sees each.
    if (made === undefined || made.user_id !== user)
      throw new Refusal({ code: 'customerEditUnknown', params: { id: edits.first } });
    return await undoMany(stores, edits, user);
  },
});
