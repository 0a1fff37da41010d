import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { type Role, roles } from '../../../../src/domain/access.ts';
import { ErrorNote } from '../../design/error-note.tsx';
import { useWords } from '../../language/language.tsx';
import { appWords } from '../words.ts';
import classes from './views.module.css';
import { viewWords } from './words.ts';

/** Name of a view, and the roles that see it beside its owner. */
export function ViewForm({
  name: named,
  roles: shared,
  verb,
  onSave,
}: {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly verb: string;
  readonly onSave: (name: string, roles: readonly Role[]) => Promise<unknown>;
}) {
  const say = useWords(viewWords);
  const ofApp = useWords(appWords);
  const [name, setName] = useState(named);
  const [chosen, setChosen] = useState<readonly Role[]>(shared);
  const [sharing, setSharing] = useState(shared.length > 0);
  const save = useMutation({ mutationFn: () => onSave(name.trim(), sharing ? chosen : []) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <TextInput
        label={say('name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        required
        data-autofocus
      />
      <Checkbox
        label={say('share')}
        checked={sharing}
        onChange={(event) => setSharing(event.currentTarget.checked)}
      />
      {sharing && (
        <fieldset className={classes.roles}>
          <legend>{say('sharedWith')}</legend>
          {roles.map((role) => (
            <Checkbox
              key={role}
              label={ofApp('role', { role })}
              checked={chosen.includes(role)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, role] : chosen.filter((one) => one !== role),
                )
              }
            />
          ))}
        </fieldset>
      )}
      {save.error && <ErrorNote error={save.error} />}
      <Button type="submit" variant="filled" loading={save.isPending} disabled={name.trim() === ''}>
        {verb}
      </Button>
    </form>
  );
}
