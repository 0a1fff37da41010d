import { useSyncExternalStore } from 'react';

let shown = false;
const listeners = new Set<() => void>();

function turn(on: boolean): void {
  shown = on;
  for (const listener of listeners) listener();
}

export const showKeys = (): void => turn(true);
export const hideKeys = (): void => turn(false);

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the list of keys is on the page. */
export const useKeysShown = (): boolean => useSyncExternalStore(subscribe, () => shown);
