import { Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { useLanguage, useWords } from '../language/language.tsx';
import { useMe, useSignOut } from './session.tsx';
import classes from './sidebar.module.css';
import { appWords } from './words.ts';

/** Who is here, and what he may choose. */
export function UserMenu({ rail }: { readonly rail: boolean }) {
  const say = useWords(appWords);
  const me = useMe();
  const name = me.user?.name ?? say('owner');
  return (
    <>
      <Menu.Target>
        <UnstyledButton className={classes.me} {...(rail && { 'aria-label': `${initials(name)}, ${name}` })}>
          <span className={classes.avatar} aria-hidden>
            {initials(name)}
          </span>
          {!rail && (
            <span className={classes.who}>
              <b>{name}</b>
              <span className="muted">{say('role', { role: me.role })}</span>
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <UserItems />
      </Menu.Dropdown>
    </>
  );
}

/** Theme, language, the way out. */
export function UserItems() {
  const say = useWords(appWords);
  const signOut = useSignOut();
  const { language, choose } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Item onClick={() => setColorScheme('light')}>{say('light')}</Menu.Item>
      <Menu.Item onClick={() => setColorScheme('dark')}>{say('dark')}</Menu.Item>
      <Menu.Item onClick={() => choose(language === 'ru' ? 'en' : 'ru')}>{say('otherLanguage')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={() => void signOut()}>{say('signOut')}</Menu.Item>
    </>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word[0]?.toLocaleUpperCase() ?? '')
    .join('');
