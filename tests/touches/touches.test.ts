import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '../../src/domain/access.ts';
import { timelineKinds } from '../../src/domain/entry.ts';
import type { CountUnit } from '../../src/domain/units.ts';
import type { Application } from '../../src/facade.ts';
import { newUserOf } from '../access/desk.ts';
import { isLongRun } from '../budget.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  refusalOf,
  type TestApplication,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';

const shipments = `Дата;Номер документа;Вид документа;Код контрагента;Контрагент;Холдинг;Торговая точка;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;Реализация;К-1;Ромашка;;;Молоко;1;100;Анна
02.10.2026;РН-2;Реализация;К-1;Ромашка;;;Молоко;1;150;Анна
05.10.2026;ВЗ-1;Возврат;К-1;Ромашка;;;Молоко;-1;-50;Анна
03.10.2026;РН-3;Реализация;К-2;Лютик;Сеть «Луг»;На Ленина;Сыр;1;200;Борис
04.10.2026;РН-4;Реализация;К-2;Лютик;Сеть «Луг»;На Мира;Сыр;1;300;Борис
04.10.2026;РН-5;Реализация;К-3;Клевер;Сеть «Луг»;;Сыр;1;70;Борис
`;
const cards = `Код;Наименование;Холдинг;ИНН;Телефон;ЛПР;Основной менеджер
К-1;Ромашка;;0001000010;+7 999 123-45-67;Ольга Иванова;Анна
К-2;Лютик;Сеть «Луг»;0001000028;;;Борис
К-3;Клевер;Сеть «Луг»;;;;Борис
`;
/** Another book knows another person of the same customer. */
const otherCards = `Код;Наименование;ИНН;ЛПР
77;Ромашка ООО;0001000010;Пётр Ильин
`;
const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('what happened with customers (%s)', (_, open) => {
  let akb: TestApplication;
  let owner: Application;
  let anna: Application;
  let boris: Application;
  const ids = new Map<string, number>();
  const id = (name: string): number => ids.get(name) ?? 0;

  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-01');
    akb = (await open()) as TestApplication;
    owner = akb.application;
    await akb.load({ 'shipments.csv': shipments, 'cards.csv': cards });
    for (const unit of ['client', 'legalEntity', 'deliveryPoint'] as const)
      for (const { name, id: one } of await list(unit)) ids.set(name, ids.get(name) ?? one);
    const { members } = await owner.organisation('2026-10-31');
    await owner.access.addUser(ownerOf, newUserOf('first', 'owner'));
    const rep = async (name: string, login: string): Promise<Application> => {
      const member = members.find((one) => one.name === name)?.id ?? 0;
      const scope = { nodes: [{ dimension: 'rep', member } as const] };
      const user = await owner.access.addUser(ownerOf, newUserOf(login, 'rep', { scope }));
      return owner.as({ user: user.id, role: 'rep', scope, hidden: [] });
    };
    anna = await rep('Анна', 'anna');
    boris = await rep('Борис', 'boris');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });
  const ownerOf: Viewer = { user: null, role: 'owner', scope: { nodes: null }, hidden: [] };
  async function list(unit: CountUnit) {
    const set = { kind: 'state', state: 'registered', period: '2026' } as const;
    const page = { period: periodOf('2026'), limit: 100 } as const;
    return (await owner.setPage({ language: 1, unit, method: { id: 'main' }, set }, page)).rows;
  }
  async function whole(of: Application, unit: CountUnit, unitId: number, limit: number) {
    const rows = [];
    let cursor: string | undefined;
    do {
      const page = await of.timeline.page(unit, unitId, { limit, ...(cursor !== undefined && { cursor }) });
      rows.push(...page.rows);
      cursor = page.next;
    } while (cursor !== undefined);
    return rows;
  }

  test('a timeline shows what was written down, shipments, returns, edits and owners, newest first', async () => {
    await anna.timeline.add({
      unit: 'client',
      id: id('Ромашка'),
      kind: 'call',
      text: 'Договорились о скидке',
    });
    await anna.timeline.add({
      ...{ unit: 'client', id: id('Ромашка'), kind: 'visit', text: 'Выкладка проверена' },
      ...{ day: '2026-10-02', time: '14:30', outcome: 'заказ на вторник' },
    });
    const { version } = await owner.customerCard('client', id('Ромашка'));
    await owner.editCustomer('client', id('Ромашка'), { version, note: 'важный' });
    const rows = await whole(anna, 'client', id('Ромашка'), 50);
    const seen = rows.map(({ kind, day, time }) => [kind, day, time].filter(Boolean).join(' '));
    expect(seen.filter((one) => !one.startsWith('edit') && !one.startsWith('owner'))).toEqual([
      'call 2026-11-01',
      'return 2026-10-05',
      'visit 2026-10-02 14:30',
      'shipment 2026-10-02',
      'shipment 2026-09-02',
    ]);
    expect(rows.find(({ kind }) => kind === 'edit')?.changes).toEqual([
      { field: 'note', before: null, after: 'важный', since: '2026-11-01' },
    ]);
    expect(rows.find(({ kind }) => kind === 'owner')?.owner).toEqual({ dimension: 'rep', name: 'Анна' });
    expect(rows.find(({ kind }) => kind === 'visit')).toMatchObject({
      ...{ who: 'Имя anna', whose: { name: 'Ромашка' }, entry: { outcome: 'заказ на вторник' } },
    });
    expect(rows.find(({ kind }) => kind === 'return')?.shipment).toMatchObject({
      ...{ number: 'ВЗ-1', sales: '-50.00' },
    });
  });

  test('terms stand on it from the day on which they hold, with what held before', async () => {
    const agree = async (since: string, deferralDays: string) => {
      const { version } = await owner.terms.of('client', id('Ромашка'));
      await owner.terms.change('client', id('Ромашка'), {
        version,
        since,
        terms: { deferralDays },
        reason: 'письмо',
      });
    };
    await agree('2026-09-10', '14');
    await agree('2026-10-04', '30');
    const { rows } = await anna.timeline.page('client', id('Ромашка'), { kinds: ['terms'], limit: 5 });
    expect(rows.map(({ day, text, changes }) => [day, text, changes])).toEqual([
      ['2026-10-04', 'письмо', [{ field: 'deferralDays', before: '14', after: '30' }]],
      ['2026-09-10', 'письмо', [{ field: 'deferralDays', before: null, after: '14' }]],
    ]);
  });

  test('pages of any size give everything once, and only the kinds asked for', async () => {
    const all = await whole(owner, 'client', id('Ромашка'), 50);
    for (const limit of [1, 2, 3]) expect(await whole(owner, 'client', id('Ромашка'), limit)).toEqual(all);
    for (const kind of timelineKinds) {
      const { rows } = await owner.timeline.page('client', id('Ромашка'), { kinds: [kind], limit: 50 });
      expect(rows).toEqual(all.filter((row) => row.kind === kind));
    }
    const next = 'eyJub25lIjp0cnVlfQ';
    expect(
      await refusalOf(owner.timeline.page('client', id('Ромашка'), { limit: 2, cursor: next })),
    ).toMatchObject([{ code: 'listCursorUnreadable' }]);
  });

  test('a family shows what was entered on any of its units', async () => {
    const point = [...ids].find(([name]) => name.includes('На Ленина'))?.[1] ?? 0;
    await boris.timeline.add({
      unit: 'deliveryPoint',
      id: point,
      kind: 'complaint',
      text: 'Холодильник сломан',
    });
    await boris.timeline.add({ unit: 'legalEntity', id: id('Клевер'), kind: 'note', text: 'Новый договор' });
    await boris.timeline.add({ unit: 'client', id: id('Сеть «Луг»'), kind: 'wish', text: 'Просят отсрочку' });
    for (const [unit, one] of [
      ['client', id('Сеть «Луг»')],
      ['legalEntity', id('Клевер')],
      ['deliveryPoint', point],
    ] as const) {
      const { rows } = await boris.timeline.page(unit, one, {
        kinds: ['complaint', 'note', 'wish'],
        limit: 50,
      });
      expect(rows.map(({ text, whose }) => [text, whose?.unit])).toEqual([
        ['Просят отсрочку', 'client'],
        ['Новый договор', 'legalEntity'],
        ['Холодильник сломан', 'deliveryPoint'],
      ]);
    }
  });

  test('is seen, written and found by whoever may be told of the customer only', async () => {
    const romashka = id('Ромашка');
    const mine = await anna.timeline.add({
      unit: 'client',
      id: romashka,
      kind: 'note',
      text: 'Секретная заметка',
    });
    const unknown = [{ code: 'customerUnknown' }];
    expect(await refusalOf(boris.timeline.page('client', romashka, { limit: 5 }))).toMatchObject(unknown);
    expect(
      await refusalOf(boris.timeline.add({ unit: 'client', id: romashka, kind: 'call', text: 'чужой' })),
    ).toMatchObject(unknown);
    for (const asked of [
      () => boris.timeline.entry(mine.id),
      () => boris.timeline.change(mine.id, { version: 1, text: 'моё' }),
      () => boris.timeline.remove(mine.id),
    ])
      expect(await refusalOf(asked())).toMatchObject([{ code: 'entryUnknown' }]);
    const texts = async (of: Application) =>
      (await of.search.find('секретные')).entries.map(({ text }) => text);
    expect([await texts(owner), await texts(anna), await texts(boris)]).toEqual([
      ['Секретная заметка'],
      ['Секретная заметка'],
      [],
    ]);
    expect((await boris.search.find('Ромашка')).customers).toEqual([]);
    expect((await anna.search.find('ромашки')).customers.map(({ name }) => name)).toEqual(['Ромашка']);
    expect(await boris.search.whom('К-1')).toEqual([]);
    const marketer = owner.as({ ...ownerOf, role: 'marketer', hidden: ['contacts'] });
    expect((await marketer.search.find('9991234567')).customers).toEqual([]);
    expect((await owner.search.find('8 999 123-45-67')).customers).toHaveLength(1);
  });

  test('an entry is changed by its author or by whoever edits customers, never over somebody else’s change', async () => {
    const entry = await owner.timeline.add({
      ...{ unit: 'client', id: id('Ромашка'), kind: 'task', text: 'Отправить прайс', due: '2026-11-10' },
    });
    expect(await refusalOf(anna.timeline.change(entry.id, { version: 1, done: true }))).toMatchObject([
      { code: 'entryOfAnother' },
    ]);
    const done = await owner.timeline.change(entry.id, { version: 1, done: true, text: 'Прайс отправлен' });
    expect(done).toMatchObject({ version: 2, done: true, due: '2026-11-10', changeable: true });
    expect(await refusalOf(owner.timeline.change(entry.id, { version: 1, text: 'x' }))).toMatchObject([
      { code: 'entryStale', params: { now: 'Прайс отправлен' } },
    ]);
    await owner.timeline.remove(entry.id);
    expect(await refusalOf(owner.timeline.entry(entry.id))).toMatchObject([{ code: 'entryUnknown' }]);
    expect((await owner.search.find('прайсы')).entries).toEqual([]);
    expect((await owner.timeline.restore(entry.id)).text).toBe('Прайс отправлен');
    expect((await owner.search.find('прайсы')).entries).toHaveLength(1);
    for (const [text, day, code] of [
      ['  ', '2026-11-01', 'entryEmpty'],
      ['Позвонить', '2026-11-30', 'entryDayWrong'],
      ['х'.repeat(10_001), '2026-11-01', 'entryTooLong'],
    ] as const)
      expect(
        await refusalOf(owner.timeline.add({ unit: 'client', id: id('Ромашка'), kind: 'call', text, day })),
      ).toMatchObject([{ code }]);
  });

  test('rows of a file are loaded or rejected, each with its reason, and once only', async () => {
    const row = (number: number, customer: string, changes = {}) => ({
      ...{ row: number, day: '12.10.2026 09:05', customer, kind: 'Звонок', text: `строка ${number}` },
      ...{ author: 'Зоя', ...changes },
    });
    const rows = [
      row(2, 'К-1'),
      row(3, '0001000028', { day: '2026-10-13', kind: 'complaint', author: 'boris' }),
      row(4, 'клевер', { kind: '' }),
      row(5, 'Никто'),
      row(6, 'к', { text: 'кто из них' }),
      row(7, 'К-1', { day: '32.10.2026' }),
      row(8, 'К-1', { kind: 'гадание' }),
      row(9, 'К-1', { text: ' ' }),
      row(10, 'К-1', { text: 'строка 2' }),
    ];
    const codes = ({ rejected }: Awaited<ReturnType<Application['timeline']['load']>>) =>
      rejected.map(({ row: number, problem }) => [number, problem.code]);
    const first = await owner.timeline.load(rows);
    expect(first.loaded).toBe(3);
    expect(codes(first)).toEqual([
      [5, 'touchOfNobody'],
      [6, 'touchOfSeveral'],
      [7, 'entryDayWrong'],
      [8, 'touchKindUnknown'],
      [9, 'entryEmpty'],
      [10, 'touchRepeated'],
    ]);
    expect((await owner.timeline.load(rows)).loaded).toBe(0);
    const { entries } = await owner.search.find('строк');
    expect(entries.map(({ name, kind, time, author }) => [name, kind, time, author])).toEqual([
      ['Лютик', 'complaint', null, 'Имя boris'],
      ['Клевер', 'note', '09:05', 'Зоя'],
      ['Ромашка', 'call', '09:05', 'Зоя'],
    ]);
    const his = await boris.timeline.load([row(2, 'К-1', { author: '' }), row(3, 'К-2', { author: 'anna' })]);
    expect(codes(his)).toEqual([
      [2, 'touchOfNobody'],
      [3, 'touchOfAnother'],
    ]);
  });

  const origin = { source: 'визитка', basis: 'договор', purpose: 'поставка', on: '2026-10-20' };

  test('a contact has roles, phones as they are dialled, and says where his data are from', async () => {
    const olga = await anna.contacts.add({
      ...{ unit: 'client', id: id('Ромашка'), name: 'Ольга Петровна', role: 'buyer', origin },
      ...{ phones: ['8 (912) 345-67-89', 'доб. 12'], emails: ['Olga@Romashka.example'], birthday: '--03-08' },
      ...{ position: 'старший закупщик', channel: 'messenger', messenger: '@olga' },
    });
    expect(olga).toMatchObject({
      phones: [{ raw: '8 (912) 345-67-89', e164: '+79123456789' }, { e164: null }],
      ...{ emails: ['olga@romashka.example'], special: null, origin },
    });
    const wrong: [object, string][] = [
      [{ name: ' ' }, 'contactWithoutName'],
      [{ origin: { ...origin, basis: '' } }, 'contactWithoutOrigin'],
      [{ emails: ['ольга собака'] }, 'contactEmailWrong'],
      [{ birthday: '1980-13-01' }, 'contactBirthdayWrong'],
      [{ note: 'болеет диабетом' }, 'specialCategory'],
      [{ special: { hobbies: 'рыбалка' } }, 'specialOff'],
    ];
    for (const [changes, code] of wrong)
      expect(
        await refusalOf(
          anna.contacts.add({ unit: 'client', id: id('Ромашка'), name: 'Иван', origin, ...changes }),
        ),
      ).toMatchObject([{ code }]);
    const { id: one } = olga;
    expect(await refusalOf(anna.contacts.change(one, { version: 1, name: 'Оля' }))).toMatchObject([
      { code: 'contactWithoutOrigin' },
    ]);
    expect(await anna.contacts.change(one, { version: 1, role: 'influencer' })).toMatchObject({ version: 2 });
    expect(await refusalOf(owner.contacts.change(one, { version: 1, name: 'Оля', origin }))).toMatchObject([
      { code: 'contactStale' },
    ]);
    await anna.contacts.remove(one);
    expect((await anna.search.find('закупщика')).contacts).toEqual([]);
    await anna.contacts.restore(one);
    expect((await anna.search.find('закупщика')).contacts).toMatchObject([{ person: 'Ольга Петровна' }]);
    expect((await anna.search.find('912 345-67-89')).contacts).toHaveLength(1);
  });

  test('contacts are seen by whoever may be told of the customer, and hidden ones by nobody', async () => {
    expect((await anna.contacts.of('client', id('Ромашка'))).contacts).toMatchObject([
      { name: 'Ольга Петровна', role: 'influencer' },
    ]);
    expect((await boris.search.find('Ольга')).contacts).toEqual([]);
    expect(await refusalOf(boris.contacts.of('client', id('Ромашка')))).toMatchObject([
      { code: 'customerUnknown' },
    ]);
    const marketer = owner.as({ ...ownerOf, role: 'marketer', hidden: ['contacts'] });
    expect((await marketer.search.find('Ольга')).contacts).toBeNull();
    for (const asked of [
      () => marketer.contacts.of('client', id('Ромашка')),
      () => marketer.contacts.contact(1),
    ])
      expect(await refusalOf(asked())).toMatchObject([{ code: 'contactsHidden' }]);
  });

  test('what a file says of persons stands beside, and is taken over in one call', async () => {
    const { imported } = await anna.contacts.of('client', id('Ромашка'));
    expect(imported).toMatchObject([{ from: 'decisionMaker', name: 'Ольга Иванова', role: 'decisionMaker' }]);
    const own = await anna.contacts.takeOver('client', id('Ромашка'), 'decisionMaker', origin);
    expect(own).toMatchObject({ name: 'Ольга Иванова', role: 'decisionMaker', takenFrom: 'decisionMaker' });
    expect(
      await refusalOf(anna.contacts.takeOver('client', id('Ромашка'), 'influencer', origin)),
    ).toMatchObject([{ code: 'importedContactUnknown' }]);
    expect((await anna.contacts.of('client', id('Ромашка'))).contacts.map(({ name }) => name)).toEqual([
      'Ольга Иванова',
      'Ольга Петровна',
    ]);
  });

  test('of several persons of files it has to be said which one is taken over', async () => {
    const { importId } = await akb.load({ 'other.csv': otherCards }, { source: 'Другая база' });
    const take = (name?: string) =>
      anna.contacts.takeOver('client', id('Ромашка'), 'decisionMaker', origin, name);
    expect(await refusalOf(take())).toMatchObject([{ code: 'importedContactsSeveral' }]);
    expect(await refusalOf(take('Никто'))).toMatchObject([{ code: 'importedContactUnknown' }]);
    const taken = await take('Пётр Ильин');
    expect(taken).toMatchObject({ name: 'Пётр Ильин', takenFrom: 'decisionMaker' });
    await anna.contacts.remove(taken.id);
    await akb.undo(importId);
  });

  test('special information is kept for a purpose only, seen by right only, and erased with its purpose', async () => {
    await owner.contacts.setSpecial('поздравления с праздниками');
    const [first] = (await owner.contacts.of('client', id('Ромашка'))).contacts;
    const special = { hobbies: 'рыбалка', children: 'сын' };
    const change = { version: first?.version ?? 0, special, origin };
    expect(await refusalOf(anna.contacts.change(first?.id ?? 0, change))).toMatchObject([
      { code: 'notAllowed' },
    ]);
    expect((await owner.contacts.change(first?.id ?? 0, change)).special).toEqual({ family: '', ...special });
    expect((await anna.contacts.contact(first?.id ?? 0)).special).toBeNull();
    expect((await owner.search.find('рыбалка')).contacts).toEqual([]);
    await owner.contacts.setSpecial(null);
    await owner.contacts.setSpecial('поздравления');
    expect((await owner.contacts.contact(first?.id ?? 0)).special).toEqual({
      family: '',
      hobbies: '',
      children: '',
    });
  });

  test('what was recorded of persons lies open in no event of the trail', async () => {
    const { entries } = await owner.audit({ limit: 200 });
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ['touchRecorded', 'touchChanged', 'touchesLoaded', 'contactSaved', 'contactRemoved'])
      expect(actions).toContain(action);
    const open = JSON.stringify(entries.map(({ personal: _, ...entry }) => entry));
    for (const secret of ['Ольга', 'рыбалка', 'Секретная', '345-67']) expect(open).not.toContain(secret);
    const saved = entries.findLast(({ action, outcome }) => action === 'contactSaved' && outcome === 'done');
    expect(saved?.personal).toMatchObject({ state: 'shown', changes: { name: { after: 'Ольга Петровна' } } });
  });

  describe('by command', () => {
    const run = async (...words: string[]) => {
      const application = { ...owner, close: async () => undefined };
      const { code, stdout, stderr } = await runAkb(['--data', akb.dataDir, ...words], { application });
      return { code, stdout: seen(stdout), stderr: seen(stderr) };
    };
    test('a touch is written down, shown and found', async () => {
      const written = await run(
        'touch',
        'К-3',
        '--kind',
        'call',
        '--text',
        'Уточнили накладные',
        '--time',
        '09:15',
      );
      expect([written.code, written.stderr]).toEqual([0, expect.stringContaining('Записано: ')]);
      const shown = await run('timeline', '0001000028', '--kind', 'call');
      expect(shown.stdout).toMatch(/2026-11-01 09:15 +Звонок +Уточнили накладные/);
      const found = await run('search', 'накладной', 'уточн');
      expect(found.stdout).toMatch(/Звонок +Клевер +Уточнили накладные/);
      const { stdout } = await run('contacts', 'К-1');
      expect(stdout).toMatch(/Ольга Иванова +ЛПР/);
      expect(stdout).toContain('из файла');
    });

    test('of several customers it asks which, and says so where it cannot', async () => {
      const { code, stderr } = await run('touch', 'к', '--text', 'кому');
      expect([code, stderr]).toEqual([2, expect.stringContaining('подходит нескольким клиентам')]);
      expect((await run('timeline', 'Никто')).stderr).toContain('Клиента «Никто» нет');
      expect((await run('touch', 'К-1', '--text', 'x', '--day', 'вчера')).code).toBe(1);
    });

    test('rows of a file are counted, loaded or rejected', async () => {
      const rows =
        'Дата;Клиент;Вид;Текст;Автор\n05.10.2026;К-2;визит;Осмотрели полку;\n05.10.2026;К-9;визит;Мимо;\n';
      const [file = '', wrong = ''] = await akb.write({ 'touches.csv': rows, 'other.csv': 'А;Б\n1;2\n' });
      const loaded = await run('touch', '--file', file);
      expect(loaded.stderr).toContain('строка 3: Клиента «К-9» нет');
      expect(loaded.stderr).toContain('Загружено строк: 1, отклонено: 1.');
      const { code, stderr } = await run('touch', '--file', wrong);
      expect([code, stderr]).toEqual([1, expect.stringContaining('нет столбцов: дата, клиент, текст')]);
    });

    test('what is written carries its basis and purpose, else the usual ones, else it is a counted gap', async () => {
      const gap = async () => {
        const checks = await owner.doctor();
        return checks.find(({ check }) => check === 'handGrounds')?.problem?.params;
      };
      const edit = async (note: string, grounds?: { readonly basis?: string; readonly purpose?: string }) => {
        const { version } = await owner.customerCard('legalEntity', id('Клевер'));
        await owner.editCustomer('legalEntity', id('Клевер'), { version, note, ...(grounds && { grounds }) });
      };
      await edit('без основания');
      const before = await gap();
      expect(before).toMatchObject({ count: before?.total });
      await owner.privacy.setUsual({ basis: 'договор', purpose: ' ' });
      await edit('с основанием', { basis: 'согласие', purpose: 'поставка' });
      await edit('с обычным', { purpose: 'доставка' });
      await run('touch', 'К-3', '--text', 'Ждут звонка', '--purpose', 'заказы');
      expect(await gap()).toEqual({ count: before?.count, total: Number(before?.total) + 3 });
      const origins = await owner.privacy.origins('legalEntity', id('Клевер'));
      const said = origins
        .filter(({ kind }) => kind === 'edit')
        .map(({ basis, purpose }) => [basis, purpose]);
      expect(said.slice(0, 3)).toEqual([
        ['договор', 'доставка'],
        ['согласие', 'поставка'],
        [null, null],
      ]);
      expect(origins).toContainEqual(
        expect.objectContaining({ kind: 'entry', basis: 'договор', purpose: 'заказы' }),
      );
      expect(origins.some(({ kind, source }) => kind === 'import' && source !== '')).toBe(true);
      // A contact takes what is usual too.
      await owner.privacy.setUsual({ basis: 'договор', purpose: 'поставка' });
      const added = await owner.contacts.add({
        ...{ unit: 'client', id: id('Клевер'), name: 'Пётр' },
        origin: { source: 'звонок', basis: '', purpose: '', on: '2026-10-20' },
      });
      expect(added.origin).toMatchObject({ basis: 'договор', purpose: 'поставка' });
    });
  });
});
