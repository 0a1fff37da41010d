import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { CustomerSet } from '../../../src/domain/sets/customer-set.ts';
import { did } from '../app/undo.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { drillWords } from './words.ts';

/** Keeps a set under a name: as it is defined, or who is in it now. */
export function SaveSegment({
  set,
  suggested,
}: {
  readonly set: CustomerSet;
  /** What to call it. */
  readonly suggested: string;
}) {
  const say = useWords(drillWords);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState(suggested);
  const [frozen, setFrozen] = useState(false);
  const store = useMutation({
    mutationFn: () => api.storeSet({ body: { name, set, frozen } }),
    onSuccess: ({ id }) => {
      setOpened(false);
      did(say('saved', { name }), () => api.removeStoredSet({ params: { id } }));
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    store.mutate();
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus position="top-start">
      <Popover.Target>
        <Button onClick={() => setOpened(true)}>{say('saveSegment')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit} style={{ display: 'grid', gap: 10, width: 320 }}>
          <TextInput
            label={say('segmentName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            maxLength={200}
            required
            data-autofocus
          />
          <Checkbox
            label={say('frozen')}
            checked={frozen}
            onChange={(event) => setFrozen(event.currentTarget.checked)}
          />
          {store.error && <ErrorNote error={store.error} />}
          <Button type="submit" variant="filled" loading={store.isPending}>
            {say('save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
