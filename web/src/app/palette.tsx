import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useLanguage, useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { everybody } from '../server/everybody.ts';
import { sections } from './sections.ts';
import { useMe } from './session.tsx';
import { addressOfView, useViews } from './views/use-views.ts';
import { appWords } from './words.ts';

export const openPalette = (): void => spotlight.open();

/** Everything by its name: pages, customers, views, actions. */
export function Palette() {
  const say = useWords(appWords);
  const me = useMe();
  const navigate = useNavigate();
  const { language, choose } = useLanguage();
  const views = useViews();
  const [query, setQuery] = useState('');
  const search = query.trim();
  const found = useQuery({
    queryKey: ['palette', search],
    enabled: search.length > 1 && me.permissions.includes('seeCustomers'),
    queryFn: ({ signal }) =>
      api.setPage(
        { body: { set: everybody, period: 'last:30d', limit: 8, search, sort: 'name' } },
        { signal },
      ),
  });
  const customers = search.length > 1 ? (found.data?.rows ?? []) : [];
  const fits = (label: string) => label.toLocaleLowerCase().includes(search.toLocaleLowerCase());
  const groups: SpotlightActionGroupData[] = [
    {
      group: say('pages'),
      actions: sections
        .filter(
          ({ needs, word }) => (needs === undefined || me.permissions.includes(needs)) && fits(say(word)),
        )
        .map(({ path, word }) => ({
          id: path,
          label: say(word),
          onClick: () => void navigate({ to: path }),
        })),
    },
    {
      group: say('savedViews'),
      actions: views
        .filter(({ name }) => fits(name))
        .map((view) => ({
          id: `view${view.id}`,
          label: view.name,
          onClick: () => void navigate(addressOfView(view)),
        })),
    },
    {
      group: say('customers'),
      actions: customers.map((row) => ({
        id: `customer${row.id}`,
        label: row.name,
        description: [row.code, row.city].filter(Boolean).join(' · '),
        onClick: () => void navigate({ to: `/customers/client/${row.id}` as '/' }),
      })),
    },
    {
      group: say('actions'),
      actions: [
        {
          id: 'language',
          label: say('otherLanguage'),
          onClick: () => choose(language === 'ru' ? 'en' : 'ru'),
        },
      ].filter(({ label }) => fits(label)),
    },
  ].filter(({ actions }) => actions.length > 0);
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={(_query, actions) => actions}
      nothingFound={say('nothingFound')}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      searchProps={{ placeholder: say('find'), 'aria-label': say('find') }}
      scrollable
      maxHeight={420}
    />
  );
}
