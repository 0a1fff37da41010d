import { beforeAll, expect, test } from 'vitest';
import type { Role, Viewer } from '../../src/domain/access.ts';
import { coversRole, folderHolder } from '../../src/domain/access.ts';
import { covers as coversScope } from '../../src/domain/scope.ts';
import type { NewKey } from '../../src/domain/user.ts';
import type { Records } from '../../src/stores/records/records.ts';
import type { Access } from '../../src/use-cases/access/access.ts';
import { refusalOf } from '../harness/application.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';
import { day, openDesk, owners, settledUser } from './desk.ts';

const keyOf = (role: Role, changes: Partial<NewKey> = {}): NewKey => ({
  ...{ name: `Ключ ${role}`, role, scope: { nodes: null }, hidden: [], days: 30 },
  ...changes,
});
const rep = (member: number) => ({ nodes: [{ dimension: 'rep' as const, member }] });

test('roles cover those that may do less', () => {
  expect(coversRole('director', 'rep')).toBe(true);
  expect(coversRole('supervisor', 'marketer')).toBe(true);
  expect(coversRole('rep', 'supervisor')).toBe(false);
  expect(coversRole('director', 'analyst')).toBe(false);
  expect(coversRole('analyst', 'dataProtectionOfficer')).toBe(false);
});

test('scopes cover what they name themselves', () => {
  const both = { nodes: [...rep(7).nodes, { dimension: 'team' as const, member: 8 }] };
  expect(coversScope({ nodes: null }, both)).toBe(true);
  expect(coversScope(both, rep(7))).toBe(true);
  expect(coversScope(both, rep(8))).toBe(false);
  expect(coversScope(rep(7), both)).toBe(false);
  expect(coversScope(rep(7), { nodes: null })).toBe(false);
});

