import { Button, Modal, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shortestPassword } from '../../../../../src/domain/password.ts';
import { loginFits } from '../../../../../src/domain/user.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { queryClient } from '../../../server/query-client.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { usersWords } from './words.ts';

/** The first user is an owner with a password of his own; he comes in again with it. */
export function FirstUser({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  const [login, setLogin] = useState('');
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [again, setAgain] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = {
    name: name.trim() === '' && say('nameNeeded'),
    login: !loginFits(login.trim()) && say('loginWrong'),
    password: [...password].length < shortestPassword && say('passwordShort'),
    again: again !== password && say('passwordDiffers'),
  };
  const add = useMutation({
    mutationFn: () =>
      api.addUser({
        body: {
          ...{ login: login.trim(), name: name.trim(), password, role: 'owner' as const },
          ...{ scope: { nodes: null }, hidden: [] },
        },
      }),
    // Links open nothing any more: the door asks for the password.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['me'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).every((one) => one === false)) add.mutate();
  };
  const shown = (problem: string | false) => (tried ? problem : undefined);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('addFirst')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <Note>{say('firstHelp')}</Note>
        <TextInput
          label={say('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          error={shown(wrong.name)}
          autoComplete="name"
          required
          data-autofocus
        />
        <TextInput
          label={say('login')}
          description={say('loginHelp')}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          maxLength={64}
          error={shown(wrong.login)}
          autoComplete="username"
          required
        />
        <PasswordInput
          label={say('password')}
          description={say('passwordHelp')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          maxLength={200}
          error={shown(wrong.password)}
          autoComplete="new-password"
          required
        />
        <PasswordInput
          label={say('passwordAgain')}
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          maxLength={200}
          error={shown(wrong.again)}
          autoComplete="new-password"
          required
        />
        {add.error && <ErrorNote error={add.error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {say('addFirst')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
