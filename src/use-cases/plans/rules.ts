import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Plans } from './plans.ts';

const of = (month: string) => ({ subject: { kind: 'plan', id: month } });

export const planRules: Rules<Plans> = {
  list: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
  plan: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  fact: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  forecast: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  months: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  propose: { need: { permission: 'setPlans' }, recorded: 'numbers of members' },
  read: { need: { permission: 'setPlans', whole: true }, recorded: 'nothing is written' },
  sheet: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  compare: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  save: {
    need: { permission: 'setPlans', whole: true },
    recorded: change<Plans['save']>('planChanged', {
      asked: (month, { version, targets }) => ({
        ...of(month),
        details: { version, targets: targets.length },
      }),
      done: ({ version, targets, stated }, _, month) => ({
        ...of(month),
        details: { version, targets: targets.length, stated },
      }),
    }),
  },
  approve: {
    need: { permission: 'approvePlans', whole: true },
    recorded: change<Plans['approve']>('planApproved', {
      asked: (month, version) => ({ ...of(month), details: { version } }),
    }),
  },
};
