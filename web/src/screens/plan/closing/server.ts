import { useQuery } from '@tanstack/react-query';
import { api } from '../../../server/api.ts';

/** Months that are closed now, by month. */
export const useClosedMonths = () =>
  useQuery({
    queryKey: ['plan', 'closings'],
    queryFn: async ({ signal }) => {
      const { closings } = await api.closings({ signal });
      return new Map(closings.filter(({ reopened }) => reopened === null).map((one) => [one.month, one]));
    },
  });
