import { useQuery } from '@tanstack/react-query';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import type { DashboardState } from './state.ts';
import { dashboardWords } from './words.ts';

type Slice = NonNullable<DashboardState['slice']>;
const everyBranch = '';

/** The whole company or one branch of it; nothing where there is nothing to choose. */
export function BranchChip({
  value,
  onChange,
}: {
  readonly value: Slice;
  readonly onChange: (slice: Slice | undefined) => void;
}) {
  const say = useWords(dashboardWords);
  const organisation = useQuery({
    queryKey: ['organisation'],
    queryFn: ({ signal }) => api.organisation({ query: {} }, { signal }),
  });
  const branches = organisation.data?.members.filter(({ kind }) => kind === 'branch') ?? [];
  if (branches.length < 2) return null;
  const others = value.filter(({ dimension }) => dimension !== 'branch');
  const chosen = value.find(({ dimension }) => dimension === 'branch')?.members[0] ?? everyBranch;
  return (
    <ChoiceChip
      large
      label={say('branch')}
      value={chosen}
      onChange={(branch) => {
        const slice: Slice =
          branch === everyBranch ? others : [...others, { dimension: 'branch', members: [branch] }];
        onChange(slice.length > 0 ? slice : undefined);
      }}
      options={[
        { value: everyBranch, label: say('allBranches') },
        ...branches.map(({ id, name }) => ({ value: String(id), label: name })),
      ]}
    />
  );
}
