import { beforeAll, describe, expect, test } from 'vitest';
import type { Records } from '../../src/stores/records/records.ts';
import { type Access, createAccess } from '../../src/use-cases/access/access.ts';
import { isOutdated, nobodysPassword } from '../../src/use-cases/access/passwords.ts';
import { refusalOf } from '../harness/application.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';
import { day, minute, openDesk, owners, passwordOf, settledUser } from './desk.ts';

describeOnBothRecords('signing in', (open) => {
  let records: Records;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let access: Access;
  beforeAll(async () => {
    records = await open();
    desk = await openDesk(records);
    access = desk.access;
    await settledUser(access, 'boris', 'rep');
    const { user } = await settledUser(access, 'vera', 'analyst');
    await access.changeUser({ user: 1, ...owners }, user.id, { disabled: true });
  });

  const signIn = (login: string, password: string) =>
    access.door.signIn({ login, password, device: 'Firefox' });
  const refusal = async (login: string, password: string) => await refusalOf(signIn(login, password));
  const refused = [{ code: 'signInRefused' }];
  const viewerOf = async (session: string) => (await access.door.bySession(session))?.viewer;

  test('opens a session with the rights of the user', async () => {
    const { session, oneTimePassword } = await signIn('anna', passwordOf('anna'));
    expect(oneTimePassword).toBe(false);
    expect(Buffer.from(session, 'base64url')).toHaveLength(32);
    expect(await viewerOf(session)).toEqual({ user: desk.owner.id, ...owners });
  });

  test('takes the login in any case, and the password however its letters are composed', async () => {
    await expect(signIn(' ANNA ', passwordOf('anna').normalize('NFD'))).resolves.toHaveProperty('session');
    expect(passwordOf('anna').normalize('NFD')).not.toBe(passwordOf('anna'));
  });

  test('keeps nothing of passwords and sessions that could be used again', async () => {
    const { session } = await signIn('anna', passwordOf('anna'));
    const { rows } = await records.pool.query(
      'SELECT to_jsonb(u) || to_jsonb(s) AS kept FROM app_user u, user_session s',
    );
    const kept = JSON.stringify(rows);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(kept).not.toContain(session);
    expect(kept).not.toContain(passwordOf('anna'));
  });

  test.each([
    ['a wrong password', 'anna', 'не тот пароль вовсе'],
    ['an unknown login', 'nobody', 'не тот пароль вовсе'],
    ['what can be no login', '⚠ <script>', 'не тот пароль вовсе'],
    ['a disabled user with the right password', 'vera', passwordOf('vera')],
    ['an empty password', 'anna', ''],
  ])('%s gets the one answer for the one run of Argon2', async (_, login, password) => {
    const before = { ...desk.work };
    expect(await refusal(login, password)).toEqual(refused);
    expect(desk.work).toEqual({ hash: before.hash, verify: before.verify + 1 });
  });

  test('what an unknown login is compared with costs as much as what a user has', () => {
    expect(isOutdated(nobodysPassword)).toBe(false);
    expect(isOutdated(nobodysPassword.replace('t=2', 't=1'))).toBe(true);
  });

  test('a password that was kept with other parameters is kept with today’s from then on', async () => {
    const { hash } = await import('@node-rs/argon2');
    const old = await hash(passwordOf('boris'), {
      algorithm: 2,
      memoryCost: 8192,
      timeCost: 1,
      parallelism: 1,
    });
    const password = async () =>
      (await records.pool.query("SELECT password FROM app_user WHERE login = 'boris'")).rows[0].password;
    await records.pool.query("UPDATE app_user SET password = $1 WHERE login = 'boris'", [old]);
    expect(await refusal('boris', 'не тот пароль вовсе')).toEqual(refused);
    expect(await password()).toBe(old);
    await signIn('boris', passwordOf('boris'));
    const renewed = await password();
    expect(isOutdated(renewed)).toBe(false);
    await signIn('boris', passwordOf('boris'));
    expect(await password()).toBe(renewed);
  });

  test('gives every time another session', async () => {
    const sessions = [];
    for (let time = 0; time < 3; time++) sessions.push((await signIn('anna', passwordOf('anna'))).session);
    expect(new Set(sessions).size).toBe(3);
  });

  describe.each(['boris', 'nobody-at-all'])('after ten failures in a row «%s»', (login) => {
    const fail = async (times: number) => {
      for (let time = 0; time < times; time++)
        expect(await refusal(login, 'не тот пароль вовсе')).toEqual(refused);
    };
    const waits = [{ code: 'signInWaits', params: { minutes: 15 } }];

    test('waits a quarter of an hour, with the right password too, and nothing is computed', async () => {
      await fail(10);
      const before = { ...desk.work };
      expect(await refusal(login, passwordOf(login))).toEqual(waits);
      expect(await refusal(login.toUpperCase(), 'не тот пароль вовсе')).toEqual(waits);
      expect(desk.work).toEqual(before);
      desk.clock.now += 15 * minute - 1;
      expect(await refusal(login, passwordOf(login))).toEqual(waits);
      desk.clock.now += 1;
      await fail(1);
    });

    test('does not wait when they are spread over more than a quarter of an hour', async () => {
      desk.clock.now += 15 * minute;
      await fail(9);
      desk.clock.now += 15 * minute;
      await fail(9);
      desk.clock.now += 15 * minute;
    });

    test('many guesses at a time are ten guesses', async () => {
      const answers = await Promise.all(
        Array.from({ length: 14 }, () => refusal(login, 'не тот пароль вовсе')),
      );
      const codes = answers.map(([problem]) => problem?.code).sort();
      expect(codes).toEqual([...Array(10).fill('signInRefused'), ...Array(4).fill('signInWaits')]);
      desk.clock.now += 15 * minute;
    });
  });

  test('a success in between begins the row anew', async () => {
    for (let time = 0; time < 9; time++) await refusal('boris', 'не тот пароль вовсе');
    await signIn('boris', passwordOf('boris'));
    for (let time = 0; time < 9; time++) await refusal('boris', 'не тот пароль вовсе');
    await expect(signIn('boris', passwordOf('boris'))).resolves.toHaveProperty('session');
  });

  describe('a session', () => {
    test('ends when nobody has used it for a week, and after thirty days in any case', async () => {
      const idle = (await signIn('anna', passwordOf('anna'))).session;
      desk.clock.now += 7 * day - 1;
      expect(await viewerOf(idle)).toBeDefined();
      desk.clock.now += 7 * day;
      expect(await viewerOf(idle)).toBeUndefined();

      const busy = (await signIn('anna', passwordOf('anna'))).session;
      for (let days = 0; days < 29; days++) {
        desk.clock.now += day;
        expect(await viewerOf(busy)).toBeDefined();
      }
      desk.clock.now += day;
      expect(await viewerOf(busy)).toBeUndefined();
      const { rows } = await records.pool.query('SELECT count(*)::int AS kept FROM user_session');
      await signIn('anna', passwordOf('anna'));
      expect((await records.pool.query('SELECT count(*)::int AS kept FROM user_session')).rows).not.toEqual([
        { kept: rows[0].kept + 1 },
      ]);
    });

    test('outlives a restart', async () => {
      const { session } = await signIn('anna', passwordOf('anna'));
      await records.close();
      records = await open();
      const reopened = createAccess({ records, now: () => desk.clock.now });
      expect((await reopened.door.bySession(session))?.viewer).toEqual({ user: desk.owner.id, ...owners });
      desk = { ...desk, access: reopened };
      access = reopened;
    });

    test('ends with the sign-out, and only that one', async () => {
      const [here, there] = [
        await signIn('anna', passwordOf('anna')),
        await signIn('anna', passwordOf('anna')),
      ];
      await access.door.signOut(here.session);
      expect([await viewerOf(here.session), await viewerOf(there.session)]).toEqual([
        undefined,
        { user: desk.owner.id, ...owners },
      ]);
    });

    test('is nobody’s when it is a digest, a key or made up', async () => {
      const { session } = await signIn('anna', passwordOf('anna'));
      const { rows } = await records.pool.query('SELECT digest FROM user_session');
      for (const made of [...rows.map(({ digest }) => digest), session.slice(1), '', `${session} `])
        expect(await viewerOf(made)).toBeUndefined();
    });

    test('has at once the rights that the user has been given', async () => {
      const { user, session } = await settledUser(access, 'galina', 'supervisor');
      const anna = { user: desk.owner.id, ...owners };
      await access.changeUser(anna, user.id, { role: 'rep', hidden: ['contacts'] });
      expect(await viewerOf(session)).toEqual({
        ...{ user: user.id, role: 'rep', hidden: ['contacts'], scope: { nodes: null } },
      });
      await access.changeUser(anna, user.id, { disabled: true });
      expect(await viewerOf(session)).toBeUndefined();
      await access.changeUser(anna, user.id, { disabled: false });
      expect(await viewerOf(session)).toBeUndefined();
    });

    test('is listed with its device and ended by its user, or by whoever manages users', async () => {
      const { user, session } = await settledUser(access, 'denis', 'rep');
      const denis = { user: user.id, role: 'rep', scope: { nodes: null }, hidden: [] } as const;
      const began = new Date(desk.clock.now).toISOString().slice(0, 19);
      desk.clock.now += 5 * minute;
      const second = await access.door.signIn({
        login: 'denis',
        password: passwordOf('denis'),
        device: 'Chrome',
      });
      await viewerOf(session);
      const listed = await access.sessions(denis, user.id);
      expect(listed.map(({ device }) => device)).toEqual(['Chrome', '']);
      expect(listed[1]?.createdAt.slice(0, 19)).toBe(began);
      expect(listed[1]?.lastUsedAt.slice(0, 19)).toBe(new Date(desk.clock.now).toISOString().slice(0, 19));

      const stranger = { ...denis, user: desk.owner.id + 1 };
      expect(await refusalOf(access.sessions(stranger, user.id))).toMatchObject([{ code: 'notAllowed' }]);
      expect(await refusalOf(access.endSessions(stranger, user.id))).toMatchObject([{ code: 'notAllowed' }]);
      const id = listed[1]?.id ?? 0;
      expect(await refusalOf(access.endSessions(stranger, stranger.user, id))).toMatchObject([
        { code: 'sessionUnknown' },
      ]);
      await access.endSessions(denis, user.id, id);
      expect(await viewerOf(session)).toBeUndefined();
      expect(await viewerOf(second.session)).toBeDefined();
      await access.endSessions({ user: desk.owner.id, ...owners }, user.id);
      expect(await viewerOf(second.session)).toBeUndefined();
    });
  });
});
