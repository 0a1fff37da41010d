import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from './api.ts';

/** As of a day, today when left out. */
export const useOrganisation = (day?: string) =>
  useQuery({
    queryKey: ['organisation', ...(day === undefined ? [] : [day])],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.organisation({ query: day === undefined ? {} : { day } }, { signal }),
  });
