import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { Fragment } from 'react';
import { useWords } from '../language/language.tsx';
import { Logo } from './logo.tsx';
import { palette } from './palette-switch.ts';
import { SavedViews } from './saved-views.tsx';
import { type Section, sections } from './sections.ts';
import { useMe } from './session.tsx';
import classes from './sidebar.module.css';
import { SignalCount } from './signal-count.tsx';
import { ToCall } from './to-call.tsx';
import { UserMenu } from './user-menu.tsx';
import { appWords } from './words.ts';

export function Sidebar({ rail }: { readonly rail: boolean }) {
  const say = useWords(appWords);
  const me = useMe();
  const shown = sections.filter(({ needs }) => needs === undefined || me.permissions.includes(needs));
  const items = (foot: boolean) =>
    shown
      .filter((section) => (section.foot ?? false) === foot)
      .map((section, index, all) => (
        <Fragment key={section.path}>
          {section.under && section.under !== all[index - 1]?.under && (
            <p className={classes.heading}>{rail ? '' : say(section.under)}</p>
          )}
          <Item section={section} rail={rail} />
          {section.path === '/customers' && !rail && <SavedViews />}
        </Fragment>
      ));
  return (
    <nav className={classes.sidebar} data-rail={rail || undefined} aria-label={say('sections')}>
      <div className={classes.brand}>
        <Logo />
        {!rail && <b>{say('product')}</b>}
      </div>
      <Tooltip label={`${say('find')} · Ctrl K`} disabled={!rail} position="right">
        <UnstyledButton
          className={classes.find}
          onClick={palette.on}
          {...(rail && { 'aria-label': say('find') })}
        >
          <Search size={14} strokeWidth={1.8} aria-hidden />
          {!rail && (
            <>
              <span>{say('find')}</span>
              <kbd className={classes.kbd}>Ctrl K</kbd>
            </>
          )}
        </UnstyledButton>
      </Tooltip>
      <div className={classes.items}>{items(false)}</div>
      <div className={classes.foot}>
        {items(true)}
        <Menu position="right-end">
          <UserMenu rail={rail} />
        </Menu>
      </div>
    </nav>
  );
}

function Item({ section, rail }: { readonly section: Section; readonly rail: boolean }) {
  const say = useWords(appWords);
  const Icon = section.icon;
  return (
    <Tooltip label={say(section.word)} disabled={!rail} position="right">
      <Link
        to={section.path}
        className={classes.item}
        activeProps={{ 'data-active': true, 'aria-current': 'page' }}
        activeOptions={{ exact: section.path === '/', includeSearch: false }}
        {...(rail && { 'aria-label': say(section.word) })}
      >
        <Icon size={16} strokeWidth={1.8} aria-hidden />
        {!rail && <span>{say(section.word)}</span>}
        {!rail && section.path === '/calls' && <ToCall />}
        {!rail && section.path === '/integrity' && <SignalCount />}
      </Link>
    </Tooltip>
  );
}
