import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useMay } from '../app/session.tsx';
import { tell } from '../app/undo.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { download } from '../server/download.ts';
import classes from './drill-drawer.module.css';
import type { Drill } from './drill-state.ts';
import { drillWords } from './words.ts';

/** What a list leads to. */
export function DrillActions({ drill }: { readonly drill: Drill }) {
  const mayDefine = useMay('defineSets');
  const mayExport = useMay('export');
  return (
    <footer className={classes.actions}>
      {mayDefine && <SaveSegment drill={drill} />}
      {mayExport && <ExportMembers drill={drill} />}
    </footer>
  );
}

function SaveSegment({ drill }: { readonly drill: Drill }) {
  const say = useWords(drillWords);
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState(drill.path.join(', '));
  const [frozen, setFrozen] = useState(false);
  const store = useMutation({
    mutationFn: () => api.storeSet({ body: { name, set: drill.set, frozen } }),
    onSuccess: () => {
      setOpened(false);
      tell(say('saved', { name }));
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

function ExportMembers({ drill }: { readonly drill: Drill }) {
  const say = useWords(drillWords);
  const save = useMutation({
    mutationFn: () => {
      const { set, period, slice } = drill;
      return download('/api/v1/exports/members', {
        ...{ set, period, ...(slice && { slice }) },
        ...{ sort: 'sales', format: 'xlsx', columns: ['name', 'lastPurchase', 'documents', 'sales'] },
      });
    },
    onMutate: () => tell(say('exporting')),
    onError: (error) => tell(error.message),
  });
  return (
    <Button
      leftSection={<Download size={16} strokeWidth={1.8} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
      title={say('exportHelp')}
    >
      {say('exportXlsx')}
    </Button>
  );
}
