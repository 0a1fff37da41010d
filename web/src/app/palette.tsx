import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { fitsLabel } from './other-layout.ts';
import classes from './palette.module.css';
import { usePaletteDeeds } from './palette-deeds.ts';
import { useFoundCustomers, usePaletteViews } from './palette-found.ts';
import { usePalettePages } from './palette-pages.ts';
import { palette } from './palette-switch.ts';
import { useFoundTouches } from './palette-touches.ts';
import { appWords } from './words.ts';

/** Something that the palette finds by its name. */
export interface Findable {
  readonly id: string;
  readonly label: string;
  readonly description?: string;
  readonly act: () => void;
}

/** Everything by its name: pages, customers, saved views, actions. `keys.tsx` opens it on every page, in fields too. */
export function Palette() {
  const say = useWords(appWords);
  const opened = palette.useIsOn();
  const [query, setQuery] = useState('');
  return (
    <Modal
      opened={opened}
      onClose={palette.off}
      onExitTransitionEnd={() => setQuery('')}
      title={say('find')}
      withCloseButton={false}
      centered={false}
      yOffset={80}
      size={600}
      padding={0}
      classNames={{ header: classes.title }}
    >
      <Search query={query} onQuery={setQuery} />
    </Modal>
  );
}

function Search({ query, onQuery }: { readonly query: string; readonly onQuery: (query: string) => void }) {
  const say = useWords(appWords);
  const combobox = useCombobox({ opened: true, onDropdownClose: palette.off });
  const search = query.trim();
  const byName = (all: readonly Findable[]) => all.filter(({ label }) => fitsLabel(label, search));
  const { people, entries } = useFoundTouches(search);
  const groups: readonly (readonly [label: string, found: readonly Findable[]])[] = [
    [say('pages'), byName(usePalettePages())],
    [say('savedViews'), byName(usePaletteViews())],
    [say('customers'), useFoundCustomers(search)],
    [say('people'), people],
    [say('touches'), entries],
    [say('actions'), byName(usePaletteDeeds())],
  ];
  const found = groups.flatMap(([, all]) => all);
  const { selectFirstOption } = combobox;
  const ids = found.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first of what is found now is chosen.
  useEffect(() => {
    selectFirstOption();
  }, [ids, selectFirstOption]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        palette.off();
        found.find(({ id }) => id === chosen)?.act();
      }}
    >
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput
          className={classes.search}
          aria-label={say('findWhat')}
          placeholder={say('findWhat')}
          variant="unstyled"
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes.found} aria-label={say('find')}>
        {groups
          .filter(([, all]) => all.length > 0)
          .map(([label, all]) => (
            <Combobox.Group key={label} label={label}>
              {all.map((one) => (
                <Combobox.Option key={one.id} value={one.id} className={classes.option}>
                  <span>{one.label}</span>
                  {one.description && <small>{one.description}</small>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          ))}
        {found.length === 0 && <Combobox.Empty>{say('nothingFound')}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  );
}
