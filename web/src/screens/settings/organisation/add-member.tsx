import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type AssignmentKind, assignmentKinds } from '../../../../../src/domain/dated-facts.ts';
import { kindsAbove } from '../../../../../src/domain/organisation.ts';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { Member } from '../../../server/member-tree.ts';
import { invalidateData } from '../../../server/query-client.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { AboveField } from './above-field.tsx';
import { organisationWords } from './words.ts';

/** A branch, department, team or rep by hand, below another one where there is one. */
export function AddMember({
  above,
  members,
  day,
  onDone,
  onClose,
}: {
  readonly above: Member | undefined;
  readonly members: readonly Member[];
  readonly day: string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const kinds = assignmentKinds.filter((one) => above === undefined || kindsAbove(one).includes(above.kind));
  const [kind, setKind] = useState<AssignmentKind>(above?.kind === 'branch' ? 'team' : 'rep');
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [parent, setParent] = useState(above?.id ?? null);
  const [since, setSince] = useState(day);
  const [tried, setTried] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      api.addMember({
        body: {
          ...{ kind, name: name.trim() },
          ...(code.trim() !== '' && { code: code.trim() }),
          ...(parent !== null && { under: { member: parent, since } }),
        },
      }),
    onSuccess: (added) => {
      tell(say('didAdd', { name: added.name }));
      void invalidateData();
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() !== '' && (parent === null || since !== '')) add.mutate();
  };
  const choose = (chosen: string | null) => {
    const next = kinds.find((one) => one === chosen);
    if (next === undefined) return;
    setKind(next);
    const kept = members.find(({ id }) => id === parent);
    if (kept === undefined || !kindsAbove(next).includes(kept.kind)) setParent(null);
  };
  return (
    <form onSubmit={submit} className={classes.form} noValidate>
      <div className={classes.pair}>
        <Select
          comboboxProps={inPlace}
          label={say('kind')}
          data={kinds.map((one) => ({ value: one, label: common('kind', { kind: one }) }))}
          value={kind}
          onChange={choose}
          allowDeselect={false}
        />
        <TextInput
          label={say('code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          maxLength={100}
          autoComplete="off"
        />
      </div>
      <TextInput
        label={say('name')}
        description={say('codeHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={200}
        error={tried && name.trim() === '' ? say('give') : undefined}
        autoComplete="off"
        required
        data-autofocus
      />
      {kind !== 'branch' && (
        <div className={classes.pair}>
          <AboveField {...{ kind, members, value: parent }} day={since} onChange={setParent} />
          <TextInput
            type="date"
            label={say('since')}
            value={since}
            onChange={(event) => setSince(event.currentTarget.value)}
            error={parent !== null && since === '' ? say('giveDay') : undefined}
          />
        </div>
      )}
      {add.error && <ErrorNote error={add.error} />}
      <div className={classes.buttons}>
        <Button onClick={onClose}>{common('cancel')}</Button>
        <Button type="submit" variant="filled" loading={add.isPending}>
          {say('addMember')}
        </Button>
      </div>
    </form>
  );
}
