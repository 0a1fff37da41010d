import { useCallback } from 'react';
import { useWords } from '../../language/language.tsx';
import { useOrganisation } from '../../server/organisation.ts';
import { commonWords } from './words.ts';

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