describeOnBothRecords('API keys', (open) => {
  let records: Records;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let access: Access;
  let anna: Viewer;
  beforeAll(async () => {
    records = await open();
    desk = await openDesk(records);
    access = desk.access;
    anna = { user: desk.owner.id, ...owners };
    await records.pool.query(`INSERT INTO member (id, kind, key, code, name, first_import)
      VALUES (7, 'rep', '7', '007', 'Петров', 1), (8, 'rep', '8', '008', 'Сидоров', 1)`);
  });

  const visitorOf = (text: string) => access.door.byKey(text);
  const byAnna = () => ({ viewer: anna });

  test('have 256 bits, are shown once and recognised by how they begin', async () => {
    const made = await access.addKey(byAnna(), keyOf('analyst'));
    expect(made.text).toMatch(/^akb_[0-9a-f]{8}_[\w-]{43}$/);
    expect(made.text.startsWith(`${made.prefix}_`)).toBe(true);
    const secret = made.text.slice(made.prefix.length + 1);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    const { rows } = await records.pool.query('SELECT * FROM api_key');
    expect(JSON.stringify(rows)).not.toContain(secret);
    expect(JSON.stringify(await access.keys(anna))).not.toContain(secret);
    expect(await visitorOf(made.text)).toEqual({
      viewer: { user: desk.owner.id, role: 'analyst', scope: { nodes: null }, hidden: [] },
      key: { id: made.id },
    });
  });

  test('note the day of their last use', async () => {
    const made = await access.addKey(byAnna(), keyOf('rep'));
    const lastUsed = async () => (await access.keys(anna)).find(({ id }) => id === made.id)?.lastUsedDay;
    expect(await lastUsed()).toBeNull();
    await visitorOf(made.text);
    expect(await lastUsed()).toBe(new Date(desk.clock.now).toISOString().slice(0, 10));
  });

  test('end on their day, and at once when they are revoked', async () => {
    const made = await access.addKey(byAnna(), keyOf('rep', { days: 2 }));
    desk.clock.now += 2 * day - 1;
    expect(await visitorOf(made.text)).toBeDefined();
    desk.clock.now += 1;
    expect(await visitorOf(made.text)).toBeUndefined();
    const other = await access.addKey(byAnna(), keyOf('rep'));
    await access.revokeKey(anna, other.id);
    expect(await visitorOf(other.text)).toBeUndefined();
    expect(await refusalOf(access.revokeKey(anna, other.id))).toEqual([
      { code: 'keyUnknown', params: { id: other.id } },
    ]);
  });

  test.each(['', 'akb_', 'akb_00000000_', "akb_' OR 1=1 --"])('«%s» is none', async (text) => {
    expect(await visitorOf(text)).toBeUndefined();
  });

  test('a prefix with another secret, or the digest itself, opens nothing', async () => {
    const made = await access.addKey(byAnna(), keyOf('rep'));
    const { rows } = await records.pool.query('SELECT digest FROM api_key');
    for (const text of [`${made.text}A`, made.text.slice(0, -1), ...rows.map(({ digest }) => digest)])
      expect(await visitorOf(text)).toBeUndefined();
  });

  test('may do no more than whoever makes them', async () => {
    const { user, session } = await settledUser(access, 'stepan', 'supervisor', {
      ...{ scope: rep(7), hidden: ['contacts'] },
    });
    const visitor = await access.door.bySession(session);
    if (visitor === undefined) throw new Error('not let in');
    const beyond = [{ code: 'keyBeyondMaker' }];
    for (const key of [
      keyOf('director', { scope: rep(7) }),
      keyOf('owner', { scope: rep(7) }),
      keyOf('rep'),
      keyOf('rep', { scope: rep(8) }),
      keyOf('rep', { scope: { nodes: [...rep(7).nodes, ...rep(8).nodes] } }),
    ])
      expect(await refusalOf(access.addKey(visitor, key))).toEqual(beyond);
    const made = await access.addKey(visitor, keyOf('rep', { scope: rep(7) }));
    const viewer = { user: user.id, role: 'rep', scope: rep(7), hidden: ['contacts'] };
    expect((await visitorOf(made.text))?.viewer).toEqual(viewer);

    // It makes no others, and knows only those of its user.
    const byKey = await visitorOf(made.text);
    if (byKey === undefined) throw new Error('not let in');
    const notAllowed = [
      { code: 'notAllowed', params: expect.objectContaining({ permission: 'manageUsers' }) },
    ];
    expect(await refusalOf(access.addKey(byKey, keyOf('rep', { scope: rep(7) })))).toEqual(notAllowed);
    expect((await access.keys(byKey.viewer)).map(({ id }) => id)).toEqual([made.id]);
    const [foreign] = await access.keys(anna);
    expect(await refusalOf(access.revokeKey(byKey.viewer, foreign?.id ?? 0))).toMatchObject([
      { code: 'keyUnknown' },
    ]);

    // What becomes of the user becomes of the key at once.
    await access.changeUser(anna, user.id, { hidden: ['contacts', 'export'] });
    expect((await visitorOf(made.text))?.viewer.hidden).toEqual(['contacts', 'export']);
    await access.changeUser(anna, user.id, { scope: rep(8) });
    expect(await visitorOf(made.text)).toBeUndefined();
    await access.changeUser(anna, user.id, { scope: rep(7), role: 'director' });
    expect(await visitorOf(made.text)).toBeDefined();
    await access.changeUser(anna, user.id, { disabled: true });
    expect(await visitorOf(made.text)).toBeUndefined();
  });

  test('an owner’s key makes others, the folder’s owner does too, and both stay within what is there', async () => {
    const first = await access.addKey({ viewer: folderHolder }, keyOf('owner'));
    const visitor = await visitorOf(first.text);
    if (visitor === undefined) throw new Error('not let in');
    expect(visitor.viewer).toEqual(folderHolder);
    const second = await access.addKey(visitor, keyOf('rep', { scope: rep(8) }));
    expect((await visitorOf(second.text))?.viewer).toMatchObject({ role: 'rep', scope: rep(8) });
    const unknown = access.addKey(visitor, keyOf('rep', { scope: rep(9) }));
    expect(await refusalOf(unknown)).toEqual([
      { code: 'scopeMemberUnknown', params: { dimension: 'rep', member: 9 } },
    ]);
  });

  test('of the folder’s owner with the role of a rep knows no keys at all', async () => {
    const made = await access.addKey({ viewer: folderHolder }, keyOf('rep'));
    const visitor = await visitorOf(made.text);
    if (visitor === undefined) throw new Error('not let in');
    expect(await refusalOf(access.keys(visitor.viewer))).toMatchObject([{ code: 'notAllowed' }]);
    expect(await refusalOf(access.revokeKey(visitor.viewer, made.id))).toMatchObject([
      { code: 'notAllowed' },
    ]);
  });
});
