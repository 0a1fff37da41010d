import { Spotlight, type SpotlightActionGroupData, spotlight } from '@mantine/spotlight';
import { useState } from 'react';
import { useWords } from '../language/language.tsx';
import { fitsLabel } from './other-layout.ts';
import { usePaletteDeeds } from './palette-deeds.ts';
import { useFoundCustomers, usePaletteViews } from './palette-found.ts';
import { usePalettePages } from './palette-pages.ts';
import { appWords } from './words.ts';

export const openPalette = (): void => spotlight.open();
export const togglePalette = (): void => spotlight.toggle();

/** Something that the palette finds by its name. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly onClick: () => void;
}

/** Everything by its name: pages, customers, saved views, actions. `keys.tsx` opens it on every page, in fields too. */
export function Palette() {
  const say = useWords(appWords);
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState(false);
  const search = query.trim();
  const byName = (all: readonly Findable[]) => all.filter(({ label }) => fitsLabel(label, search));
  const parts: readonly (readonly [label: string, found: readonly Findable[]])[] = [
    [say('pages'), byName(usePalettePages())],
    [say('savedViews'), byName(usePaletteViews(opened))],
    [say('customers'), useFoundCustomers(search)],
    [say('actions'), byName(usePaletteDeeds())],
  ];
  const groups: SpotlightActionGroupData[] = parts
    .filter(([, found]) => found.length > 0)
    .map(([group, found]) => ({ group, actions: [...found] }));
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      onSpotlightOpen={() => setOpened(true)}
      filter={(_query, actions) => actions}
      nothingFound={say('nothingFound')}
      shortcut={null}
      title={say('find')}
      classNames={{ header: 'sr-only' }}
      searchProps={{ placeholder: say('findWhat'), 'aria-label': say('findWhat'), maxLength: 200 }}
      scrollable
      maxHeight={420}
    />
  );
}
