import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { SecretOnce } from '../secret-once.tsx';
import classes from '../settings.module.css';
import { FirstUser } from './first-user.tsx';
import { NewUser } from './new-user.tsx';
import { RolesTable } from './roles-table.tsx';
import { UserTable } from './user-table.tsx';
import { usersWords } from './words.ts';

/** A password that is shown once, and whose it is. */
export interface Given {
  readonly name: string;
  readonly login: string;
  readonly password: string;
}

export function Users() {
  const say = useWords(usersWords);
  const users = useQuery({ queryKey: ['users'], queryFn: ({ signal }) => api.users({ signal }) });
  const [adding, setAdding] = useState(false);
  const [given, setGiven] = useState<Given>();
  const [search, setSearch] = useState('');
  if (users.error) return <ErrorNote error={users.error} retry={() => void users.refetch()} />;
  if (!users.data) return <Skeleton height={200} />;
  const all = users.data.users;
  const sought = search.trim().toLocaleLowerCase();
  const shown = all.filter(({ name, login }) => `${name} ${login}`.toLocaleLowerCase().includes(sought));
  return (
    <div className={classes.blocks}>
      {all.length === 0 ? (
        <Empty
          title={say('firstTitle')}
          action={
            <Button variant="filled" onClick={() => setAdding(true)}>
              {say('addFirst')}
            </Button>
          }
        >
          {say('firstHelp')}
        </Empty>
      ) : (
        <Block
          title={say('users')}
          aside={
            <span className={classes.lead}>
              <TextInput
                aria-label={say('find')}
                placeholder={say('find')}
                value={search}
                onChange={(event) => setSearch(event.currentTarget.value)}
                maxLength={120}
                data-page-search
              />
              <Button variant="filled" onClick={() => setAdding(true)}>
                {say('add')}
              </Button>
            </span>
          }
        >
          <UserTable users={shown} onGiven={setGiven} />
        </Block>
      )}
      <RolesTable />
      {adding &&
        (all.length === 0 ? (
          <FirstUser onClose={() => setAdding(false)} />
        ) : (
          <NewUser onClose={() => setAdding(false)} onGiven={setGiven} />
        ))}
      {given && (
        <SecretOnce
          title={say('passwordTitle')}
          about={say('passwordAbout', { name: given.name, login: given.login })}
          secret={given.password}
          onClose={() => setGiven(undefined)}
        />
      )}
    </div>
  );
}
