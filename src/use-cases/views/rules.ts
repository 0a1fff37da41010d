import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Views } from './views.ts';

const of = (id: number) => ({ subject: { kind: 'view', id: String(id) } });

export const viewRules: Rules<Views> = {
  list: { need: { permission: 'seeFigures' }, recorded: 'definitions' },
  add: {
    need: { permission: 'seeFigures', changes: true },
    recorded: change('viewSaved', {
      asked: ({ screen, roles }) => ({ details: { screen, roles: [...roles] } }),
      done: ({ id, screen, roles }) => ({ ...of(id), details: { screen, roles: [...roles] } }),
    }),
  },
  change: {
    need: { permission: 'seeFigures', changes: true },
    recorded: change('viewSaved', {
      asked: of,
      done: ({ id, screen, roles }) => ({ ...of(id), details: { screen, roles: [...roles] } }),
    }),
  },
  remove: {
    need: { permission: 'seeFigures', changes: true },
    recorded: change('viewRemoved', { asked: of }),
  },
};
