import { Menu, UnstyledButton } from '@mantine/core';
import { Link, useNavigate, useRouterState } from '@tanstack/react-router';
import { Ellipsis, Search } from 'lucide-react';
import { useWords } from '../language/language.tsx';
import classes from './bottom-bar.module.css';
import { palette } from './palette-switch.ts';
import { type Section, sections } from './sections.ts';
import { useMe } from './session.tsx';
import { UserItems } from './user-menu.tsx';
import { appWords } from './words.ts';

const icon = { size: 22, strokeWidth: 1.7, 'aria-hidden': true } as const;

/** The sections on a telephone: a few at hand, the others under the last one. */
export function BottomBar() {
  const say = useWords(appWords);
  const me = useMe();
  const navigate = useNavigate();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const shown = sections.filter(({ needs }) => needs === undefined || me.permissions.includes(needs));
  const isHere = ({ path: of }: Section) => (of === '/' ? path === '/' : path.startsWith(of));
  const others = shown.filter(({ bar }) => bar === undefined);
  return (
    <nav className={classes.bar} aria-label={say('sections')}>
      {shown.map((section) => {
        const { bar, path: to, icon: Icon } = section;
        if (bar === undefined) return null;
        return (
          <Link
            key={to}
            to={to}
            className={classes.item}
            {...(isHere(section) && { 'aria-current': 'page' as const })}
          >
            <Icon {...icon} />
            {say(bar)}
          </Link>
        );
      })}
      <Menu position="top-end">
        <Menu.Target>
          <UnstyledButton className={classes.item} data-here={others.some(isHere) || undefined}>
            <Ellipsis {...icon} />
            {say('more')}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<Search size={16} strokeWidth={1.8} aria-hidden />} onClick={palette.on}>
            {say('find')}
          </Menu.Item>
          {others.map(({ path: to, word, icon: Icon }) => (
            <Menu.Item
              key={to}
              leftSection={<Icon size={16} strokeWidth={1.8} aria-hidden />}
              onClick={() => void navigate({ to })}
            >
              {say(word)}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <UserItems />
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
