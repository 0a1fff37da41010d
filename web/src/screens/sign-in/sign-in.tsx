import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Logo } from '../../app/logo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';
import classes from './sign-in.module.css';
import { signInWords } from './words.ts';

interface Situation {
  /** The one-time link that led here opens no more. */
  readonly linkVoid?: boolean;
  /** There are users: links open nothing any more. */
  readonly folderKeyOff?: boolean;
  /** The password was set by an owner: another one first. */
  readonly changing?: boolean;
}

export function SignIn({ linkVoid, folderKeyOff, changing }: Situation) {
  const say = useWords(signInWords);
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [next, setNext] = useState('');
  const enter = useMutation({
    mutationFn: async () => {
      if (changing) await api.changePassword({ body: { current: password, next } });
      else await api.signInWithPassword({ body: { login, password } });
      // What somebody else was answered in this page is not for whoever comes in now.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
      await queryClient.resetQueries({ queryKey: ['me'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    enter.mutate();
  };
  return (
    <main className={classes.door}>
      <form onSubmit={submit} className={classes.form}>
        <div className={classes.brand}>
          <Logo />
          <h1>{say('title')}</h1>
        </div>
        {linkVoid && <Note kind="warning">{say('linkVoid')}</Note>}
        {changing && <Note>{say('changing')}</Note>}
        {!changing && (
          <TextInput
            label={say('login')}
            value={login}
            onChange={(event) => setLogin(event.currentTarget.value)}
            autoComplete="username"
            maxLength={200}
            required
          />
        )}
        <PasswordInput
          label={say(changing ? 'current' : 'password')}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          maxLength={200}
          required
        />
        {changing && (
          <PasswordInput
            label={say('next')}
            value={next}
            onChange={(event) => setNext(event.currentTarget.value)}
            autoComplete="new-password"
            minLength={12}
            maxLength={200}
            required
          />
        )}
        {enter.error && <ErrorNote error={enter.error} />}
        <Button type="submit" variant="filled" loading={enter.isPending}>
          {say(changing ? 'change' : 'enter')}
        </Button>
        {!changing && !folderKeyOff && <p className={classes.byLink}>{say('byLink')}</p>}
      </form>
    </main>
  );
}
