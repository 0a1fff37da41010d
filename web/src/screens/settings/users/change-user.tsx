import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { roles } from '../../../../../src/domain/access.ts';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import type { User } from '../../../server/api.ts';
import { type Rights, RightsFields, rightsWrong } from '../rights-fields.tsx';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { usersWords } from './words.ts';

type Changed = Rights & Pick<User, 'name'>;

/** Name, role, scope and what is hidden; in force with the next request of the user. */
export function ChangeUser({
  user,
  change,
  onClose,
}: {
  readonly user: User;
  readonly change: (id: number, changed: Changed) => Promise<void>;
  readonly onClose: () => void;
}) {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  const { role, scope, hidden } = user;
  const before: Changed = { name: user.name, role, scope, hidden };
  const [name, setName] = useState(user.name);
  const [rights, setRights] = useState<Rights>({ role, scope, hidden });
  const [tried, setTried] = useState(false);
  const nameWrong = name.trim() === '';
  const save = useMutation({
    mutationFn: () => change(user.id, { name: name.trim(), ...rights }),
    onSuccess: () => {
      did(say('changed', { name: name.trim() }), () => change(user.id, before));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameWrong && !rightsWrong(rights)) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('changing', { name: user.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={say('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          error={tried && nameWrong ? say('nameNeeded') : undefined}
          required
          data-autofocus
        />
        <RightsFields value={rights} roles={roles} onChange={setRights} tried={tried} />
        {save.error && <ErrorNote error={save.error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {common('save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
