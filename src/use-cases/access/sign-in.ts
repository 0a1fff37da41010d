import { sql } from 'kysely';
import { Refusal } from '../../domain/problem.ts';
import { loginKey } from '../../domain/user.ts';
import { type Desk, minute, moment } from './desk.ts';
import { isOutdated, nobodysPassword } from './passwords.ts';
import { digestOf } from './secrets.ts';
import { startSession } from './sessions.ts';

/** So many failures of one login in a row, within so long, make it wait as long again. */
const mostFailures = 10;
const failureLife = 15 * minute;

export interface SignInWords {
  readonly login: string;
  readonly password: string;
  /** The browser as it names itself. */
  readonly device: string;
}

export interface SignedIn {
  /** Secret of the session, for the cookie alone. */
  readonly session: string;
  readonly oneTimePassword: boolean;
}

/**
 * Every sign-in begins a session of its own. An unknown login, a wrong password, a disabled user and a one-time password
 * that has lapsed get the same answer for the same work.
 * @throws Refusal `signInRefused`, `signInWaits`
 */
export async function signIn(desk: Desk, { login, password, device }: SignInWords): Promise<SignedIn> {
  const { records, passwords, now } = desk;
  await countAttempt(desk, login);
  const user = await records.db
    .selectFrom('app_user')
    .select(['id', 'password', 'disabled', 'one_time_until'])
    .where('login_key', '=', loginKey(login))
    .executeTakeFirst();
  const fits = await passwords.verify(user?.password ?? nobodysPassword, password);
  const until = user?.one_time_until ?? null;
  if (!user || !fits || user.disabled || (until !== null && Date.parse(until) <= now()))
    throw new Refusal({ code: 'signInRefused' });
  const renewed = isOutdated(user.password) ? await passwords.hash(password) : user.password;
  const session = await records.transaction(async (tx) => {
    // Whoever has been disabled, or given another password, since it was looked up is not let in.
    const { numUpdatedRows } = await tx
      .updateTable('app_user')
      .set({ password: renewed })
      .where('id', '=', user.id)
      .where('password', '=', user.password)
      .where('disabled', '=', false)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new Refusal({ code: 'signInRefused' });
    await tx.deleteFrom('sign_in_failure').where('login', '=', failuresOf(login)).execute();
    return await startSession(tx, desk, user.id, device);
  });
  return { session, oneTimePassword: until !== null };
}

const failuresOf = (login: string) => digestOf(loginKey(login));

/**
 * Counts a failure before it is one, so that many guesses at a time count too; success takes it back.
 * @throws Refusal `signInWaits`
 */
export async function countAttempt(desk: Desk, login: string): Promise<void> {
  const { db } = desk.records;
  const [now, end] = [moment(desk), moment(desk, failureLife)];
  await db.deleteFrom('sign_in_failure').where('until', '<=', now).execute();
  const { failures } = await db
    .insertInto('sign_in_failure')
    .values({ login: failuresOf(login), failures: 1, until: end })
    .onConflict((conflict) =>
      conflict.column('login').doUpdateSet((before) => ({
        failures: sql<number>`${before.ref('sign_in_failure.failures')} + 1`,
        until: sql<string>`CASE WHEN ${before.ref('sign_in_failure.failures')} + 1 = ${sql.lit(mostFailures)}
          THEN ${end} ELSE ${before.ref('sign_in_failure.until')} END`,
      })),
    )
    .returning('failures')
    .executeTakeFirstOrThrow();
  if (failures > mostFailures)
    throw new Refusal({ code: 'signInWaits', params: { minutes: failureLife / minute } });
}

export async function forgetFailures({ records }: Desk, login: string): Promise<void> {
  await records.db.deleteFrom('sign_in_failure').where('login', '=', failuresOf(login)).execute();
}
