import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useMay } from '../../../app/session.tsx';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { GroundsFields, type TypedGrounds, useUsualGrounds } from '../../../design/grounds-choice.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import own from './audit.module.css';
import { auditWords } from './words.ts';

/** Legal basis and purpose of what is written by hand, where nobody names others. */
export function UsualGrounds() {
  const say = useWords(auditWords);
  const may = useMay('handlePersonalData');
  const client = useQueryClient();
  const usual = useUsualGrounds();
  const [typed, setTyped] = useState<TypedGrounds>();
  const before = { basis: usual?.basis ?? '', purpose: usual?.purpose ?? '' };
  const put = async (body: TypedGrounds) => {
    client.setQueryData(['usualGrounds'], await api.setUsualGrounds({ body }));
    setTyped(undefined);
  };
  const save = useMutation({
    mutationFn: put,
    onSuccess: () => did(say('groundsSaved'), () => put(before)),
  });
  if (!may || usual === undefined) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed) save.mutate(typed);
  };
  return (
    <details className={own.chain}>
      <summary>{say('grounds')}</summary>
      <p className={own.help}>{say('groundsHelp')}</p>
      <form onSubmit={submit} className={own.check}>
        <GroundsFields value={typed ?? before} onChange={setTyped} />
        <Button type="submit" loading={save.isPending} disabled={typed === undefined}>
          {say('groundsSave')}
        </Button>
      </form>
      {save.error && <ErrorNote error={save.error} />}
    </details>
  );
}
