import { useNavigate } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { callDefaults, type User } from '../server/api.ts';
import { queryClient } from '../server/query-client.ts';

/** Whose eyes the page looks with; the owner's own when nobody's. */
export type Eyes = Pick<User, 'id' | 'login' | 'name' | 'role' | 'scope' | 'hidden'>;

let eyes: Eyes | undefined;
const listeners = new Set<() => void>();

async function change(user: Eyes | undefined): Promise<void> {
  if (user) callDefaults.viewAs = user.id;
  else delete callDefaults.viewAs;
  eyes = user;
  // What these eyes may not see is gone before everything is asked for again.
  flushSync(() => {
    for (const listener of listeners) listener();
  });
  const others = {
    predicate: ({ queryKey }: { readonly queryKey: readonly unknown[] }) => queryKey[0] !== 'me',
  };
  queryClient.removeQueries({ ...others, type: 'inactive' });
  await queryClient.resetQueries(others);
}

/** From the next question on every answer is what this user would get; a new load of the page gives one's own back. */
export function useLookAs(): (user: Eyes | undefined) => Promise<void> {
  const navigate = useNavigate();
  return useCallback(
    async (user) => {
      // Away from what these eyes may not see, before they look.
      if (user) await navigate({ to: '/', search: {} });
      await change(user);
      if (!user) await navigate({ to: '/settings', search: { tab: 'users' } });
    },
    [navigate],
  );
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useEyes = (): Eyes | undefined => useSyncExternalStore(subscribe, () => eyes);
