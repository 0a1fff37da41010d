import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DrillDrawer } from '../drill/drill-drawer.tsx';
import { useWords } from '../language/language.tsx';
import { ConnectionBar } from './connection-bar.tsx';
import { EyesBar } from './eyes-bar.tsx';
import { Keys } from './keys.tsx';
import { Palette } from './palette.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { appWords } from './words.ts';

/** Pages where data need the width have the narrow rail. */
const wide = /^\/(explorer|data\/import|customers\/?$)/;

export function Shell({ children }: { readonly children: ReactNode }) {
  const say = useWords(appWords);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {say('skip')}
      </a>
      <Sidebar rail={wide.test(path)} />
      <main id="content" className={classes.content} tabIndex={-1}>
        <EyesBar />
        <ConnectionBar />
        {children}
      </main>
      <DrillDrawer />
      <Palette />
      <Keys />
    </div>
  );
}
