import { lazy, Suspense, useEffect, useState } from 'react';
import { fetchPart } from './connection.ts';

// Fetched when somebody asks for it first: what it finds with is as heavy as a screen.
const Palette = lazy(() =>
  fetchPart(() => import('./palette.tsx').then((module) => ({ default: module.Palette }))),
);

let ask: (() => void) | undefined;

/** Opens the palette, or closes it. */
export const togglePalette = (): void => ask?.();

export function PaletteDoor() {
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    ask = () => setAsked((before) => before + 1);
    return () => {
      ask = undefined;
    };
  }, []);
  if (asked === 0) return null;
  return (
    <Suspense>
      <Palette asked={asked} />
    </Suspense>
  );
}
