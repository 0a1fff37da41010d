import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../design/error-note.tsx';
import { Note } from '../design/note.tsx';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { invalidateData } from '../server/query-client.ts';
import classes from './removed.module.css';
import type { Removable } from './use-removals.ts';
import { removedWords } from './words.ts';

/** What goes for good and what stays; done once the name is typed, and then where he is still. */
export function DestroyDialog({
  who,
  name,
  onClose,
}: {
  readonly who: Removable;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const say = useWords(removedWords);
  const [typed, setTyped] = useState('');
  const destroy = useMutation({
    mutationFn: () => api.destroyCustomer({ params: { unit: who.unit, id: who.id } }),
    onSuccess: () => void invalidateData(),
  });
  const isConfirmed = typed.trim() === name.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isConfirmed) destroy.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('destroyTitle')}
      size={560}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {destroy.data ? (
        <div className={classes.form}>
          <p>{say('destroyed', { name: destroy.data.name })}</p>
          {destroy.data.files.length === 0 ? (
            <p>{say('inNoFiles')}</p>
          ) : (
            <>
              <p>{say('inFiles')}</p>
              <ul className={classes.files}>
                {destroy.data.files.map(({ importId, names }) => (
                  <li key={importId}>{say('inFile', { id: importId, names: names.join(', ') })}</li>
                ))}
              </ul>
            </>
          )}
          <Group>
            <Button variant="filled" onClick={onClose} data-autofocus>
              {say('close')}
            </Button>
          </Group>
        </div>
      ) : (
        <form className={classes.form} onSubmit={submit}>
          <Note kind="warning">{say('destroyWarning')}</Note>
          <dl className={classes.fates}>
            <dt>{say('goes')}</dt>
            <dd>{say('goesWhat')}</dd>
            <dt>{say('stays')}</dt>
            <dd>{say('staysWhat', { id: who.id })}</dd>
          </dl>
          <p className="muted">
            {say('files')} {say('law')}
          </p>
          <TextInput
            label={say('confirm', { name })}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
          {destroy.error && <ErrorNote error={destroy.error} />}
          <Group gap={8}>
            <Button
              type="submit"
              variant="filled"
              color="red"
              disabled={!isConfirmed}
              loading={destroy.isPending}
            >
              {say('destroyNow')}
            </Button>
            <Button onClick={onClose}>{say('cancel')}</Button>
          </Group>
        </form>
      )}
    </Modal>
  );
}
