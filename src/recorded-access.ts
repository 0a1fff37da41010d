import type { AuditSubject } from './domain/audit.ts';
import type { User } from './domain/user.ts';
import { change, type Recording } from './services/parts/recording.ts';
import type { Access, Door } from './use-cases/access/access.ts';

const of = (kind: 'user' | 'key', id: number): { readonly subject: AuditSubject } => ({
  subject: { kind, id: String(id) },
});
/** Rights as they are now; never a name or a login. */
const rightsOf = ({ id, role, scope, hidden, disabled }: User) => ({
  ...of('user', id),
  details: { role, disabled, hidden: [...hidden], nodes: scope.nodes?.map((node) => ({ ...node })) ?? null },
});

/** Who comes in, and what is changed of who may; what is only looked at is not recorded. */
export function recordedAccess(access: Access, recording: Recording): Access {
  const { addUser, changeUser, resetPassword, endSessions, addKey, revokeKey, door } = access;
  return {
    ...access,
    addUser: change<Access['addUser']>('userAdded', {
      asked: (_viewer, { role }) => ({ details: { role } }),
      done: rightsOf,
    })(addUser, recording),
    changeUser: change<Access['changeUser']>('userChanged', {
      asked: (_viewer, id) => of('user', id),
      done: rightsOf,
    })(changeUser, recording),
    resetPassword: change<Access['resetPassword']>('passwordReset', {
      asked: (_viewer, id) => of('user', id),
    })(resetPassword, recording),
    endSessions: change<Access['endSessions']>('sessionRevoked', {
      asked: (_viewer, id, session) => ({ ...of('user', id), details: { session: session ?? 'all' } }),
    })(endSessions, recording),
    addKey: change<Access['addKey']>('keyMade', {
      asked: (_visitor, { role, days }) => ({ details: { role, days } }),
      done: ({ id }, _before, _visitor, { role, days }) => ({ ...of('key', id), details: { role, days } }),
    })(addKey, recording),
    revokeKey: change<Access['revokeKey']>('keyRevoked', {
      asked: (_viewer, id) => of('key', id),
    })(revokeKey, recording),
    door: recordedDoor(door, recording),
  };
}

function recordedDoor(door: Door, recording: Recording): Door {
  const { trail, errand } = recording;
  const beginToViewAs = change<Door['viewAs']>('viewedAs', {
    asked: (_viewer, id) => of('user', id),
  })(door.viewAs, recording);
  return {
    ...door,
    signIn: async (words) => {
      try {
        const signedIn = await door.signIn(words);
        const visitor = await door.bySession(signedIn.session);
        await trail.record({ ...errand, user: visitor?.viewer.user ?? null }, { action: 'signedIn' });
        return signedIn;
      } catch (error) {
        // Neither the login, which may be a password in the wrong field, nor whether there is such a user.
        await trail.record(errand, { action: 'signInFailed', outcome: 'refused' });
        throw error;
      }
    },
    signOut: async (session) => {
      const user = await door.signOut(session);
      // Whoever a link let in has not signed in, and another user may sign in where somebody sat before.
      if (user !== undefined) await trail.record({ ...errand, user }, { action: 'signedOut' });
      return user;
    },
    viewAs: (viewer, id, still) => (still ? door.viewAs(viewer, id) : beginToViewAs(viewer, id)),
    changePassword: change<Door['changePassword']>('passwordChanged', {
      asked: () => (errand.user === null ? {} : of('user', errand.user)),
    })(door.changePassword, recording),
  };
}
