import type { HandOverPlan } from '../../domain/hand-over.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change, reading } from '../../services/parts/recording.ts';
import type { HandOver, HandOverMade } from './hand-over.ts';

const of = (id: number) => ({ subject: { kind: 'handOver', id: String(id) } });
const asked = ({ from, since, until, to }: HandOverPlan) => ({
  details: { from, since, until: until ?? null, to: to.map(({ rep }) => rep) },
});
const done = ({ id, from, since, until, to }: HandOverMade) => ({
  ...of(id),
  details: {
    ...{ from: from.id, since, until },
    to: to.map(({ id: rep, clients }) => ({ rep, clients })),
  },
});

export const handOverRules: Rules<HandOver> = {
  preview: {
    need: { permission: 'handOver' },
    recorded: reading('listed', ({ shares, kept }, plan) => ({
      details: {
        ...asked(plan).details,
        question: 'handOver',
        persons: [...shares, ...(kept === null ? [] : [kept])].reduce(
          (all, one) => all + one.clients.length,
          0,
        ),
      },
    })),
  },
  make: {
    need: { permission: 'handOver' },
    recorded: change<HandOver['make']>('handedOver', { asked, done }),
  },
  list: { need: { permission: 'handOver' }, recorded: 'names reps, no customers' },
  report: {
    need: { permission: 'handOver' },
    recorded: reading('listed', ({ customers }, id) => ({
      ...of(id),
      details: { question: 'handOver', persons: customers.length },
    })),
  },
  undo: {
    need: { permission: 'handOver' },
    recorded: change<HandOver['undo']>('handOverUndone', { asked: of, done }),
  },
};
