import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useMe } from '../../app/session.tsx';
import { api } from '../../server/api.ts';

export type Candidate = Awaited<ReturnType<typeof api.duplicates>>['candidates'][number];

export const keyOf = ({ a, b }: Pick<Candidate, 'a' | 'b'>): string => `${a.id} ${b.id}`;

/** A pair tells of both customers: only whoever sees all of them may look. */
export function useMayMerge(): boolean {
  const { permissions, scope } = useMe();
  return permissions.includes('mergeCustomers') && scope.nodes === null;
}

const pageSize = 100;

/** Pairs that may be one, the likeliest first, without those decided on this page. */
export function useCandidates() {
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const pages = useInfiniteQuery({
    queryKey: ['duplicates'],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.duplicates(
        { query: { limit: pageSize, ...(pageParam !== undefined && { cursor: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  const all = pages.data?.pages.flatMap(({ candidates }) => candidates) ?? [];
  return {
    pages,
    candidates: all.filter((one) => !decided.has(keyOf(one))),
    decide: (key: string) => setDecided((before) => new Set([...before, key])),
    recall: (key: string) => setDecided((before) => new Set([...before].filter((one) => one !== key))),
  };
}

/** All that may be merged without a look at each. */
export async function certainOnes(signal: AbortSignal): Promise<readonly Candidate[]> {
  const found: Candidate[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await api.duplicates(
      { query: { limit: 200, certain: 'true', ...(cursor && { cursor }) } },
      { signal },
    );
    found.push(...page.candidates);
    cursor = page.next;
  } while (cursor);
  return found;
}

export const mergeOf = ({ a, b, survivor }: Candidate) => ({
  unit: 'legalEntity' as const,
  absorbed: survivor === a.id ? b.id : a.id,
  survivor,
});
