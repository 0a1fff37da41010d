import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../server/api.ts';
import { nodeOf, type Question, setOf } from './question.ts';
import type { List } from './use-list.ts';

/** ms without a key: sums would only hold up the list of the next letter. */
const pause = 400;

/** Sums of the whole list, by the rules of figures; asked for when the list is there. */
export function useTotals(question: Question, summed: string, list: List | undefined) {
  const { slice, search } = question;
  const [typed] = useDebouncedValue(search, pause);
  const body = {
    set: setOf(question, nodeOf(question)),
    period: summed,
    ...(slice.length > 0 && { slice }),
    ...(search !== '' && { search }),
  };
  return useQuery({
    queryKey: ['list-totals', body],
    enabled: list !== undefined && !list.old && list.total > 0 && typed === search,
    queryFn: ({ signal }) => api.setTotals({ body }, { signal }),
  });
}
