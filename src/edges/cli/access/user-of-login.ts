import { folderHolder } from '../../../domain/access.ts';
import { Refusal } from '../../../domain/problem.ts';
import { loginKey, type User } from '../../../domain/user.ts';
import type { Application } from '../../../facade.ts';

/** @throws Refusal `loginUnknown` */
export async function userOfLogin({ access }: Application, login: string): Promise<User> {
  const users = await access.users(folderHolder);
  const found = users.find((user) => loginKey(user.login) === loginKey(login));
  if (found === undefined) throw new Refusal({ code: 'loginUnknown', params: { login } });
  return found;
}
