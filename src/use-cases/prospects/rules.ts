import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Prospects } from './prospects.ts';

export const prospectRules: Rules<Prospects> = {
  rules: { need: { permission: 'seeFigures' }, recorded: 'rules' },
  setRules: {
    need: { permission: 'defineCompany', whole: true },
    recorded: change<Prospects['setRules']>('targetRulesSet', {
      asked: ({ version }) => ({ details: { version } }),
      done: ({ version, rules }) => ({ details: { version, rules: rules.length } }),
    }),
  },
  levels: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
};
