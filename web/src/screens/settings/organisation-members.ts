import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { commonWords } from './words.ts';

/** As of a day, today when left out. */
export const useOrganisation = (day?: string) =>
  useQuery({
    queryKey: ['organisation', ...(day === undefined ? [] : [day])],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.organisation({ query: day === undefined ? {} : { day } }, { signal }),
  });

interface Scope {
  readonly nodes: readonly { readonly dimension: string; readonly member: number }[] | null;
}

/** What a scope is, by the names of its members. */
export function useScopeWords(): (scope: Scope) => string {
  const say = useWords(commonWords);
  const { data } = useOrganisation();
  return useCallback(
    ({ nodes }) =>
      nodes === null
        ? say('whole')
        : nodes
            .map(({ dimension, member }) => {
              const found = data?.members.find(({ id }) => id === member);
              return `${say('kind', { kind: dimension })}: ${found?.name || found?.code || member}`;
            })
            .join('; '),
    [say, data],
  );
}
