import { Select } from '@mantine/core';
import { useMembers } from '../../filters/use-members.ts';
import { useWords } from '../../language/language.tsx';
import { planWords } from './words.ts';

/** Goods of which something is to be planned alone: a line of their own below everybody who has a plan. */
export function AddGoods({ onAdd }: { readonly onAdd: (category: string) => void }) {
  const say = useWords(planWords);
  const known = useMembers('category', { period: 'last:12m', unit: 'client', methods: ['main'], slice: [] });
  return (
    <Select
      label={say('addGoods')}
      value={null}
      searchable
      data={(known.data ?? [])
        .filter(({ member }) => member !== '')
        .map(({ member, name }) => ({ value: member, label: name }))}
      onChange={(chosen) => chosen !== null && onAdd(chosen)}
    />
  );
}
