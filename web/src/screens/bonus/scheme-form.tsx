import { Button, Checkbox, MultiSelect, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { assignable } from '../../../../src/domain/dimensions.ts';
import { tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateBonus } from '../../server/bonus.ts';
import classes from './bonus.module.css';
import { type SchemeDraft, schemeOf } from './draft.ts';
import { Example } from './example.tsx';
import { PartFields } from './part-fields.tsx';
import { SchemeExtras } from './scheme-extras.tsx';
import { bonusWords } from './words.ts';

interface Member {
  readonly id: number;
  readonly kind: (typeof assignable)[number];
  readonly name: string;
}

/** A scheme as it is written, beside what it comes to. */
export function SchemeForm({
  id,
  version,
  before,
  members,
  onClose,
}: {
  readonly id: number | null;
  readonly version: number;
  readonly before: SchemeDraft;
  readonly members: readonly Member[];
  readonly onClose: () => void;
}) {
  const say = useWords(bonusWords);
  const [draft, setDraft] = useState(before);
  const [tried, setTried] = useState(false);
  const put = (change: Partial<SchemeDraft>) => setDraft({ ...draft, ...change });
  const read = schemeOf(draft);
  const scheme = 'scheme' in read ? read.scheme : null;
  // What has not been typed yet is not called wrong before somebody wants to save it.
  const all: ReadonlySet<string> = 'wrong' in read ? read.wrong : new Set();
  const wrong = tried ? all : new Set([...all].filter((place) => place !== 'name'));
  const save = useMutation({
    mutationFn: (body: Parameters<typeof api.saveBonusScheme>[0]['body']) => api.saveBonusScheme({ body }),
    onSuccess: (saved) => {
      tell(say('saved', { version: saved.version }));
      onClose();
    },
    onSettled: invalidateBonus,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (scheme) save.mutate({ id, version, scheme });
  };
  const { level } = draft.whom;
  const offered = assignable
    .slice(0, assignable.indexOf(level) + 1)
    .reverse()
    .map((kind) => ({
      group: say('level', { level: kind }),
      items: members
        .filter((one) => one.kind === kind)
        .map((one) => ({ value: String(one.id), label: one.name || `№ ${one.id}` })),
    }));
  return (
    <Page
      title={draft.name || say('add')}
      actions={
        <>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button
            type="submit"
            form="bonus-scheme"
            variant="filled"
            loading={save.isPending}
            title="Ctrl Enter"
          >
            {say('save')}
          </Button>
        </>
      }
    >
      {save.error && <ErrorNote error={save.error} />}
      <div className={classes.editor}>
        <form id="bonus-scheme" className={classes.form} onSubmit={submit} noValidate>
          <div className={classes.fields}>
            <TextInput
              label={say('schemeName')}
              value={draft.name}
              autoComplete="off"
              error={wrong.has('name') && say('wrong')}
              onChange={(event) => put({ name: event.currentTarget.value })}
            />
            <TextInput
              label={say('from')}
              value={draft.from}
              placeholder={say('fromHelp')}
              autoComplete="off"
              error={wrong.has('from') && say('fromHelp')}
              onChange={(event) => put({ from: event.currentTarget.value })}
            />
            <Select
              label={say('whom')}
              value={level}
              allowDeselect={false}
              data={assignable.map((one) => ({ value: one, label: say('level', { level: one }) })).reverse()}
              onChange={(chosen) => {
                const found = assignable.find((one) => one === chosen);
                if (found) put({ whom: { level: found, members: [] } });
              }}
            />
            <TextInput
              label={say('base')}
              value={draft.base}
              inputMode="decimal"
              autoComplete="off"
              error={wrong.has('base') && say('wrong')}
              onChange={(event) => put({ base: event.currentTarget.value })}
            />
          </div>
          <MultiSelect
            label={say('members')}
            description={say('membersHelp')}
            placeholder={draft.whom.members.length === 0 ? say('everybody') : ''}
            data={offered}
            value={[...draft.whom.members]}
            searchable
            onChange={(chosen) => put({ whom: { level, members: chosen } })}
          />
          <Checkbox
            label={say('active')}
            checked={draft.active}
            onChange={(event) => put({ active: event.currentTarget.checked })}
          />
          <PartFields parts={draft.parts} wrong={wrong} onChange={(parts) => put({ parts })} />
          <SchemeExtras draft={draft} wrong={wrong} put={put} />
        </form>
        <Example draft={draft} />
      </div>
    </Page>
  );
}
