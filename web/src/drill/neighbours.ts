import { useEffect, useSyncExternalStore } from 'react';

/** Goes to the figure above (−1) or below (1) the one that is open; undefined where there is none. */
export interface Neighbours {
  readonly above: (() => void) | undefined;
  readonly below: (() => void) | undefined;
}

let known: Neighbours | undefined;
const listeners = new Set<() => void>();

function set(next: Neighbours | undefined): void {
  known = next;
  for (const tell of listeners) tell();
}

/** A page with a table says what stands beside the figure that is open, so that the drawer can walk. */
export function useNeighboursOf(neighbours: Neighbours | undefined): void {
  useEffect(() => {
    set(neighbours);
    return () => set(undefined);
  }, [neighbours]);
}

export const useNeighbours = (): Neighbours | undefined =>
  useSyncExternalStore(
    (tell) => {
      listeners.add(tell);
      return () => listeners.delete(tell);
    },
    () => known,
  );
