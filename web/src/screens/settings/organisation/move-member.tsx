import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { endOf } from '../../../server/end-of-job.ts';
import type { Member } from '../../../server/member-tree.ts';
import { invalidateData } from '../../../server/query-client.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { AboveField } from './above-field.tsx';
import { MoveEffect } from './move-effect.tsx';
import { organisationWords } from './words.ts';

/** Whom a member belongs to from a day on, and whose АКБ changes by it. */
export function MoveMember({
  member,
  members,
  day,
  onDone,
  onClose,
}: {
  readonly member: Member;
  readonly members: readonly Member[];
  readonly day: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const [parent, setParent] = useState<number | null>(null);
  const [from, setFrom] = useState(day);
  const [tried, setTried] = useState(false);
  const to = members.find(({ id }) => id === parent);
  const statement =
    to === undefined || from === ''
      ? undefined
      : ({ about: 'member', ids: [member.id], kind: to.kind, member: to.id, from } as const);
  const move = useMutation({
    mutationFn: async (body: NonNullable<typeof statement>) => endOf(await api.assign({ body })),
    onSuccess: () => {
      const name = member.name || member.code;
      tell(say('didMove', { name, to: to?.name ?? '', day: formats.date(from) }));
      void invalidateData();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (statement) move.mutate(statement);
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <p className={classes.small}>{say('moveHelp')}</p>
      <div className={classes.pair}>
        <AboveField
          kind={member.kind}
          members={members}
          day={from}
          value={parent}
          required
          error={tried && to === undefined ? say('giveAbove') : undefined}
          onChange={setParent}
        />
        <TextInput
          type="date"
          label={say('since')}
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={from === '' ? say('giveDay') : undefined}
          data-autofocus
        />
      </div>
      {statement && <MoveEffect statement={statement} />}
      {move.error && <ErrorNote error={move.error} />}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" loading={move.isPending}>
          {say('move')}
        </Button>
      </div>
    </form>
  );
}
