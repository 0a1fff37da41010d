import { Button, Checkbox } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useMe } from '../../../app/session.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { type ApiKey, api } from '../../../server/api.ts';
import { Ask } from '../ask.tsx';
import { useScopeWords } from '../organisation-members.ts';
import { SecretOnce } from '../secret-once.tsx';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { NewKey } from './new-key.tsx';
import { keysWords } from './words.ts';

const isVoid = ({ revokedAt, expiresAt }: ApiKey): boolean =>
  revokedAt !== null || Date.parse(expiresAt) < Date.now();

/** API keys: all of them for whoever manages users, else one's own. */
export function Keys() {
  const say = useWords(keysWords);
  const client = useQueryClient();
  const keys = useQuery({ queryKey: ['keys'], queryFn: ({ signal }) => api.keys({ signal }) });
  const [adding, setAdding] = useState(false);
  const [made, setMade] = useState<{ readonly name: string; readonly text: string }>();
  const [revoking, setRevoking] = useState<ApiKey>();
  const [withVoid, setWithVoid] = useState(false);
  const refresh = () => client.invalidateQueries({ queryKey: ['keys'] });
  if (keys.error) return <ErrorNote error={keys.error} retry={() => void keys.refetch()} />;
  if (!keys.data) return <Skeleton height={160} />;
  const all = keys.data.keys;
  const shown = all.filter((key) => withVoid || !isVoid(key));
  const add = (
    <Button variant="filled" onClick={() => setAdding(true)}>
      {say('add')}
    </Button>
  );
  return (
    <div className={classes.blocks}>
      {all.length === 0 ? (
        <Empty title={say('none')} action={add}>
          {say('noneHelp')}
        </Empty>
      ) : (
        <Block title={say('keys')} aside={add}>
          <KeyTable keys={shown} onRevoke={setRevoking} />
          {all.some(isVoid) && (
            <Checkbox
              mt={12}
              label={say('showVoid')}
              checked={withVoid}
              onChange={(event) => setWithVoid(event.currentTarget.checked)}
            />
          )}
        </Block>
      )}
      {adding && (
        <NewKey
          onClose={() => setAdding(false)}
          onMade={(key) => {
            setMade(key);
            void refresh();
          }}
        />
      )}
      {made && (
        <SecretOnce
          title={say('madeTitle', { name: made.name })}
          about={say('madeAbout')}
          secret={made.text}
          onClose={() => setMade(undefined)}
        />
      )}
      {revoking && (
        <Ask
          title={say('revokeTitle', { name: revoking.name })}
          verb={say('revoke')}
          onClose={() => setRevoking(undefined)}
          act={async () => {
            await api.revokeKey({ params: { keyId: revoking.id } });
            await refresh();
          }}
        >
          {say('revokeAsk')}
        </Ask>
      )}
    </div>
  );
}

function KeyTable({
  keys,
  onRevoke,
}: {
  readonly keys: readonly ApiKey[];
  readonly onRevoke: (key: ApiKey) => void;
}) {
  const say = useWords(keysWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const scopeWords = useScopeWords();
  const me = useMe();
  const managing = useMay('manageUsers');
  const users = useQuery({
    queryKey: ['users'],
    enabled: managing,
    queryFn: ({ signal }) => api.users({ signal }),
  });
  const nameOf = (user: number | null) => {
    if (user === null) return say('ofHolder');
    const known = user === me.user?.id ? me.user : users.data?.users.find(({ id }) => id === user);
    return known?.name ?? say('userNumber', { id: user });
  };
  const until = (key: ApiKey) => {
    if (key.revokedAt !== null) return say('revoked', { day: formats.date(key.revokedAt.slice(0, 10)) });
    return say(isVoid(key) ? 'expired' : 'untilDay', { day: formats.date(key.expiresAt.slice(0, 10)) });
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('begins')}</th>
            <th scope="col">{say('of')}</th>
            <th scope="col">{say('rights')}</th>
            <th scope="col">{say('until')}</th>
            <th scope="col">{say('lastUsed')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} data-off={isVoid(key) || undefined}>
              <th scope="row">
                <b>{key.name}</b>
              </th>
              <td>{key.prefix}…</td>
              <td>{nameOf(key.user)}</td>
              <td>
                {common('role', { role: key.role })}
                <p className={classes.small}>{scopeWords(key.scope)}</p>
              </td>
              <td>{until(key)}</td>
              <td>{key.lastUsedDay ? formats.date(key.lastUsedDay) : say('never')}</td>
              <td className={classes.acts}>
                {!isVoid(key) && (
                  <button
                    type="button"
                    className={classes.link}
                    aria-label={say('revokeTitle', { name: key.name })}
                    onClick={() => onRevoke(key)}
                  >
                    {say('revoke')}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
