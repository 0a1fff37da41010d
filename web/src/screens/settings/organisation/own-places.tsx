import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { useMayDefine } from '../use-may-define.ts';
import own from './organisation.module.css';
import { organisationWords } from './words.ts';

interface Place {
  readonly name: string;
  readonly within: string;
}

/** Own corrections of the built-in table of towns and regions. */
export function OwnPlaces() {
  const say = useWords(organisationWords);
  const may = useMayDefine();
  const client = useQueryClient();
  const act = useAct();
  const [typed, setTyped] = useState<Place>({ name: '', within: '' });
  const [tried, setTried] = useState(false);
  const places = useQuery({ queryKey: ['places'], queryFn: ({ signal }) => api.places({ signal }) });
  const all = places.data?.places ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: ['places'] });
  const put = async (place: Place) => {
    await api.setPlace({ body: place });
    await refresh();
  };
  const remove = async (name: string) => {
    await api.removePlace({ params: { name } });
    await refresh();
  };
  const add = useMutation({
    mutationFn: async () => {
      const said = { name: typed.name.trim(), within: typed.within.trim() };
      const before = all.find(({ name }) => name === said.name);
      const { name } = await api.setPlace({ body: said });
      await refresh();
      did(say('added', { ...said }), () => (before ? put(before) : remove(name)));
    },
    onSuccess: () => {
      setTyped({ name: '', within: '' });
      setTried(false);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (typed.name.trim() && typed.within.trim()) add.mutate();
  };
  const field = (name: keyof Place, label: 'place' | 'within') => (
    <TextInput
      label={say(label)}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
      maxLength={200}
      error={tried && typed[name].trim() === '' ? say('nameNeeded') : undefined}
    />
  );
  return (
    <Block title={say('places')}>
      <p className={classes.small}>{say('placesHelp')}</p>
      {may && (
        <form onSubmit={submit} className={own.places} noValidate>
          {field('name', 'place')}
          {field('within', 'within')}
          <Button type="submit" loading={add.isPending}>
            {say('add')}
          </Button>
        </form>
      )}
      {(places.error ?? add.error) && <ErrorNote error={places.error ?? add.error} />}
      {places.isPending && <Skeleton height={60} />}
      {places.data && all.length === 0 && <p className="muted">{say('noPlaces')}</p>}
      {all.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{say('place')}</th>
              <th scope="col">{say('within')}</th>
              {may && <td />}
            </tr>
          </thead>
          <tbody>
            {all.map((place) => (
              <tr key={place.name}>
                <th scope="row">{place.name}</th>
                <td>{place.within}</td>
                {may && (
                  <td className={classes.acts}>
                    <button
                      type="button"
                      className={classes.link}
                      aria-label={`${say('remove')}: ${place.name}`}
                      onClick={() =>
                        void act(async () => {
                          await remove(place.name);
                          did(say('removed', { name: place.name }), () => put(place));
                        })
                      }
                    >
                      {say('remove')}
                    </button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}
