import { beforeAll, expect, test } from 'vitest';
import { folderHolder, type Role, type Viewer } from '../../src/domain/access.ts';
import { longestState, type ViewDocument, viewDocument } from '../../src/domain/saved-view.ts';
import type { Records } from '../../src/stores/records/records.ts';
import { addView, changeView, removeView, savedViews } from '../../src/use-cases/views/views.ts';
import { newUserOf, openDesk } from '../access/desk.ts';
import { refusalOf } from '../harness/application.ts';
import { describeOnBothRecords } from '../harness/both-records.ts';

const view = (name: string, changes: Partial<ViewDocument> = {}): ViewDocument =>
  viewDocument.parse({ name, screen: 'customers', state: { sort: 'sales', columns: ['city'] }, ...changes });

describeOnBothRecords('saved views', (open) => {
  let records: Records;
  let owner: Viewer;
  let boris: Viewer;
  let vera: Viewer;
  const names = async (reader: Viewer) => (await savedViews(records, reader)).map(({ name }) => name);
  beforeAll(async () => {
    records = await open();
    const desk = await openDesk(records);
    const viewerOf = async (login: string, role: Role): Promise<Viewer> => {
      const { id } = await desk.access.addUser(folderHolder, newUserOf(login, role));
      return { user: id, role, scope: { nodes: null }, hidden: [] };
    };
    owner = { user: desk.owner.id, role: 'owner', scope: { nodes: null }, hidden: [] };
    boris = await viewerOf('boris', 'rep');
    vera = await viewerOf('vera', 'analyst');
  });

  test('are one’s own, or shared with one’s role', async () => {
    await addView(records, boris, view('Мои клиенты'));
    const shared = await addView(records, vera, view('База по АКБ', { roles: ['rep'] }));
    expect(shared).toMatchObject({
      own: true,
      changeable: true,
      owner: 'Имя vera',
      state: { sort: 'sales' },
    });
    expect([await names(boris), await names(vera), await names(owner)]).toEqual([
      ['База по АКБ', 'Мои клиенты'],
      ['База по АКБ'],
      [],
    ]);
    expect((await savedViews(records, boris))[0]).toMatchObject({ own: false, changeable: false });
  });

  test('are changed and removed by their owner, or by whoever manages users', async () => {
    const { id } = await addView(records, vera, view('Потерянные', { roles: ['rep', 'director'] }));
    expect(await refusalOf(changeView(records, boris, id, { name: 'Моё' }))).toMatchObject([
      { code: 'viewOfAnother' },
    ]);
    const hidden = await addView(records, vera, view('Черновик'));
    expect(await refusalOf(removeView(records, boris, hidden.id))).toMatchObject([{ code: 'viewUnknown' }]);
    const changed = await changeView(records, vera, id, { name: 'Ушедшие', state: { page: 2 }, roles: [] });
    expect(changed).toMatchObject({ name: 'Ушедшие', state: { page: 2 }, roles: [] });
    expect(await names(boris)).not.toContain('Ушедшие');
    await changeView(records, owner, id, { roles: ['owner'] });
    expect(await names(owner)).toEqual(['Ушедшие']);
    expect(await changeView(records, owner, id, {})).toMatchObject({ owner: 'Имя vera', name: 'Ушедшие' });
    await removeView(records, owner, id);
    await removeView(records, vera, hidden.id);
    expect(await refusalOf(removeView(records, vera, id))).toMatchObject([{ code: 'viewUnknown' }]);
  });

  test('have one name each on a screen', async () => {
    await addView(records, vera, view('Новые'));
    expect(await refusalOf(addView(records, vera, view(' новые ')))).toMatchObject([{ code: 'nameTaken' }]);
    expect((await addView(records, vera, view('Новые', { screen: 'explorer' }))).screen).toBe('explorer');
    expect((await addView(records, boris, view('Новые'))).own).toBe(true);
    const { id } = await addView(records, vera, view('Старые'));
    expect(await refusalOf(changeView(records, vera, id, { name: 'Новые' }))).toMatchObject([
      { code: 'nameTaken' },
    ]);
  });

  test('are no place for more than an address', () => {
    expect(
      viewDocument.safeParse({ ...view('Ок'), state: { s: 'х'.repeat(longestState - 8) } }).success,
    ).toBe(true);
    expect(
      viewDocument.safeParse({ ...view('Ок'), state: { s: 'х'.repeat(longestState - 7) } }).success,
    ).toBe(false);
    expect(viewDocument.safeParse({ ...view('Ок'), screen: '../../etc' }).success).toBe(false);
    expect(viewDocument.safeParse({ ...view('Ок'), name: '   ' }).success).toBe(false);
  });
});
