import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Closing } from './closing.ts';

const need = { permission: 'closeMonths', whole: true } as const;
const of = (month: string) => ({ subject: { kind: 'month', id: month } });

export const closingRules: Rules<Closing> = {
  list: { need: { permission: 'seeFigures' }, recorded: 'no persons' },
  close: {
    need,
    recorded: change<Closing['close']>('monthClosed', {
      asked: of,
      done: ({ dataVersion, planVersion }, _, month) => ({
        ...of(month),
        details: { dataVersion, planVersion },
      }),
    }),
  },
  askReopening: { need, recorded: change<Closing['askReopening']>('monthReopeningAsked', { asked: of }) },
  reopen: { need, recorded: change<Closing['reopen']>('monthReopened', { asked: of }) },
  drift: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
  difference: { need: { permission: 'seeCustomers' }, recorded: 'numbers of customers' },
};
