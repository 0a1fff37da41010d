import { bulkPersons } from '../../domain/audit.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change, reading } from '../../services/parts/recording.ts';
import type { Duplicates } from './duplicates.ts';

const look = { permission: 'mergeCustomers', whole: true } as const;
const act = { permission: 'mergeCustomers', whole: true, changes: true } as const;

const pairOf = (a: number, b: number) => ({
  subject: { kind: 'party', id: String(a) },
  details: { other: b },
});
const numbersOf = (merges: Parameters<Duplicates['merge']>[0]) => ({
  details: {
    count: merges.length,
    pairs: merges.slice(0, 100).map(({ unit, absorbed, survivor, take = [] }) => ({
      ...{ unit, absorbed, survivor, take: [...take] },
    })),
  },
});

export const duplicateRules: Rules<Duplicates> = {
  candidates: {
    need: look,
    recorded: reading('listed', ({ candidates }, query: Parameters<Duplicates['candidates']>[0]) =>
      candidates.length * 2 >= bulkPersons || query.cursor !== undefined
        ? { details: { question: 'duplicates', persons: candidates.length * 2 } }
        : undefined,
    ),
  },
  pair: { need: look, recorded: 'two customers' },
  preview: { need: look, recorded: 'numbers' },
  merge: {
    need: act,
    recorded: change('customersMerged', {
      asked: numbersOf,
      done: ({ merges, dataVersion }, _before, asked) => ({
        details: { ...numbersOf(asked).details, merges: [...merges], dataVersion },
      }),
    }),
  },
  merges: { need: look, recorded: 'what was done' },
  unmergePreview: { need: look, recorded: 'numbers' },
  unmerge: {
    need: act,
    recorded: change('customersUnmerged', {
      asked: (id) => ({ subject: { kind: 'merge', id: String(id) } }),
      done: ({ dataVersion }, _before, id) => ({
        ...{ subject: { kind: 'merge', id: String(id) }, details: { dataVersion } },
      }),
    }),
  },
  dismiss: { need: act, recorded: change('duplicateDismissed', { asked: pairOf }) },
  recall: { need: act, recorded: change('duplicateRecalled', { asked: pairOf }) },
  dismissed: {
    need: look,
    recorded: reading('listed', (pairs) =>
      pairs.length * 2 >= bulkPersons
        ? { details: { question: 'notDuplicates', persons: pairs.length * 2 } }
        : undefined,
    ),
  },
};
