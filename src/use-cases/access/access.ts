import type { Viewer } from '../../domain/access.ts';
import type { ApiKey, NewKey, NewUser, User, UserChange, UserSession } from '../../domain/user.ts';
import { changePassword, type PasswordChange } from './change-password.ts';
import type { Desk } from './desk.ts';
import { addKey, listKeys, type MadeKey, revokeKey, visitorByKey } from './keys.ts';
import { argon2Passwords } from './passwords.ts';
import { hasUsers } from './read.ts';
import { endSession, endSessions, listSessions, visitorBySession } from './sessions.ts';
import { type SignedIn, type SignInWords, signIn } from './sign-in.ts';
import { addUser, changeUser, listUsers, resetPassword, userUnder, viewAs } from './users.ts';
import type { Visitor } from './visitor.ts';

/** Users, their sessions and keys. What each refuses stands with what does it. */
export interface Access {
  users(viewer: Viewer): Promise<readonly User[]>;
  addUser(viewer: Viewer, user: NewUser): Promise<User>;
  changeUser(viewer: Viewer, id: number, change: UserChange): Promise<User>;
  resetPassword(viewer: Viewer, id: number, password: string): Promise<void>;
  /** Of a user, the newest first. */
  sessions(viewer: Viewer, user: number): Promise<readonly UserSession[]>;
  /** Ends one session of a user, or all. */
  endSessions(viewer: Viewer, user: number, session?: number): Promise<void>;
  keys(viewer: Viewer): Promise<readonly ApiKey[]>;
  addKey(visitor: Visitor, key: NewKey): Promise<MadeKey>;
  revokeKey(viewer: Viewer, id: number): Promise<void>;
  /** For whoever serves: lets people in. */
  readonly door: Door;
}

export interface Door {
  /** While there are none, whoever has the data folder's key is the owner. */
  hasUsers(): Promise<boolean>;
  signIn(words: SignInWords): Promise<SignedIn>;
  /** Whose session it was; undefined: nobody's. */
  signOut(session: string): Promise<number | undefined>;
  /** By the secret of a session, or the text of a key; undefined: it opens nothing, or not any more. */
  bySession(session: string): Promise<Visitor | undefined>;
  byKey(text: string): Promise<Visitor | undefined>;
  /** The user that a visitor is; null: the owner of the data folder. */
  user(visitor: Visitor): Promise<User | null>;
  changePassword(visitor: Visitor, change: PasswordChange): Promise<string>;
  /** The eyes of another user, to look with; `still`: a look that goes on, which is not recorded again. */
  viewAs(viewer: Viewer, id: number, still?: 'still'): Promise<Viewer>;
}

export function createAccess(stores: Pick<Desk, 'records'> & Partial<Desk>): Access {
  const desk: Desk = { passwords: argon2Passwords, now: Date.now, ...stores };
  return {
    users: (viewer) => listUsers(desk, viewer),
    addUser: (viewer, user) => addUser(desk, viewer, user),
    changeUser: (viewer, id, change) => changeUser(desk, viewer, id, change),
    resetPassword: (viewer, id, password) => resetPassword(desk, viewer, id, password),
    sessions: (viewer, user) => listSessions(desk, viewer, user),
    endSessions: (viewer, user, session) => endSessions(desk, viewer, user, session),
    keys: (viewer) => listKeys(desk, viewer),
    addKey: (visitor, key) => addKey(desk, visitor, key),
    revokeKey: (viewer, id) => revokeKey(desk, viewer, id),
    door: {
      hasUsers: () => hasUsers(desk),
      signIn: (words) => signIn(desk, words),
      signOut: (session) => endSession(desk, session),
      bySession: (session) => visitorBySession(desk, session),
      byKey: (text) => visitorByKey(desk, text),
      user: async ({ viewer }) =>
        viewer.user === null ? null : await userUnder(desk.records.db, viewer.user),
      changePassword: (visitor, change) => changePassword(desk, visitor, change),
      viewAs: (viewer, id) => viewAs(desk, viewer, id),
    },
  };
}
