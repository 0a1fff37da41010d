import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../design/error-note.tsx';
import { useWords } from '../language/language.tsx';
import classes from './removed.module.css';
import { type Removable, useRemove } from './use-removals.ts';
import { removedWords } from './words.ts';

/** Why they are removed, before they are. */
export function RemoveDialog({
  count,
  someOf,
  onDone,
  onClose,
}: {
  readonly count: number;
  readonly someOf: () => Promise<readonly Removable[]>;
  readonly onDone?: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(removedWords);
  const [reason, setReason] = useState('');
  const remove = useRemove();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const some = await someOf();
    remove.mutate(
      { some, reason: reason.trim() },
      {
        onSuccess: () => {
          onClose();
          onDone?.();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('removeTitle', { n: count })}
      size={520}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <p>{say('removeHelp')}</p>
        <TextInput
          label={say('whyRemoved')}
          placeholder={say('whyPlaceholder')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
          required
          data-autofocus
        />
        {remove.error && <ErrorNote error={remove.error} />}
        <Group gap={8}>
          <Button type="submit" variant="filled" loading={remove.isPending} title="Ctrl Enter">
            {say('removeNow')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
