import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Plans } from './plans.ts';

const of = (period: string) => ({ subject: { kind: 'plan', id: period } });

export const planRules: Rules<Plans> = {
  list: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
  plan: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  fact: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  forecast: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  periods: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  propose: { need: { permission: 'setPlans' }, recorded: 'numbers of members' },
  read: { need: { permission: 'setPlans', whole: true }, recorded: 'nothing is written' },
  sheet: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  compare: { need: { permission: 'seeFigures' }, recorded: 'numbers of members' },
  save: {
    need: { permission: 'setPlans', whole: true },
    recorded: change<Plans['save']>('planChanged', {
      asked: (period, { version, targets }) => ({
        ...of(period),
        details: { version, targets: targets.length },
      }),
      done: ({ version, targets, stated }, _, period) => ({
        ...of(period),
        details: { version, targets: targets.length, stated },
      }),
    }),
  },
  approve: {
    need: { permission: 'approvePlans', whole: true },
    recorded: change<Plans['approve']>('planApproved', {
      asked: (period, version) => ({ ...of(period), details: { version } }),
    }),
  },
};
