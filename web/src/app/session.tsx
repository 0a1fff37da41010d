import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { createContext, lazy, type ReactNode, Suspense, useContext, useEffect, useMemo } from 'react';
import { isAllowed, permissions } from '../../../src/domain/access.ts';
import { ErrorNote } from '../design/error-note.tsx';
import { api, isProblem, statusOf } from '../server/api.ts';
import { queryClient } from '../server/query-client.ts';
import { useEyes } from './borrowed-eyes.ts';

export type Me = Awaited<ReturnType<typeof api.me>>;
export type Permission = Me['permissions'][number];

// Whoever is in already has no need of the door.
const SignIn = lazy(async () => ({ default: (await import('../screens/sign-in/sign-in.tsx')).SignIn }));

const context = createContext<Me | undefined>(undefined);

/** Shows the application to whoever has come in, and the door to all others. */
export function SessionGate({
  linkVoid,
  children,
}: {
  readonly linkVoid: boolean;
  readonly children: ReactNode;
}) {
  const me = useQuery({ queryKey: ['me'], queryFn: ({ signal }) => api.me({ signal }) });
  useEffect(
    () =>
      // Whoever is signed out elsewhere, or whose session has ended, stands before the door again.
      queryClient.getQueryCache().subscribe(({ query }) => {
        const gone = query.queryKey[0] !== 'me' && statusOf(query.state.error) === 401;
        if (gone) void queryClient.invalidateQueries({ queryKey: ['me'] });
      }),
    [],
  );
  const outside = statusOf(me.error) === 401;
  if (outside || me.data?.oneTimePassword)
    return (
      <Suspense>
        {outside ? (
          <SignIn linkVoid={linkVoid} folderKeyOff={isProblem(me.error, 'folderKeyOff')} />
        ) : (
          <SignIn changing />
        )}
      </Suspense>
    );
  if (me.data) return <context.Provider value={me.data}>{children}</context.Provider>;
  if (me.error) return <ErrorNote error={me.error} retry={() => void me.refetch()} />;
  return null;
}

/** Who is here and what he may do; whoever looks with the eyes of another user has them in all of this. */
export function useMe(): Me {
  const me = useContext(context);
  const eyes = useEyes();
  if (me === undefined) throw new Error('nobody has come in');
  return useMemo(() => {
    if (eyes === undefined) return me;
    const { role, scope, hidden } = eyes;
    const rights = { role, hidden, lent: true as const };
    return {
      ...{ ...me, user: eyes, role, scope, hidden },
      permissions: permissions.filter((permission) => isAllowed(rights, permission)),
    };
  }, [me, eyes]);
}

export const useMay = (permission: Permission): boolean => useMe().permissions.includes(permission);

/** The way out: nothing of the answers stays in this page. */
export const useSignOut = (): (() => Promise<void>) => {
  const navigate = useNavigate();
  return async () => {
    await api.signOut();
    queryClient.clear();
    await navigate({ to: '/' });
    location.reload();
  };
};
