import { Refusal } from '../../domain/problem.ts';
import type { Access, Door } from '../../use-cases/access/access.ts';
import { addKeyEndpoint, keysEndpoint, revokeKeyEndpoint } from '../http/contracts/keys.ts';
import {
  addUserEndpoint,
  changeUserEndpoint,
  endUserSessionEndpoint,
  endUserSessionsEndpoint,
  resetPasswordEndpoint,
  userSessionsEndpoint,
  usersEndpoint,
} from '../http/contracts/users.ts';
import type { Connection } from './connection.ts';

/** Users and keys through the server, which knows by the key of the connection who asks: viewers named here count for nothing. */
export function remoteAccess({ call }: Connection): Access {
  const users = async () => (await call(usersEndpoint)).users;
  return {
    users,
    addUser: (_viewer, user) => call(addUserEndpoint, { body: user }),
    changeUser: (_viewer, userId, change) => call(changeUserEndpoint, { params: { userId }, body: change }),
    resetPassword: async (_viewer, userId, password) => {
      await call(resetPasswordEndpoint, { params: { userId }, body: { password } });
    },
    sessions: async (_viewer, userId) => (await call(userSessionsEndpoint, { params: { userId } })).sessions,
    endSessions: async (_viewer, userId, sessionId) => {
      if (sessionId === undefined) await call(endUserSessionsEndpoint, { params: { userId } });
      else await call(endUserSessionEndpoint, { params: { userId, sessionId } });
    },
    keys: async () => (await call(keysEndpoint)).keys,
    addKey: (_visitor, key) => call(addKeyEndpoint, { body: key }),
    revokeKey: async (_viewer, keyId) => {
      await call(revokeKeyEndpoint, { params: { keyId } });
    },
    door: {
      ...door,
      // With every request the server looks anew who that is and whether he may be looked as.
      viewAs: async (_viewer, id) => {
        const found = (await users()).find((user) => user.id === id);
        if (found === undefined) throw new Refusal({ code: 'userUnknown', params: { id } });
        const { role, scope, hidden } = found;
        return { user: id, role, scope, hidden, lent: true };
      },
    },
  };
}

const atTheServer = async (): Promise<never> => {
  throw new Error('people are let in where they knock, by the server itself');
};

const door: Omit<Door, 'viewAs'> = {
  hasUsers: atTheServer,
  signIn: atTheServer,
  signOut: atTheServer,
  bySession: atTheServer,
  byKey: atTheServer,
  user: atTheServer,
  changePassword: atTheServer,
};
