import { lazy, type ReactNode, Suspense, useRef, useState } from 'react';
import { fetchPart } from '../../app/connection.ts';
import classes from './chart.module.css';

const menu = () => import('./save-drawn.tsx').then(({ SaveDrawn }) => ({ default: SaveDrawn }));
const SaveDrawn = lazy(() => fetchPart(menu));

/** A chart that is made of the page itself, with the menu that saves it as a picture; loaded when somebody comes near. */
export function Pictured({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return (
    <figure className={classes.frame} aria-label={name} onPointerEnter={come} onFocus={come}>
      <div ref={box}>{children}</div>
      {near && (
        <Suspense>
          <SaveDrawn name={name} box={box} />
        </Suspense>
      )}
    </figure>
  );
}
