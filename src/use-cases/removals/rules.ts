import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { RemovableUnit, Removals, RemovedCustomer } from './removals.ts';

const of = (id: number) => ({ subject: { kind: 'party', id: String(id) } });
const asked = (unit: RemovableUnit, id: number) => ({ ...of(id), details: { unit } });
const done = ({ edit, unit, id }: RemovedCustomer) => ({ ...of(id), details: { unit, edit } });

export const removalRules: Rules<Removals> = {
  list: { need: { permission: 'editCustomers', whole: true }, recorded: 'names of a few' },
  remove: {
    need: { permission: 'editCustomers' },
    recorded: change<Removals['remove']>('customerRemoved', { asked, done }),
  },
  // Whose part of the company somebody who is away belongs to is not known.
  restore: {
    need: { permission: 'editCustomers', whole: true },
    recorded: change<Removals['restore']>('customerRestored', {
      asked: (edit) => ({ details: { edit } }),
      done,
    }),
  },
  destroy: {
    need: { permission: 'destroyCustomers', whole: true },
    recorded: change<Removals['destroy']>('personErased', {
      asked,
      done: ({ id, parties, points, files }) => ({
        ...of(id),
        details: {
          parties: [...parties],
          points: [...points],
          imports: files.map(({ importId }) => importId),
        },
      }),
    }),
  },
};
