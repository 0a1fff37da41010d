import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import type { TimelineKind } from '../../../../../../src/domain/entry.ts';
import { did } from '../../../../app/undo.tsx';
import { touchWords } from '../../../../design/touch-words.ts';
import { useWords } from '../../../../language/language.tsx';
import { api } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { changeOf, type Draft, draftOf, type EntryItem, newEntryOf } from './draft.ts';
import { timelineWords } from './words.ts';

/** What happened with a customer and his family, the newest first, page by page. */
export function useTimeline({ unit, id }: Who, limit: number, kinds?: readonly TimelineKind[]) {
  const pages = useInfiniteQuery({
    queryKey: ['timeline', unit, id, limit, kinds],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { limit, ...(kinds && { kinds }), ...(pageParam !== undefined && { cursor: pageParam }) };
      return api.timeline({ params: { unit, id }, query }, { signal });
    },
    getNextPageParam: ({ next }) => next,
  });
  return { pages, rows: pages.data?.pages.flatMap(({ rows }) => rows) ?? [] };
}

/** Entries are shown on the cards of a whole family. */
function useRefresh() {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['timeline'] }),
      client.invalidateQueries({ queryKey: ['entry'] }),
    ]);
  };
}

export function useAddEntry({ unit, id }: Who) {
  const say = useWords(timelineWords);
  const sayTouch = useWords(touchWords);
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (draft: Draft) => api.addEntry({ body: { unit, id, ...newEntryOf(draft) } }),
    onSuccess: (entry) => {
      void refresh();
      did(say('recorded', { kind: sayTouch('kind', { kind: entry.kind }) }), async () => {
        await api.removeEntry({ params: { id: entry.id } });
        await refresh();
      });
    },
  });
}

export function useChangeEntry(item: EntryItem) {
  const say = useWords(timelineWords);
  const sayTouch = useWords(touchWords);
  const refresh = useRefresh();
  const { id } = item.entry;
  return useMutation({
    mutationFn: ({ draft, version }: { readonly draft: Draft; readonly version: number }) =>
      api.changeEntry({ params: { id }, body: { version, ...changeOf(draft) } }),
    onSuccess: ({ version, kind }) => {
      void refresh();
      did(say('changed', { kind: sayTouch('kind', { kind }) }), async () => {
        await api.changeEntry({ params: { id }, body: { version, ...changeOf(draftOf(item)) } });
        await refresh();
      });
    },
  });
}

export function useRemoveEntry({ kind, entry: { id } }: EntryItem) {
  const say = useWords(timelineWords);
  const sayTouch = useWords(touchWords);
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => api.removeEntry({ params: { id } }),
    onSuccess: () => {
      void refresh();
      did(say('removed', { kind: sayTouch('kind', { kind }) }), async () => {
        await api.restoreEntry({ params: { id } });
        await refresh();
      });
    },
  });
}
