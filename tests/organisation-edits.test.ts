import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../src/domain/access.ts';
import type { AssignmentKind } from '../src/domain/dated-facts.ts';
import type { Application } from '../src/facade.ts';
import { isLongRun } from './budget.ts';
import { runAkb } from './doubles/run-akb.ts';
import {
  newApplication,
  newServerApplication,
  refusalOf,
  reportsOf,
  type TestApplication,
  unseen,
} from './harness/application.ts';
import { offeredPostgres } from './harness/both-records.ts';

const shipments = (...rows: readonly string[]): string =>
  [
    'Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Код менеджера;Менеджер;Команда;Филиал',
    ...rows.map((row, at) => {
      const [day, code, rep, repCode = '', team = '', branch = ''] = row.split(' ');
      return `${day}.2026;РН-${day}-${at};${code};${code};Молоко;1;100;${repCode};${rep};${team};${branch}`;
    }),
  ].join('\n');

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('the organisation by hand (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-20');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({
      'shipments.csv': shipments(
        '05.09 Астра Анна - Розница Казань',
        '06.10 Астра Анна - Розница Казань',
        '07.10 Лютик Борис - Розница Казань',
        '05.11 Лютик Борис',
        '06.11 Клевер Вера - Опт Казань',
      ).replaceAll(';-;', ';;'),
    });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  const members = async (day?: string) => (await application.organisation(day)).members;
  async function member(name: string, day?: string) {
    const found = (await members(day)).filter((one) => one.name === name);
    const [first] = found;
    if (first === undefined || found.length > 1) throw new Error(`${found.length} are called ${name}`);
    return first;
  }
  const edits = () => application.organisationEdits;
  async function rename(from: string, to: string) {
    const { id, version } = await member(from);
    return await edits().change(id, { version, name: to });
  }
  async function retire(name: string, retired: string | null) {
    const { id, version } = await member(name);
    return await edits().change(id, { version, retired });
  }
  /** АКБ of a month by name of the member. */
  async function by(dimension: AssignmentKind, month: string) {
    const [report] = await reportsOf(application, [month], { by: dimension });
    const rows = (report?.rows ?? []).filter(({ figures }) => figures.activeBase > 0);
    return Object.fromEntries(rows.map(({ key, figures }) => [key.name, figures.activeBase]));
  }

  test('a member by hand is there before anybody refers to it, below its parent from its day on', async () => {
    const { id: branch } = await member('Казань');
    const added = await edits().add({
      ...{ kind: 'team', name: 'Сети', under: { member: branch, since: '2026-11-10' } },
    });
    expect(added).toMatchObject({ kind: 'team', name: 'Сети', retired: null, was: null });
    expect(await member('Сети', '2026-11-09')).toMatchObject({ parent: null });
    expect(await member('Сети', '2026-11-10')).toMatchObject({ parent: branch, version: added.version });
    await edits().add({ kind: 'rep', name: 'Глеб' });
    expect(await member('Глеб')).toMatchObject({ kind: 'rep', parent: null });
    expect(
      await refusalOf(
        edits().add({ kind: 'branch', name: 'Уфа', under: { member: added.id, since: '2026-11-10' } }),
      ),
    ).toMatchObject([{ code: 'memberNotAbove' }]);
    for (const name of ['сети', 'Розница'])
      expect(await refusalOf(edits().add({ kind: 'team', name }))).toMatchObject([{ code: 'memberTaken' }]);
  });

  test('its name by hand holds, and imports find it by the name that it had, that it has, and its code', async () => {
    await rename('Анна', 'Анна Белова');
    expect(await by('rep', '2026-10')).toEqual({ 'Анна Белова': 1, Борис: 1 });
    await edits().add({ kind: 'rep', name: 'Дарья', code: 'Р-7' });
    const before = (await members()).length;
    const { importId } = await akb.load({
      'more.csv': shipments(
        '10.11 Астра Анна',
        '11.11 Лютик Анна_Белова',
        '12.11 Клевер Дарья_Лис Р-7',
        '13.11 Мята Глеб Р-9',
      ).replaceAll('_', ' '),
    });
    expect(await by('rep', '2026-11')).toMatchObject({ 'Анна Белова': 2, Дарья: 1, Глеб: 1 });
    expect(await members()).toHaveLength(before);
    expect(await member('Глеб')).toMatchObject({ code: 'Р-9' });
    // A namesake with another code is somebody else.
    await akb.load({ 'namesake.csv': shipments('14.11 Мята Глеб Р-10') });
    expect((await members()).filter(({ name }) => name === 'Глеб')).toHaveLength(2);
    await akb.undo(importId);
    expect(await member('Анна Белова')).toBeDefined();
  });

  test('whoever looked at it earlier is refused, and the last change is taken back', async () => {
    const { id, version } = await member('Вера');
    const settled = await Promise.allSettled(
      ['Вера Лис', 'Вера Кот'].map((name) => edits().change(id, { version, name })),
    );
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [changed] = await edits().history(id);
    expect(await refusalOf(edits().undo(id, version))).toMatchObject([
      { code: 'memberStale', params: { version: changed?.id } },
    ]);
    const back = await edits().undo(id, changed?.id ?? 0);
    expect(back).toMatchObject({ name: 'Вера', was: { name: changed?.after?.name } });
    expect(await refusalOf(edits().undo(id, back.version))).toMatchObject([{ code: 'memberNothingToUndo' }]);
    expect(await edits().history(id)).toMatchObject([
      { undoes: changed?.id, after: { name: 'Вера' } },
      { before: { name: 'Вера' }, user: '' },
    ]);
  });

  test('what is moved counts there from its day on; what it would change is shown first', async () => {
    const [opt, boris] = [await member('Опт'), await member('Борис')];
    const state = await application.dataState();
    const moved = {
      ...({ about: 'member', kind: 'team', from: '2026-11-01' } as const),
      ...{ ids: [boris.id], member: opt.id },
    };
    const effect = await edits().preview(moved);
    expect(effect.map((one) => [one.month, one.kind, one.member.name, one.before, one.after]).sort()).toEqual(
      [
        ['2026-11', 'team', 'Опт', 1, 2],
        ['2026-11', 'team', 'Розница', 1, 0],
      ],
    );
    expect([await application.dataState(), await by('team', '2026-11')]).toMatchObject([
      state,
      { Опт: 1, Розница: 1 },
    ]);
    await application.assign(moved, unseen);
    expect(await by('team', '2026-11')).toMatchObject({ Опт: 2 });
    expect(await member('Борис', '2026-10-31')).toMatchObject({
      above: { team: (await member('Розница')).id },
    });
    expect(await member('Борис', '2026-11-01')).toMatchObject({ above: { team: opt.id } });
    expect((await edits().history(boris.id))[0]).toMatchObject({
      ...{ after: null, user: null, moved: { kind: 'team', to: { name: 'Опт' }, from: '2026-11-01' } },
    });
  });

  test('it is retired once nobody is below it and no customer is its own; then nobody is offered it', async () => {
    const boris = await member('Борис');
    expect(
      await refusalOf(edits().change(boris.id, { version: boris.version, retired: '2026-11-15' })),
    ).toMatchObject([{ code: 'memberInCharge', params: { day: '2026-11-15', below: 0, clients: 1 } }]);
    const opt = await member('Опт');
    expect(
      await refusalOf(edits().change(opt.id, { version: opt.version, retired: '2026-11-15' })),
    ).toMatchObject([{ code: 'memberInCharge', params: { below: 2 } }]);
    const anna = await member('Анна Белова');
    const counts = async () =>
      Object.fromEntries(
        (await edits().clients('2026-11-15')).map(({ member: id, clients }) => [id, clients]),
      );
    expect(await counts()).toMatchObject({ [boris.id]: 1, [anna.id]: 1 });
    const october = await by('rep', '2026-10');
    await application.handOver.make({ from: boris.id, since: '2026-11-15', to: [{ rep: anna.id }] });
    expect((await counts())[boris.id]).toBeUndefined();
    const retired = await retire('Борис', '2026-11-15');
    expect(retired).toMatchObject({ retired: '2026-11-15', was: { retired: null } });
    expect(await member('Борис', '2026-10-31')).toMatchObject({ retired: '2026-11-15' });
    expect(await by('rep', '2026-10')).toEqual(october);
    const late = { about: 'client', kind: 'rep', member: boris.id, ids: [1], from: '2026-11-16' } as const;
    for (const refused of [
      () => application.assign(late, unseen),
      () => application.handOver.make({ from: anna.id, since: '2026-11-16', to: [{ rep: boris.id }] }),
    ])
      expect(await refusalOf(refused())).toMatchObject([
        { code: 'assignmentMemberRetired', params: { retired: '2026-11-15' } },
      ]);
    expect(await retire('Борис', null)).toMatchObject({ retired: null });
    expect((await edits().undo(boris.id, (await member('Борис')).version)).retired).toBe('2026-11-15');
  });

  test('only whoever defines the whole company changes it; others see the clients of their part', async () => {
    const { id } = await member('Анна Белова');
    const his = application.as({
      ...folderHolder,
      ...{ role: 'supervisor', scope: { nodes: [{ dimension: 'rep', member: id }] } },
    });
    expect((await his.organisationEdits.clients('2026-11-15')).map((one) => one.member)).toEqual([id]);
    const director = application.as({
      ...folderHolder,
      role: 'director',
      scope: { nodes: [{ dimension: 'rep', member: id }] },
    });
    for (const [whose, code] of [
      [his, 'notAllowed'],
      [director, 'onlyOfWhole'],
    ] as const)
      expect(await refusalOf(whose.organisationEdits.add({ kind: 'team', name: 'Чужая' }))).toMatchObject([
        { code },
      ]);
    const { entries } = await application.audit({
      action: 'memberChanged',
      subject: { kind: 'member', id: String(id) },
      limit: 1,
    });
    expect(entries).toMatchObject([
      {
        ...{ changes: {}, details: { kind: 'rep' } },
        personal: { changes: { name: { before: 'Анна', after: 'Анна Белова' } } },
      },
    ]);
  });

  test('by command it is shown as a tree, added to, renamed, moved, retired and brought back', async () => {
    const akbSays = async (...line: string[]) => {
      const { code, stdout, stderr } = await runAkb(['organisation', ...line], {
        application: { ...application, close: async () => undefined },
      });
      return { code, said: `${stdout}${stderr}` };
    };
    expect(await akbSays('add', 'Юг', '--kind', 'team', '--under', 'казань')).toMatchObject({ code: 0 });
    await akbSays('add', 'Ева Лис', '--kind', 'rep', '--under', 'Юг', '--since', '2026-11-01');
    await akbSays('rename', 'Юг', 'Юг и Восток');
    await akbSays('move', 'Ева Лис', 'Опт', '--since', '2026-11-10');
    await akbSays('retire', 'юг и восток', '--since', '2026-11-10');
    const { said } = await akbSays('--csv');
    expect(said).toMatch(/Юг и Восток;Команда;;\S*2026/);
    const { members: before } = await application.organisation('2026-11-09');
    const team = await member('Юг и Восток');
    expect(before.find(({ name }) => name === 'Ева Лис')?.above.team).toBe(team.id);
    expect((await member('Ева Лис')).above.team).toBe((await member('Опт')).id);
    await akbSays('restore', 'Юг и Восток');
    expect((await member('Юг и Восток')).retired).toBeNull();
    expect((await akbSays('rename', 'Нет такого', 'Есть')).code).toBe(1);
    expect((await akbSays('rename', 'Глеб', 'Глеб Орлов')).code).toBe(2);
  });
});
