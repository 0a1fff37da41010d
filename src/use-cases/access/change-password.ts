import { Refusal } from '../../domain/problem.ts';
import type { Desk } from './desk.ts';
import { startSession } from './sessions.ts';
import { countAttempt, forgetFailures } from './sign-in.ts';
import { refuseWrongPassword } from './users.ts';
import type { Visitor } from './visitor.ts';

export interface PasswordChange {
  readonly current: string;
  readonly next: string;
  readonly device: string;
}

/**
 * Sets the user's own password and ends all sessions; returns the secret of a new one. Guesses of the current password
 * count as those of a sign-in.
 * @throws Refusal `onlyInSession`, `passwordWrong`, `passwordSame`, `passwordLength`, `passwordGuessable`, `signInWaits`
 */
export async function changePassword(
  desk: Desk,
  { viewer, session }: Visitor,
  { current, next, device }: PasswordChange,
): Promise<string> {
  const { records, passwords } = desk;
  if (session === undefined || viewer.user === null) throw new Refusal({ code: 'onlyInSession' });
  const { id, login, password } = await records.db
    .selectFrom('app_user')
    .select(['id', 'login', 'password'])
    .where('id', '=', viewer.user)
    .executeTakeFirstOrThrow();
  refuseWrongPassword(next, login);
  await countAttempt(desk, login);
  if (!(await passwords.verify(password, current))) throw new Refusal({ code: 'passwordWrong' });
  await forgetFailures(desk, login);
  if (await passwords.verify(password, next)) throw new Refusal({ code: 'passwordSame' });
  const hash = await passwords.hash(next);
  return await records.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('app_user')
      .set({ password: hash, one_time_until: null })
      .where('id', '=', id)
      .where('password', '=', password)
      .executeTakeFirst();
    // Somebody else has set it meanwhile.
    if (numUpdatedRows === 0n) throw new Refusal({ code: 'passwordWrong' });
    await tx.deleteFrom('user_session').where('user_id', '=', id).execute();
    return await startSession(tx, desk, id, device);
  });
}
