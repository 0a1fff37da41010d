import { bulkPersons } from '../../domain/audit.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change, reading } from '../../services/parts/recording.ts';
import type { Calls } from './calls.ts';
import type { RecordedCall } from './record-call.ts';

const told = ({ id, client, outcome, reason, next }: RecordedCall) => ({
  subject: { kind: 'party', id: String(client) },
  details: { call: id, outcome, reason, next },
});

export const callRulesOfPart: Rules<Calls> = {
  page: {
    need: { permission: 'seeCustomers' },
    // Pages of a walk count whatever their size.
    recorded: reading('listed', ({ rows, total }, { group, from = 0, limit: _, sort: __, ...of }) =>
      rows.length >= bulkPersons || from > 0
        ? {
            details: {
              ...{ question: 'calls', group: group ?? 'urgent', ...of },
              ...{ persons: rows.length, of: total },
            },
          }
        : undefined,
    ),
  },
  card: { need: { permission: 'seeCustomers' }, recorded: 'one customer' },
  record: {
    need: { permission: 'recordTouches' },
    recorded: change<Calls['record']>('callRecorded', {
      asked: ({ id, outcome }) => ({ details: { client: id, outcome } }),
      done: told,
    }),
  },
  undo: {
    need: { permission: 'recordTouches' },
    recorded: change<Calls['undo']>('callUndone', { asked: (call) => ({ details: { call } }), done: told }),
  },
  results: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
  rules: { need: { permission: 'seeFigures' }, recorded: 'rules' },
  setRules: {
    need: { permission: 'defineCompany', whole: true },
    recorded: change<Calls['setRules']>('callRulesSet', {
      asked: ({ version }) => ({ details: { version } }),
      done: ({ version, rules }) => ({ details: { version, rules: rules.length } }),
    }),
  },
};
