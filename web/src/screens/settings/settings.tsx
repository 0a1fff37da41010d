import { Link } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMe } from '../../app/session.tsx';
import { Empty } from '../../design/empty.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import classes from './settings.module.css';
import { tabWords } from './tab-words.ts';
import { openTabs } from './tabs.ts';
import { useSettings } from './use-settings.ts';
import { settingsWords } from './words.ts';

/** How the company counts, who works with it and what may be done; one's own taste. */
export function Settings() {
  const say = useWords(settingsWords);
  const sayTab = useWords(tabWords);
  const me = useMe();
  const { search } = useSettings();
  const open = openTabs(me);
  const asked = search.tab ?? open[0]?.tab;
  const shown = open.find(({ tab }) => tab === asked);
  const Part = shown?.part;
  return (
    <Page title={say('title')} under={asked && say(`${asked}Under`)}>
      <nav aria-label={say('parts')} className={classes.tabs}>
        {open.map(({ tab }) => (
          <Link
            key={tab}
            to="/settings"
            search={{ tab }}
            className={classes.tab}
            activeProps={{}}
            {...(tab === asked && { 'aria-current': 'page' as const })}
          >
            {sayTab(tab)}
          </Link>
        ))}
      </nav>
      {Part ? (
        <Suspense fallback={<Skeleton height={220} />}>
          <Part />
        </Suspense>
      ) : (
        <Empty title={say('noRight')}>{say('noRightHelp')}</Empty>
      )}
    </Page>
  );
}
