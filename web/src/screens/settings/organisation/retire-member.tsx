import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMay } from '../../../app/session.tsx';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api, isProblem } from '../../../server/api.ts';
import type { Member } from '../../../server/member-tree.ts';
import { invalidateData } from '../../../server/query-client.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { undoChange } from './undo-change.ts';
import { organisationWords } from './words.ts';

/** From a day on a member is offered to nobody. */
export function RetireMember({
  member,
  day,
  onDone,
  onClose,
}: {
  readonly member: Member;
  readonly day: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const mayHandOver = useMay('handOver');
  const [retired, setRetired] = useState(day);
  const retire = useMutation({
    mutationFn: () =>
      api.changeMember({ params: { id: member.id }, body: { version: member.version, retired } }),
    onSuccess: (changed) => {
      const name = changed.name || changed.code;
      did(say('didRetire', { name, day: formats.date(retired) }), () => undoChange(changed));
      void invalidateData();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (retired !== '') retire.mutate();
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <p>{say('retireHelp')}</p>
      <TextInput
        type="date"
        label={say('since')}
        value={retired}
        onChange={(event) => setRetired(event.currentTarget.value)}
        error={retired === '' ? say('giveDay') : undefined}
        data-autofocus
      />
      {retire.error && <ErrorNote error={retire.error} />}
      {isProblem(retire.error, 'memberInCharge') && mayHandOver && member.kind === 'rep' && (
        <Link to="/hand-over" search={{ from: member.id }} className={classes.link}>
          {say('handOverHis')}
        </Link>
      )}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" loading={retire.isPending}>
          {say('retire')}
        </Button>
      </div>
    </form>
  );
}
