import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { ChangedGroup, Groups } from './groups.ts';

const need = { permission: 'editCustomers', whole: true } as const;
const of = (id: number) => ({ subject: { kind: 'party', id: String(id) } });
const done = ({ group: { id, kind, entities }, dataVersion }: ChangedGroup) => ({
  ...of(id),
  details: { kind, entities: entities.map((one) => one.id), dataVersion },
});

export const groupRules: Rules<Groups> = {
  list: { need: { permission: 'seeCustomers', whole: true }, recorded: 'names of groups' },
  preview: { need, recorded: 'numbers' },
  previewChange: { need, recorded: 'numbers' },
  make: {
    need,
    recorded: change<Groups['make']>('groupChanged', {
      asked: ({ kind, entities }) => ({ details: { kind, entities: [...entities] } }),
      done,
    }),
  },
  change: {
    need,
    recorded: change<Groups['change']>('groupChanged', {
      asked: (id, { in: added = [], out = [] }) => ({
        ...of(id),
        details: { in: [...added], out: [...out] },
      }),
      done,
    }),
  },
  dissolve: {
    need,
    recorded: change<Groups['dissolve']>('groupChanged', {
      asked: (id) => ({ ...of(id), details: { dissolved: true } }),
      done,
    }),
  },
};
