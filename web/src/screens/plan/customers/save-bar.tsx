import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { type Dispatch, type FormEvent, type SetStateAction, useEffect, useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans } from '../../../server/plans.ts';
import plan from '../plan.module.css';
import { planWords } from '../words.ts';
import { type Changes, noChanges, readChanges, undone } from './changes.ts';
import classes from './customers.module.css';
import { customersPlanWords } from './words.ts';

/** What has been typed, until it is saved as a version or taken back. */
export function SaveBar({
  month,
  version,
  changes,
  setChanges,
}: {
  readonly month: string;
  /** That was looked at. */
  readonly version: number;
  readonly changes: Changes;
  readonly setChanges: Dispatch<SetStateAction<Changes>>;
}) {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const [comment, setComment] = useState('');
  const { targets, wrong } = readChanges(changes);
  const save = useMutation({
    mutationFn: () => api.saveCustomerPlan({ params: { month }, body: { version, comment, targets } }),
    onSuccess: async (saved) => {
      tell(say('saved', { version: saved.version, n: saved.changed }));
      await invalidatePlans();
      setChanges(noChanges);
    },
  });
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      !save.isPending && !save.isSuccess && current.pathname !== next.pathname && !confirm(sayPlan('leave')),
    enableBeforeUnload: !save.isSuccess,
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.code !== 'KeyZ') return;
      // What is typed elsewhere, such as the comment, has an undo of its own.
      if (event.target instanceof HTMLInputElement && event.target.dataset.at === undefined) return;
      event.preventDefault();
      setChanges(undone);
    };
    // Before the page’s own undo, which takes back what has been saved.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [setChanges]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.size === 0) save.mutate();
  };
  return (
    <form className={classes.saving} onSubmit={submit} noValidate>
      {wrong.size > 0 && <Note kind="error">{say('wrong', { n: wrong.size })}</Note>}
      {save.error && <ErrorNote error={save.error} />}
      <div className={plan.bar}>
        <span>{say('changed', { n: changes.typed.size })}</span>
        <TextInput
          className={plan.comment ?? ''}
          aria-label={sayPlan('comment')}
          placeholder={sayPlan('comment')}
          value={comment}
          onChange={(event) => setComment(event.currentTarget.value)}
        />
        <Button onClick={() => setChanges(undone)}>{sayPlan('undo')}</Button>
        <Button onClick={() => setChanges(noChanges)}>{say('discard')}</Button>
        <Button type="submit" variant="filled" loading={save.isPending} disabled={wrong.size > 0}>
          {sayPlan('save', { version: version + 1 })}
        </Button>
      </div>
    </form>
  );
}
