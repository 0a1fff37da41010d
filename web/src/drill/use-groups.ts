import { useQuery } from '@tanstack/react-query';
import type { CustomerSet } from '../../../src/domain/sets/customer-set.ts';
import type { CustomerState } from '../design/state-mark.tsx';
import { api } from '../server/api.ts';

const parts = ['new', 'reactivated', 'retained'] as const;

export interface Group {
  readonly state?: CustomerState;
  readonly set: CustomerSet;
  readonly size?: number;
}

/** The same set with another state of its customers; undefined where it goes by no state. */
export const withState = ({ set, ...rest }: CustomerSet, state: (typeof parts)[number] | 'lost') =>
  set.kind === 'state' ? ({ ...rest, set: { ...set, state } } satisfies CustomerSet) : undefined;

/** Whoever is active is new, reactivated or retained; other sets are not split. */
export function useGroups(set: CustomerSet) {
  const split = set.set.kind === 'state' && set.set.state === 'active';
  const groups = useQuery({
    queryKey: ['drill-groups', set],
    enabled: split,
    queryFn: async ({ signal }): Promise<readonly Group[]> => {
      const sized = await Promise.all(
        parts.map(async (state) => {
          const part = withState(set, state) ?? set;
          return { state, set: part, size: (await api.setSize({ body: { set: part } }, { signal })).size };
        }),
      );
      return sized.filter(({ size }) => size > 0);
    },
  });
  return { split, groups };
}
