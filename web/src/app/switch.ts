import { useSyncExternalStore } from 'react';

/** Something of the page that is on or off, turned from anywhere. */
export function createSwitch() {
  let isOn = false;
  const listeners = new Set<() => void>();
  const turn = (next: boolean) => {
    isOn = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    on: () => turn(true),
    off: () => turn(false),
    toggle: () => turn(!isOn),
    useIsOn: (): boolean => useSyncExternalStore(subscribe, () => isOn),
  };
}
