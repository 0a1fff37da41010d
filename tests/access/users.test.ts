import { beforeAll, describe, expect, test } from 'vitest';
import { folderHolder, roles, type Viewer } from '../../src/domain/access.ts';
import { passwordProblem } from '../../src/domain/password.ts';
import { loginFits } from '../../src/domain/user.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { listTables } from '../../src/stores/records/table-list.ts';
import { type Access, createAccess } from '../../src/use-cases/access/access.ts';
import { refusalOf } from '../harness/application.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';
import { day, newUserOf, openDesk, owners, passwordOf, settledUser } from './desk.ts';

describeOnBothRecords('users', (open) => {
  let records: Records;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let access: Access;
  let anna: Viewer;
  beforeAll(async () => {
    records = await open();
    const early = createAccess({ records });
    expect(await early.door.hasUsers()).toBe(false);
    expect(await refusalOf(early.addUser(folderHolder, newUserOf('first', 'director')))).toEqual([
      { code: 'firstUserIsOwner' },
    ]);
    desk = await openDesk(records);
    access = desk.access;
    anna = { user: desk.owner.id, ...owners };
    await records.pool.query(`INSERT INTO member (id, kind, key, code, name, first_import)
      VALUES (7, 'rep', '7', '007', 'Петров', 1), (8, 'team', '8', '008', 'Юг', 1)`);
  });

  test('the first is an owner and keeps the password', async () => {
    expect(await access.door.hasUsers()).toBe(true);
    expect(desk.owner).toMatchObject({ login: 'anna', role: 'owner', oneTimeUntil: null, disabled: false });
  });

  test.each(roles.filter((role) => role !== 'owner'))('a %s manages nobody', async (role) => {
    const viewer: Viewer = { user: 1000, role, scope: { nodes: null }, hidden: [] };
    const user = newUserOf('intruder', 'owner');
    const errands = [
      () => access.users(viewer),
      () => access.addUser(viewer, user),
      () => access.changeUser(viewer, desk.owner.id, { role: 'rep' }),
      () => access.resetPassword(viewer, desk.owner.id, user.password),
      () => access.sessions(viewer, desk.owner.id),
      () => access.endSessions(viewer, desk.owner.id),
    ];
    for (const errand of errands)
      expect(await refusalOf(errand())).toEqual([
        { code: 'notAllowed', params: { role, permission: 'manageUsers' } },
      ]);
  });

  test('go into backups with their keys; sessions and failures never do', async () => {
    const tables = (await listTables(records.db)).map(({ name }) => name);
    expect(tables).toEqual(expect.arrayContaining(['app_user', 'api_key']));
    expect(tables.filter((name) => /session|failure/.test(name))).toEqual([]);
  });

  test('have a login of their own, in whatever case', async () => {
    const add = (login: string) => refusalOf(access.addUser(anna, newUserOf(login, 'rep')));
    expect(await add('Anna')).toEqual([{ code: 'loginTaken', params: { login: 'Anna' } }]);
    await access.addUser(anna, newUserOf('Пётр.Ильич-2', 'rep'));
    expect(await add('пётр.ильич-2')).toEqual([{ code: 'loginTaken', params: { login: 'пётр.ильич-2' } }]);
    // The second letter of the last is Cyrillic.
    for (const login of ['a', '', 'a b', 'a..b', '.ab', 'ab-', 'anna@x', 'x'.repeat(65), 'bоris'])
      expect(await add(login)).toEqual([{ code: 'loginWrong', params: { login } }]);
    expect(['ab', 'a.b_c-d', 'ё1', 'x'.repeat(64)].every(loginFits)).toBe(true);
  });

  test('have long passwords that are not their names', async () => {
    const codes = ['Короткий11!', 'ж'.repeat(201), 'абабабабабабаб', 'моя-Anna-самая-лучшая'].map(
      (password) => passwordProblem(password, 'anna')?.code,
    );
    expect(codes).toEqual(['passwordLength', 'passwordLength', 'passwordGuessable', 'passwordGuessable']);
    expect(passwordProblem('двенадцать12', 'anna')).toBeUndefined();
    const add = access.addUser(anna, newUserOf('short', 'rep', { password: 'короткий' }));
    expect(await refusalOf(add)).toMatchObject([{ code: 'passwordLength' }]);
  });

  test('see what there is, owners everything', async () => {
    const nodes = [{ dimension: 'rep' as const, member: 7 }];
    const rep = await access.addUser(anna, newUserOf('scoped', 'rep', { scope: { nodes } }));
    expect(rep.scope).toEqual({ nodes });
    for (const wrong of [
      { dimension: 'rep' as const, member: 8 },
      { dimension: 'rep' as const, member: 9 },
    ]) {
      const scope = { nodes: [...nodes, wrong] };
      const problem = [{ code: 'scopeMemberUnknown', params: wrong }];
      expect(await refusalOf(access.changeUser(anna, rep.id, { scope }))).toEqual(problem);
      expect(await refusalOf(access.addUser(anna, newUserOf('other', 'rep', { scope })))).toEqual(problem);
    }
    const limited = [{ code: 'ownerSeesAll' }];
    expect(await refusalOf(access.changeUser(anna, rep.id, { role: 'owner' }))).toEqual(limited);
    expect(await refusalOf(access.changeUser(anna, desk.owner.id, { hidden: ['export'] }))).toEqual(limited);
    const changed = await access.changeUser(anna, rep.id, { role: 'owner', scope: { nodes: null } });
    expect(changed).toMatchObject({ role: 'owner', login: 'scoped', name: 'Имя scoped' });
    await access.changeUser(anna, rep.id, { role: 'rep' });
    expect(await refusalOf(access.changeUser(anna, 4711, { name: 'Никто' }))).toEqual([
      { code: 'userUnknown', params: { id: 4711 } },
    ]);
  });

  test('never lose their last owner, nor when two owners dismiss each other at once', async () => {
    const last = [{ code: 'lastOwner' }];
    expect(await refusalOf(access.changeUser(anna, desk.owner.id, { disabled: true }))).toEqual(last);
    expect(await refusalOf(access.changeUser(anna, desk.owner.id, { role: 'rep' }))).toEqual(last);
    const second = await access.addUser(anna, newUserOf('second', 'owner'));
    const outcomes = await Promise.allSettled([
      access.changeUser(anna, second.id, { disabled: true }),
      access.changeUser(anna, desk.owner.id, { role: 'rep' }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const enabled = (await access.users(anna)).filter(({ role, disabled }) => role === 'owner' && !disabled);
    expect(enabled).toHaveLength(1);
    await access.changeUser(anna, desk.owner.id, { role: 'owner', disabled: false });
    await access.changeUser(anna, second.id, { disabled: true });
  });

  describe('the password that an owner sets', () => {
    const firstPassword = 'первый пароль на три дня';
    const signIn = (login: string, password: string) => access.door.signIn({ login, password, device: '' });

    test('lets in for three days, and is to be changed', async () => {
      const user = await access.addUser(anna, newUserOf('newcomer', 'rep', { password: firstPassword }));
      expect(Date.parse(user.oneTimeUntil ?? '')).toBe(desk.clock.now + 3 * day);
      const { session, oneTimePassword } = await signIn('newcomer', firstPassword);
      expect(oneTimePassword).toBe(true);
      expect((await access.door.bySession(session))?.session).toMatchObject({ oneTimePassword: true });
      desk.clock.now += 3 * day;
      expect(await refusalOf(signIn('newcomer', firstPassword))).toEqual([{ code: 'signInRefused' }]);
    });

    test('takes the place of the old one, ends all sessions and the wait after failures', async () => {
      const { user, session } = await settledUser(access, 'forgetful', 'rep');
      for (let time = 0; time < 11; time++) await refusalOf(signIn('forgetful', 'совсем не тот пароль'));
      await access.resetPassword(anna, user.id, 'другой пароль от владельца');
      expect(await access.door.bySession(session)).toBeUndefined();
      expect(await refusalOf(signIn('forgetful', passwordOf('forgetful')))).toMatchObject([
        { code: 'signInRefused' },
      ]);
      expect(await signIn('forgetful', 'другой пароль от владельца')).toMatchObject({
        oneTimePassword: true,
      });
    });
  });

  describe('changing the own password', () => {
    test('takes the old one, ends all other sessions and gives this one a new secret', async () => {
      const { session, user } = await settledUser(access, 'careful', 'rep');
      const { door } = access;
      const elsewhere = (await door.signIn({ login: 'careful', password: passwordOf('careful'), device: '' }))
        .session;
      const visitor = await door.bySession(session);
      if (visitor === undefined) throw new Error('not let in');
      const change = (current: string, next: string) =>
        door.changePassword(visitor, { current, next, device: 'Safari' });
      const next = 'новый длинный пароль';
      expect(await refusalOf(change('не тот пароль', next))).toEqual([{ code: 'passwordWrong' }]);
      expect(await refusalOf(change(passwordOf('careful'), passwordOf('careful')))).toEqual([
        { code: 'passwordSame' },
      ]);
      expect(await refusalOf(change(passwordOf('careful'), 'careful-careful'))).toEqual([
        { code: 'passwordGuessable' },
      ]);
      expect(await door.bySession(elsewhere)).toBeDefined();
      const renewed = await change(passwordOf('careful'), next);
      const [kept, ...gone] = await Promise.all([renewed, session, elsewhere].map(door.bySession));
      expect([kept?.viewer.user, ...gone]).toEqual([user.id, undefined, undefined]);
      await expect(door.signIn({ login: 'careful', password: next, device: '' })).resolves.toMatchObject({
        oneTimePassword: false,
      });
    });

    test('guesses of the old one end as those at the door do', async () => {
      const { session } = await settledUser(access, 'guessed', 'rep');
      const visitor = await access.door.bySession(session);
      if (visitor === undefined) throw new Error('not let in');
      const guess = async () =>
        await refusalOf(
          access.door.changePassword(visitor, { current: 'x', next: 'новый длинный пароль', device: '' }),
        );
      for (let time = 0; time < 10; time++) expect(await guess()).toEqual([{ code: 'passwordWrong' }]);
      expect(await guess()).toMatchObject([{ code: 'signInWaits' }]);
    });

    test('is for people, not for keys nor for the key of the folder', async () => {
      const change = { current: passwordOf('anna'), next: 'новый длинный пароль', device: '' };
      for (const visitor of [
        { viewer: folderHolder, key: { id: null } },
        { viewer: anna, key: { id: 1 } },
        { viewer: folderHolder },
      ])
        expect(await refusalOf(access.door.changePassword(visitor, change))).toEqual([
          { code: 'onlyInSession' },
        ]);
    });
  });
});
