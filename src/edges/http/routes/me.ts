import { isAllowed, permissions } from '../../../domain/access.ts';
import type { Visitor } from '../../../use-cases/access/visitor.ts';
import { meEndpoint } from '../contracts/me.ts';
import { route } from '../route.ts';

export const meRoute = route(meEndpoint, async (_asked, { application }, { visitor }) => {
  const { viewer, session } = visitor;
  const user = await application.access.door.user(visitor);
  const { role, scope, hidden } = viewer;
  return {
    user: user && { id: user.id, login: user.login, name: user.name },
    by: wayOf(visitor),
    ...{ role, scope, hidden },
    permissions: permissions.filter((permission) => isAllowed(viewer, permission)),
    oneTimePassword: session?.oneTimePassword ?? false,
  };
});

function wayOf({ session, key }: Visitor): 'folderKey' | 'link' | 'session' | 'key' {
  if (session) return 'session';
  if (key) return key.id === null ? 'folderKey' : 'key';
  return 'link';
}
