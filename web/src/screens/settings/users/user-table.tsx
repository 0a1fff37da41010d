import { ActionIcon, Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useLookAs } from '../../../app/borrowed-eyes.ts';
import { useMe } from '../../../app/session.tsx';
import { did } from '../../../app/undo.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api, type User } from '../../../server/api.ts';
import { Ask } from '../ask.tsx';
import { oneTimePassword } from '../one-time-password.ts';
import { useScopeWords } from '../organisation-members.ts';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { commonWords } from '../words.ts';
import { ChangeUser } from './change-user.tsx';
import { UserSessions } from './user-sessions.tsx';
import type { Given } from './users.tsx';
import { usersWords } from './words.ts';

type Doing = { readonly what: 'change' | 'reset' | 'sessions'; readonly user: User };

export function UserTable({
  users,
  onGiven,
}: {
  readonly users: readonly User[];
  readonly onGiven: (given: Given) => void;
}) {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const scopeWords = useScopeWords();
  const me = useMe();
  const client = useQueryClient();
  const act = useAct();
  const lookAs = useLookAs();
  const [doing, setDoing] = useState<Doing>();
  const done = () => setDoing(undefined);
  const refresh = () => client.invalidateQueries({ queryKey: ['users'] });
  const change = async (id: number, body: Parameters<typeof api.changeUser>[0]['body']) => {
    await api.changeUser({ params: { userId: id }, body });
    await refresh();
  };
  const turn = ({ id, name, disabled }: User) =>
    act(async () => {
      await change(id, { disabled: !disabled });
      did(say(disabled ? 'didEnable' : 'didDisable', { name }), () => change(id, { disabled }));
    });
  const stateOf = ({ disabled, oneTimeUntil }: User) => {
    if (disabled) return say('disabled');
    if (oneTimeUntil === null) return say('active');
    const over = Date.parse(oneTimeUntil) < Date.now();
    return over ? say('oneTimeOver') : say('oneTime', { day: formats.instant(oneTimeUntil) });
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{say('name')}</th>
            <th scope="col">{say('login')}</th>
            <th scope="col">{say('rights')}</th>
            <th scope="col">{say('state')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {users.map((user) => (
            <tr key={user.id} data-off={user.disabled || undefined}>
              <th scope="row">
                <b>{user.name}</b>
                {user.id === me.user?.id && <span className="muted"> · {say('you')}</span>}
              </th>
              <td>{user.login}</td>
              <td>
                {common('role', { role: user.role })}
                <p className={classes.small}>
                  {[scopeWords(user.scope), ...user.hidden.map((which) => say('hidden', { which }))].join(
                    ' · ',
                  )}
                </p>
              </td>
              <td>{stateOf(user)}</td>
              <td className={classes.acts}>
                <Menu position="bottom-end" portalProps={{ target: '#content' }}>
                  <Menu.Target>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      size={28}
                      aria-label={say('acts', { name: user.name })}
                    >
                      <Ellipsis size={16} strokeWidth={1.8} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item onClick={() => setDoing({ what: 'change', user })}>{say('change')}</Menu.Item>
                    {user.id !== me.user?.id && (
                      <Menu.Item onClick={() => void lookAs(user)}>{say('lookAs')}</Menu.Item>
                    )}
                    <Menu.Item onClick={() => setDoing({ what: 'sessions', user })}>
                      {say('sessions')}
                    </Menu.Item>
                    <Menu.Item onClick={() => setDoing({ what: 'reset', user })}>{say('reset')}</Menu.Item>
                    <Menu.Item onClick={() => void turn(user)}>
                      {say(user.disabled ? 'enable' : 'disable')}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {doing?.what === 'change' && <ChangeUser user={doing.user} change={change} onClose={done} />}
      {doing?.what === 'sessions' && <UserSessions user={doing.user} onClose={done} />}
      {doing?.what === 'reset' && (
        <Ask
          title={say('resetTitle', { name: doing.user.name })}
          verb={say('resetGo')}
          onClose={done}
          act={async () => {
            const { id, name, login } = doing.user;
            const password = oneTimePassword();
            await api.resetPassword({ params: { userId: id }, body: { password } });
            await refresh();
            onGiven({ name, login, password });
          }}
        >
          {say('resetAsk')}
        </Ask>
      )}
    </div>
  );
}
