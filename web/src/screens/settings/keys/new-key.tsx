import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { coversRole, roles } from '../../../../../src/domain/access.ts';
import { useMe } from '../../../app/session.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { type Rights, RightsFields, rightsWrong } from '../rights-fields.tsx';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { keysWords } from './words.ts';

/** A key that may do no more than whoever makes it. */
export function NewKey({
  onClose,
  onMade,
}: {
  readonly onClose: () => void;
  readonly onMade: (key: { readonly name: string; readonly text: string }) => void;
}) {
  const say = useWords(keysWords);
  const common = useWords(commonWords);
  const me = useMe();
  const [name, setName] = useState('');
  const [days, setDays] = useState('90');
  const [rights, setRights] = useState<Rights>({ role: 'rep', scope: me.scope, hidden: me.hidden });
  const [tried, setTried] = useState(false);
  const nameWrong = name.trim() === '';
  const daysWrong = !(/^\d{1,3}$/.test(days.trim()) && Number(days) >= 1 && Number(days) <= 366);
  const make = useMutation({
    mutationFn: () => api.addKey({ body: { name: name.trim(), days: Number(days), ...rights } }),
    onSuccess: (key) => {
      onClose();
      onMade(key);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameWrong && !daysWrong && !rightsWrong(rights)) make.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={say('add')} closeButtonProps={{ 'aria-label': common('close') }}>
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={say('name')}
          description={say('nameHelp')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          error={tried && nameWrong ? say('nameNeeded') : undefined}
          required
          data-autofocus
        />
        <TextInput
          label={say('days')}
          inputMode="numeric"
          value={days}
          onChange={(event) => setDays(event.currentTarget.value)}
          maxLength={3}
          error={tried && daysWrong ? say('daysWrong') : undefined}
          required
        />
        <RightsFields
          value={rights}
          roles={roles.filter((role) => coversRole(me.role, role))}
          onChange={setRights}
          tried={tried}
        />
        {make.error && <ErrorNote error={make.error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={make.isPending}>
            {say('make')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
