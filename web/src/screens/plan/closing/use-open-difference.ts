import type { PlanTarget } from '../../../../../src/domain/plan.ts';
import { tell } from '../../../app/undo.tsx';
import { useDrill } from '../../../drill/use-drill.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { closingWords } from './words.ts';

/** Opens the customers by whom the base of a closed month differs today: who came in, or else who fell out. */
export function useOpenDifference() {
  const say = useWords(closingWords);
  const { open } = useDrill();
  const formats = useFormats();
  return async (
    month: string,
    { level, member, metric }: Pick<PlanTarget, 'level' | 'member' | 'metric'>,
  ) => {
    const method = metric === 'qualifiedBase' ? 'qualified' : 'main';
    const { entered, left } = await api.monthDifference({
      params: { month },
      query: { level, member, unit: 'client', method },
    });
    const ids = entered.length > 0 ? entered : left;
    if (ids.length === 0) return tell(say('nobody'));
    open({
      set: { language: 1, unit: 'client', method: { id: method }, set: { kind: 'ids', ids: [...ids] } },
      period: month,
      path: [say(entered.length > 0 ? 'entered' : 'left'), formats.period(month)],
    });
  };
}
