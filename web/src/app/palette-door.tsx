import { lazy, Suspense, useEffect, useState } from 'react';
import { fetchPart } from './connection.ts';
import { palette } from './palette-switch.ts';

// Fetched when somebody asks for it first: what it finds with is as heavy as a screen.
const Palette = lazy(() =>
  fetchPart(() => import('./palette.tsx').then((module) => ({ default: module.Palette }))),
);

export function PaletteDoor() {
  const opened = palette.useIsOn();
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    if (opened) setWanted(true);
  }, [opened]);
  return (
    wanted && (
      <Suspense>
        <Palette />
      </Suspense>
    )
  );
}
