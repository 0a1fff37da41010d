import { Button, PasswordInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { shortestPassword } from '../../../../../src/domain/password.ts';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import { mineWords } from './words.ts';

const empty = { current: '', next: '', again: '' };

/** One's own password; all other sessions end with the old one. */
export function PasswordForm({ login }: { readonly login: string }) {
  const say = useWords(mineWords);
  const client = useQueryClient();
  const [typed, setTyped] = useState(empty);
  const [tried, setTried] = useState(false);
  const wrong = {
    current: typed.current === '' && say('currentNeeded'),
    next: [...typed.next].length < shortestPassword && say('short'),
    again: typed.again !== typed.next && say('differs'),
  };
  const change = useMutation({
    mutationFn: () => api.changePassword({ body: { current: typed.current, next: typed.next } }),
    onSuccess: () => {
      setTyped(empty);
      setTried(false);
      tell(say('changed'));
      void client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (Object.values(wrong).every((one) => one === false)) change.mutate();
  };
  const field = (name: keyof typeof empty) => ({
    value: typed[name],
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      setTyped({ ...typed, [name]: event.currentTarget.value }),
    error: tried ? wrong[name] : undefined,
    maxLength: 200,
    required: true,
  });
  return (
    <Block title={say('password')}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <input hidden readOnly autoComplete="username" value={login} />
        <PasswordInput label={say('current')} autoComplete="current-password" {...field('current')} />
        <PasswordInput
          label={say('next')}
          description={say('nextHelp')}
          autoComplete="new-password"
          {...field('next')}
        />
        <PasswordInput label={say('again')} autoComplete="new-password" {...field('again')} />
        {change.error && <ErrorNote error={change.error} />}
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {say('change')}
          </Button>
        </div>
      </form>
    </Block>
  );
}
