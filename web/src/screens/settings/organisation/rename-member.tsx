import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { Member } from '../../../server/member-tree.ts';
import { invalidateData } from '../../../server/query-client.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { undoChange } from './undo-change.ts';
import { organisationWords } from './words.ts';

/** A name by hand, for all days. */
export function RenameMember({
  member,
  onDone,
  onClose,
}: {
  readonly member: Member;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const [name, setName] = useState(member.name);
  const rename = useMutation({
    mutationFn: () =>
      api.changeMember({
        params: { id: member.id },
        body: { version: member.version, name: name.trim() },
      }),
    onSuccess: (changed) => {
      did(say('didRename', { before: member.name, name: changed.name }), () => undoChange(changed));
      void invalidateData();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === member.name) return onClose();
    if (name.trim() !== '') rename.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <TextInput
        label={say('name')}
        description={say('nameHelp')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
        maxLength={200}
        error={name.trim() === '' ? say('give') : undefined}
        autoComplete="off"
        data-autofocus
      />
      {rename.error && <ErrorNote error={rename.error} />}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" loading={rename.isPending}>
          {say('rename')}
        </Button>
      </div>
    </form>
  );
}
