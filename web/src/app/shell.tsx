import { useRouterState } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense, useEffect } from 'react';
import { useDrill } from '../drill/use-drill.ts';
import { useWords } from '../language/language.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { fetchPart } from './connection.ts';
import { ConnectionBar } from './connection-bar.tsx';
import { EyesBar } from './eyes-bar.tsx';
import { Keys } from './keys.tsx';
import { PaletteDoor } from './palette-door.tsx';
import classes from './shell.module.css';
import { Sidebar } from './sidebar.tsx';
import { appWords } from './words.ts';

const drawer = () => import('../drill/drill-drawer.tsx').then((module) => ({ default: module.DrillDrawer }));
const DrillDrawer = lazy(() => fetchPart(drawer));
/** The first figure that somebody opens opens at once; milliseconds after the page stands. */
const fetchAhead = 3000;

/** Pages where data need the width have the narrow rail. */
const wide = /^\/(explorer|data\/import|customers\/?$)/;

export function Shell({ children }: { readonly children: ReactNode }) {
  const say = useWords(appWords);
  const { drill } = useDrill();
  useEffect(() => {
    const timer = setTimeout(() => void drawer().catch(() => undefined), fetchAhead);
    return () => clearTimeout(timer);
  }, []);
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
      <BottomBar />
      {drill && (
        <Suspense>
          <DrillDrawer />
        </Suspense>
      )}
      <PaletteDoor />
      <Keys />
    </div>
  );
}
