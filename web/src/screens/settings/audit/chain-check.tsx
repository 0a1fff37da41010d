import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './audit.module.css';
import { auditWords } from './words.ts';

/** Walks the whole chain and says whether it is whole; with a fingerprint noted earlier, also whether its end is. */
export function ChainCheck() {
  const say = useWords(auditWords);
  const [head, setHead] = useState('');
  const noted = head.trim();
  const wrong = noted !== '' && !/^[\da-fA-F]{64}$/.test(noted);
  const check = useMutation({
    mutationFn: () => api.auditVerification({ query: noted === '' ? {} : { head: noted } }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!wrong) check.mutate();
  };
  const found = check.data;
  const broken = found?.break;
  return (
    <details className={own.chain}>
      <summary>{say('chain')}</summary>
      <p className={own.help}>{say('chainHelp')}</p>
      <form onSubmit={submit} className={own.check}>
        <TextInput
          label={say('head')}
          description={say('headHelp')}
          value={head}
          onChange={(event) => setHead(event.currentTarget.value)}
          maxLength={100}
          error={wrong ? say('headWrong') : undefined}
        />
        <Button type="submit" loading={check.isPending}>
          {say('check')}
        </Button>
      </form>
      {check.error && <ErrorNote error={check.error} />}
      {broken && (
        <Note kind="error">
          {say('broken', {
            how: broken.how,
            place: broken.number === null ? String(broken.batch) : `${broken.batch}.${broken.number}`,
          })}
        </Note>
      )}
      {found && !broken && found.headFound === false && <Note kind="error">{say('headLost')}</Note>}
      {found && !broken && found.headFound !== false && <Note>{say('whole', { events: found.events })}</Note>}
      {found?.head && !broken && (
        <p>
          <span className="muted">{say('headIs')}</span>
          <code className={classes.secret}>{found.head}</code>
          <button
            type="button"
            className={classes.link}
            onClick={() =>
              void navigator.clipboard.writeText(found.head ?? '').then(() => tell(say('copiedHead')))
            }
          >
            {say('copyHead')}
          </button>
        </p>
      )}
    </details>
  );
}
