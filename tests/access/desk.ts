import type { Restriction, Role } from '../../src/domain/access.ts';
import { folderHolder } from '../../src/domain/access.ts';
import { wholeCompany } from '../../src/domain/scope.ts';
import type { NewUser } from '../../src/domain/user.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { type Access, createAccess } from '../../src/use-cases/access/access.ts';
import { argon2Passwords } from '../../src/use-cases/access/passwords.ts';

export const minute = 60_000;
export const day = 24 * 60 * minute;

export const newUserOf = (login: string, role: Role, changes: Partial<NewUser> = {}): NewUser => ({
  ...{ login, name: `Имя ${login}`, role, scope: { nodes: null }, hidden: [] as Restriction[] },
  password: passwordOf(login),
  ...changes,
});

export const passwordOf = (login: string): string => `синий трамвай ${[...login].join('-')}`;

/** An installation with one owner, a clock that the test moves, and a count of the work done on passwords. */
export async function openDesk(records: Records) {
  const clock = { now: Date.parse('2026-11-15T12:00:00Z') };
  const work = { hash: 0, verify: 0 };
  const access = createAccess({
    records,
    now: () => clock.now,
    passwords: {
      hash: (password) => {
        work.hash++;
        return argon2Passwords.hash(password);
      },
      verify: (stored, password) => {
        work.verify++;
        return argon2Passwords.verify(stored, password);
      },
    },
  });
  const owner = await access.addUser(folderHolder, newUserOf('anna', 'owner'));
  return { access, clock, work, owner };
}

/** Adds a user who has already set a password of his own, the one of `passwordOf`. */
export async function settledUser(access: Access, login: string, role: Role, changes: Partial<NewUser> = {}) {
  const user = await access.addUser(
    folderHolder,
    newUserOf(login, role, { password: 'первый пароль от владельца', ...changes }),
  );
  const { session } = await access.door.signIn({ login, password: 'первый пароль от владельца', device: '' });
  const visitor = await access.door.bySession(session);
  if (visitor === undefined) throw new Error('not let in');
  const next = passwordOf(login);
  const own = await access.door.changePassword(visitor, {
    current: 'первый пароль от владельца',
    next,
    device: '',
  });
  return { user, session: own };
}

export const owners = { role: 'owner', scope: wholeCompany, hidden: [] } as const;
