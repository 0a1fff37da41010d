import { Button, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { Ask } from '../ask.tsx';
import classes from '../settings.module.css';
import { personalWords } from './words.ts';

/** What is kept of persons besides what trade needs: nothing until its purpose is said. */
export function Personal() {
  const say = useWords(personalWords);
  const special = useQuery({
    queryKey: ['special-information'],
    queryFn: ({ signal }) => api.specialInformation({ signal }),
  });
  return (
    <Block title={say('special')}>
      <p className={classes.small}>{say('specialHelp')}</p>
      {special.error && <ErrorNote error={special.error} retry={() => void special.refetch()} />}
      {special.isPending && <Skeleton height={60} />}
      {special.data && <SpecialForm key={special.data.purpose} kept={special.data.purpose} />}
    </Block>
  );
}

function SpecialForm({ kept }: { readonly kept: string | null }) {
  const say = useWords(personalWords);
  const client = useQueryClient();
  const [on, setOn] = useState(kept !== null);
  const [purpose, setPurpose] = useState(kept ?? '');
  const [ending, setEnding] = useState(false);
  const set = async (said: string | null) => {
    await api.setSpecialInformation({ body: { purpose: said } });
    // Cards of people show it, or do no more.
    await client.invalidateQueries();
  };
  const save = useMutation({
    mutationFn: () => set(purpose.trim()),
    onSuccess: () => tell(say('saved')),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form className={classes.form} style={{ marginTop: 12, maxWidth: 560 }} onSubmit={submit}>
      <Switch
        label={say('on')}
        checked={on}
        onChange={(event) => {
          const isOn = event.currentTarget.checked;
          if (!isOn && kept !== null) setEnding(true);
          else setOn(isOn);
        }}
      />
      {on ? (
        <>
          <TextInput
            label={say('purpose')}
            placeholder={say('purposeHint')}
            value={purpose}
            maxLength={500}
            onChange={(event) => setPurpose(event.currentTarget.value)}
            required
          />
          {save.error && <ErrorNote error={save.error} />}
          <div className={classes.buttons}>
            <Button
              type="submit"
              variant="filled"
              loading={save.isPending}
              disabled={purpose.trim() === '' || purpose.trim() === kept}
            >
              {say('save')}
            </Button>
          </div>
        </>
      ) : (
        <p className="muted">{say('off')}</p>
      )}
      {ending && (
        <Ask
          title={say('offTitle')}
          verb={say('offNow')}
          act={async () => {
            await set(null);
            tell(say('turnedOff'));
          }}
          onClose={() => setEnding(false)}
        >
          {say('offAsk')}
        </Ask>
      )}
    </form>
  );
}
