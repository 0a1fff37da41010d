import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { BulkEdits } from './bulk-edits.ts';

/** Values stand with the customers; the trail says of how many what was stated. */
export const bulkEditRules: Rules<BulkEdits> = {
  state: {
    need: { permission: 'editCustomers' },
    recorded: change('personChanged', {
      asked: ({ unit, ids, field }) => ({ details: { unit, fields: [field], persons: ids.length } }),
      done: ({ edits, leftOut }, _before, { unit, ids, field }) => ({
        details: {
          ...{ unit, fields: [field], persons: ids.length, leftOut },
          edits: edits === null ? null : [edits.first, edits.last],
        },
      }),
    }),
  },
  undo: {
    need: { permission: 'editCustomers' },
    recorded: change('personChanged', {
      asked: ({ first, last }) => ({ details: { undoes: [first, last] } }),
    }),
  },
};
