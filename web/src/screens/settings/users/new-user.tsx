import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { roles } from '../../../../../src/domain/access.ts';
import { loginFits } from '../../../../../src/domain/user.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { oneTimePassword } from '../one-time-password.ts';
import { type Rights, RightsFields, rightsWrong } from '../rights-fields.tsx';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import type { Given } from './users.tsx';
import { usersWords } from './words.ts';

/** Adds a user with a password that lets in once. */
export function NewUser({
  onClose,
  onGiven,
}: {
  readonly onClose: () => void;
  readonly onGiven: (given: Given) => void;
}) {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  const client = useQueryClient();
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [rights, setRights] = useState<Rights>({ role: 'rep', scope: { nodes: [] }, hidden: [] });
  const [tried, setTried] = useState(false);
  const loginWrong = !loginFits(login.trim());
  const nameWrong = name.trim() === '';
  const add = useMutation({
    mutationFn: async () => {
      const password = oneTimePassword();
      await api.addUser({ body: { login: login.trim(), name: name.trim(), ...rights, password } });
      await client.invalidateQueries({ queryKey: ['users'] });
      return { name: name.trim(), login: login.trim(), password };
    },
    onSuccess: (given) => {
      onClose();
      onGiven(given);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!loginWrong && !nameWrong && !rightsWrong(rights)) add.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={say('add')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={say('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          error={tried && nameWrong ? say('nameNeeded') : undefined}
          autoComplete="off"
          required
          data-autofocus
        />
        <TextInput
          label={say('login')}
          description={say('loginHelp')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          maxLength={64}
          error={tried && loginWrong ? say('loginWrong') : undefined}
          autoComplete="off"
          required
        />
        <RightsFields value={rights} roles={roles} onChange={setRights} tried={tried} />
        {add.error && <ErrorNote error={add.error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {say('add')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
