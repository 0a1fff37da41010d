import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Bonus } from './bonus.ts';

const of = (month: string) => ({ subject: { kind: 'bonus', id: month } });

export const bonusRules: Rules<Bonus> = {
  schemes: { need: { permission: 'setBonus' }, recorded: 'rules of the company' },
  statements: { need: { permission: 'seeBonus' }, recorded: 'numbers of members' },
  statement: { need: { permission: 'seeBonus' }, recorded: 'numbers of members' },
  saveScheme: {
    need: { permission: 'setBonus', whole: true },
    recorded: change<Bonus['saveScheme']>('bonusSchemeSaved', {
      asked: ({ id, version, scheme }) => ({
        subject: { kind: 'bonusScheme', id: id === null ? 'new' : String(id) },
        details: { version, from: scheme.from, active: scheme.active },
      }),
      done: ({ id, version, scheme }) => ({
        subject: { kind: 'bonusScheme', id: String(id) },
        details: { version, from: scheme.from, active: scheme.active },
      }),
    }),
  },
  keep: {
    need: { permission: 'setBonus', whole: true },
    recorded: change<Bonus['keep']>('bonusKept', {
      asked: of,
      done: ({ statements, total }, _, month) => ({
        ...of(month),
        details: { statements: statements.length, total },
      }),
    }),
  },
  release: {
    need: { permission: 'setBonus', whole: true },
    recorded: change<Bonus['release']>('bonusReleased', { asked: of }),
  },
};
