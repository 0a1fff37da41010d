import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { GroupChange, NewGroup } from '../../../../src/domain/customer-group.ts';
import { did } from '../../app/undo.tsx';
import { changing } from '../../design/effect-preview.tsx';
import { useWords } from '../../language/language.tsx';
import { api, type CustomerGroup } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import { groupsWords } from './words.ts';

/** What is to be done: a group of these, a change of one, or its end. */
export type GroupDeed =
  | { readonly kind: 'make'; readonly group: NewGroup }
  | { readonly kind: 'change'; readonly of: CustomerGroup; readonly change: GroupChange }
  | { readonly kind: 'dissolve'; readonly of: CustomerGroup };

const idsOf = ({ entities }: CustomerGroup) => entities.map(({ id }) => id);

/** Whose places change: what АКБ follows from. */
const movedBy = (deed: GroupDeed) => {
  if (deed.kind === 'make') return { in: deed.group.entities };
  if (deed.kind === 'dissolve') return { id: deed.of.id, out: idsOf(deed.of) };
  const { in: added = [], out = [] } = deed.change;
  return { id: deed.of.id, in: added, out };
};

/** АКБ of the months that would change; nothing is changed. */
export function useGroupPreview(deed: GroupDeed | null) {
  const asked = deed && movedBy(deed);
  const moves = asked !== null && [...(asked.in ?? []), ...(asked.out ?? [])].length > 0;
  const [settled] = useDebouncedValue(JSON.stringify(asked), 300);
  const preview = useQuery({
    queryKey: ['groupPreview', settled],
    enabled: moves && settled === JSON.stringify(asked),
    staleTime: 0,
    gcTime: 0,
    queryFn: async ({ signal }) => {
      const { id, in: added = [], out = [] } = asked as { id?: number; in?: number[]; out?: number[] };
      if (id === undefined) return await api.previewGroup({ body: { entities: added } }, { signal });
      return await api.previewGroupChange({ params: { id }, body: { in: added, out } }, { signal });
    },
  });
  return { ...preview, moves, effect: preview.data && changing(preview.data.effect) };
}

/** Does it, and says how to take it back. */
export function useGroupDeed() {
  const say = useWords(groupsWords);
  return useMutation({
    mutationFn: async (deed: GroupDeed) => {
      const back = await done(deed);
      const name = deed.kind === 'make' ? deed.group.name : (nameAfter(deed) ?? '');
      did(say('done', { kind: deed.kind, name }), async () => {
        await back();
        await invalidateData();
      });
      void invalidateData();
    },
  });
}

const nameAfter = (deed: Exclude<GroupDeed, { kind: 'make' }>) =>
  deed.kind === 'change' ? (deed.change.name ?? deed.of.name) : deed.of.name;

/** Returns what takes it back. */
async function done(deed: GroupDeed): Promise<() => Promise<unknown>> {
  if (deed.kind === 'make') {
    const { group } = await api.addGroup({ body: deed.group });
    return () => api.dissolveGroup({ params: { id: group.id } });
  }
  const { of } = deed;
  const params = { id: of.id };
  if (deed.kind === 'dissolve') {
    await api.dissolveGroup({ params });
    return () => api.addGroup({ body: { name: of.name, kind: of.kind, entities: idsOf(of) } });
  }
  const { in: added = [], out = [] } = deed.change;
  await api.changeGroup({ params, body: deed.change as ChangeBody });
  return () => api.changeGroup({ params, body: { name: of.name, kind: of.kind, in: out, out: added } });
}

type ChangeBody = Parameters<typeof api.changeGroup>[0]['body'];
