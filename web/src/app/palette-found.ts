import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../server/api.ts';
import { everybody } from '../server/everybody.ts';
import { inOtherLayout } from './other-layout.ts';
import type { Findable } from './palette.tsx';
import { useMay } from './session.tsx';
import { addressOfView, useViews } from './views/use-views.ts';

const shown = 8;
const pause = 120;

/** Customers by parts of a name, a code, a phone number or an ИНН; by the other layout where nobody is found by this one. */
export function useFoundCustomers(typed: string): readonly Findable[] {
  const may = useMay('seeCustomers');
  const navigate = useNavigate();
  const [search] = useDebouncedValue(typed, pause);
  const asked = search.length > 1 && typed.length > 1;
  const found = useQuery({
    queryKey: ['palette', search],
    enabled: asked && may,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const find = (text: string) =>
        api.setPage(
          { body: { set: everybody, period: 'last:30d', limit: shown, search: text, sort: 'name' } },
          { signal },
        );
      const page = await find(search);
      const other = inOtherLayout(search);
      return page.total > 0 || other === search ? page : await find(other);
    },
  });
  return (asked ? (found.data?.rows ?? []) : []).map(({ id, name, code, city, phone }) => ({
    id: `customer ${id}`,
    label: name || code,
    description: [code, city, phone].filter(Boolean).join(' · '),
    act: () => void navigate({ to: '/customers/$unit/$id', params: { unit: 'client', id: String(id) } }),
  }));
}

/** Saved views, own and shared. */
export function usePaletteViews(): readonly Findable[] {
  const navigate = useNavigate();
  return useViews().map((view) => ({
    id: `view ${view.id}`,
    label: view.name,
    ...(!view.own && { description: view.owner }),
    act: () => void navigate(addressOfView(view)),
  }));
}
