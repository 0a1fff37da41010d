import { useQuery } from '@tanstack/react-query';
import { api, type CustomerGroup } from '../../server/api.ts';
import type { MakeOf } from './state.ts';

export type Entity = CustomerGroup['entities'][number];

/** The legal entities of those chosen in a list. */
export const useEntitiesOf = (make: MakeOf | undefined) =>
  useQuery({
    queryKey: ['entities-of', make],
    enabled: make !== undefined && make.ids.length > 0,
    queryFn: async ({ signal }) => {
      const { unit, ids } = make as MakeOf;
      const found = new Map<number, Entity>();
      for (const id of ids) {
        const card = await api.customerCard({ params: { unit, id } }, { signal });
        const some = unit === 'legalEntity' ? [card] : card.family.legalEntities;
        for (const one of some) found.set(one.id, { id: one.id, name: one.name });
      }
      return [...found.values()];
    },
  });
