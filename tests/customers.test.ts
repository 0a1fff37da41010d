import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Viewer } from '../src/domain/access.ts';
import type { CustomerEdit } from '../src/domain/customer-edit.ts';
import type { Dimension } from '../src/domain/dimensions.ts';
import { drillOf, figureQuery } from '../src/domain/figure-query.ts';
import type { CountUnit } from '../src/domain/units.ts';
import type { Application } from '../src/facade.ts';
import { isLongRun } from './budget.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  refusalOf,
  type TestApplication,
} from './harness/application.ts';
import { offeredPostgres } from './harness/both-records.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Торговая точка;Номенклатура;Товарная группа;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;;;Молоко;Молочное;1;100;Анна
02.10.2026;РН-2;К-1;Ромашка;;;Молоко;Молочное;1;150;Анна
03.10.2026;РН-3;К-2;Лютик;Сеть «Луг»;На Ленина;Сыр;Сыры;1;200;Борис
04.10.2026;РН-4;К-2;Лютик;Сеть «Луг»;На Мира;Сыр;Сыры;1;300;Борис
04.10.2026;РН-5;К-3;Клевер;Сеть «Луг»;;Сыр;Сыры;1;70;Борис
`;
const cards = (
  type: string,
) => `Код;Наименование;Холдинг;ИНН;Тип клиента;Город;Телефон;Комментарий;Основной менеджер
К-1;Ромашка;;0001000010;${type};Ижевск;+7 999 123-45-67;звонить утром;Анна
К-2;Лютик;Сеть «Луг»;0001000028;Розница;Слободской;;;Борис
К-3;Клевер;Сеть «Луг»;;Розница;Яранск;;;Борис
`;

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('customers one by one (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  let romashka = 0;
  let lyutik = 0;
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-01');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments, 'cards.csv': cards('HoReCa') });
    romashka = await idOf('client', 'Ромашка');
    lyutik = await idOf('legalEntity', 'Лютик');
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });
  beforeEach(() => {
    vi.stubEnv('AKB_TODAY', '2026-11-22');
  });

  async function list(unit: CountUnit, question: { search?: string } = {}) {
    const set = { kind: 'state', state: 'registered', period: '2026' } as const;
    const page = { period: periodOf('2026'), limit: 100, sort: 'name', ...question } as const;
    return await application.setPage({ language: 1, unit, method: { id: 'main' }, set }, page);
  }
  const idOf = async (unit: CountUnit, name: string): Promise<number> =>
    (await list(unit)).rows.find((row) => row.name === name)?.id ?? 0;
  const names = async (search?: string): Promise<string[]> =>
    (await list('client', search === undefined ? {} : { search })).rows.map(({ name }) => name);
  /** Sales of October by a dimension. */
  async function salesBy(
    dimension: Dimension,
    { period = '2026-10', attributes = 'today' } = {},
  ): Promise<Record<string, unknown>> {
    const query = figureQuery.parse({
      ...{ metrics: ['sales'], rows: [dimension], period, unit: 'client', attributes },
      methods: [{ id: 'main' }],
    });
    const { cells } = await application.table(query);
    return Object.fromEntries(
      cells.flatMap(({ rows, figures }) => (rows[0] === undefined ? [] : [[rows[0], figures.sales]])),
    );
  }
  async function edit(unit: CountUnit, id: number, change: Omit<CustomerEdit, 'version'>) {
    const { version } = await application.customerCard(unit, id);
    return await application.editCustomer(unit, id, { version, ...change });
  }
  const viewer: Viewer = { user: null, role: 'owner', scope: { nodes: null }, hidden: [] };
  async function boris(): Promise<Application> {
    const { members } = await application.organisation('2026-10-31');
    const member = members.find(({ name }) => name === 'Борис')?.id ?? 0;
    return application.as({
      ...viewer,
      role: 'supervisor',
      scope: { nodes: [{ dimension: 'rep', member }] },
    });
  }

  test('have a card', async () => {
    const card = await application.customerCard('client', romashka);
    expect(card).toMatchObject({
      ...{ unit: 'client', id: romashka, version: 0, name: 'Ромашка', code: 'К-1', inn: '0001000010' },
      ...{ clientType: 'HoReCa', city: 'Ижевск', region: 'Удмуртская Республика', note: 'звонить утром' },
      ...{ contacts: { phones: ['+79991234567'] }, responsible: { rep: { name: 'Анна' }, branch: null } },
      ...{ firstPurchase: '2026-09-02', lastPurchase: '2026-10-02', sales: '250.00', documents: 2 },
      ...{ firstSeen: '2026-11-01', edits: [], imported: {} },
      family: { client: { name: 'Ромашка' }, legalEntities: [{ deliveryPoints: [{ implicit: true }] }] },
    });
    const network = await application.customerCard('client', (await idOf('client', 'Сеть «Луг»')) || 0);
    expect(
      network.family.legalEntities.map(({ name, deliveryPoints }) => [
        name,
        deliveryPoints.filter(({ implicit }) => !implicit).length,
      ]),
    ).toEqual([
      ['Клевер', 0],
      ['Лютик', 2],
    ]);
    expect(network.editable).toMatchObject({ clientType: 'client', city: 'deliveryPoint' });
    // Whoever asks for an identity gets the unit that it belongs to.
    expect((await application.customerCard('client', lyutik)).id).toBe(network.id);
  });

  test('are nobody to whoever may not be told of them', async () => {
    const his = await boris();
    const unknown = await refusalOf(application.customerCard('client', 9999));
    expect(unknown).toMatchObject([{ code: 'customerUnknown' }]);
    expect(await refusalOf(his.customerCard('client', romashka))).toEqual([
      { ...unknown?.[0], params: { id: romashka } },
    ]);
    expect(
      await refusalOf(his.editCustomer('client', romashka, { version: 0, note: 'чужая' })),
    ).toMatchObject([{ code: 'customerUnknown' }]);
    expect((await his.customerCard('legalEntity', lyutik)).name).toBe('Лютик');
    const masked = application.as({ ...viewer, role: 'supervisor', hidden: ['contacts'] });
    const card = await masked.customerCard('client', romashka);
    expect(card.contacts).toBeNull();
    expect(JSON.stringify(card)).not.toContain('123');
  });

  test('are told by a table among themselves', async () => {
    const query = figureQuery.parse({
      ...{ metrics: ['activeBase', 'new', 'retained', 'lost', 'sales', 'documents', 'skuPairs'] },
      ...{ period: '2026-09..2026-11', grain: 'month', unit: 'client', methods: [{ id: 'main' }] },
      among: { kind: 'ids', ids: [romashka] },
    });
    const { cells } = await application.table(query);
    expect(cells.map(({ figures }) => figures)).toEqual([
      { activeBase: 1, new: 1, retained: 0, lost: 0, sales: '100.00', documents: 1, skuPairs: 1 },
      { activeBase: 1, new: 0, retained: 1, lost: 0, sales: '150.00', documents: 1, skuPairs: 1 },
      { activeBase: 0, new: 0, retained: 0, lost: 1, sales: '0.00', documents: 0, skuPairs: 0 },
    ]);
  });

  test('are found and ordered by a name that was stated, and by the old one again when it is taken back', async () => {
    const before = (await application.dataState()).dataVersion;
    expect(await names()).toEqual(['Ромашка', 'Сеть «Луг»']);
    // A walk that has begun goes on in its own order.
    const set = { kind: 'state', state: 'registered', period: '2026' } as const;
    const walk = { language: 1, unit: 'client', method: { id: 'main' }, set } as const;
    const step = { period: periodOf('2026'), limit: 1, sort: 'name' } as const;
    const first = await application.setPage(walk, step);
    const { card, changes, edit: number } = await edit('client', romashka, { name: '  Яблоко ' });
    const second = await application.setPage(walk, { ...step, cursor: first.next ?? '' });
    expect([...first.rows, ...second.rows].map(({ name }) => name)).toEqual(['Ромашка', 'Сеть «Луг»']);
    expect(changes).toEqual({ name: { before: 'Ромашка', after: 'Яблоко' } });
    expect(card).toMatchObject({ name: 'Яблоко', imported: { name: 'Ромашка' }, version: number });
    expect(await names()).toEqual(['Сеть «Луг»', 'Яблоко']);
    expect(await names('яблоко')).toEqual(['Яблоко']);
    expect(await names('ромашка')).toEqual([]);
    expect((await application.dataState()).dataVersion).toBe(before);
    await akb.load({ 'later.csv': cards('HoReCa').replace('Ромашка', 'Ромашка-Юг') });
    expect(await names('яблоко')).toEqual(['Яблоко']);
    const undone = await application.undoCustomerEdit(number ?? 0);
    expect(undone.card).toMatchObject({ name: 'Ромашка-Юг', imported: {} });
    expect(undone.card.edits.map(({ undoes, changes: all }) => [undoes, all])).toEqual([
      [number, [{ field: 'name', before: 'Яблоко', after: null, since: null }]],
      [null, [{ field: 'name', before: null, after: 'Яблоко', since: '2026-11-22' }]],
    ]);
    expect(await names('ромашка')).toEqual(['Ромашка-Юг']);
    expect(await refusalOf(application.undoCustomerEdit(number ?? 0))).toMatchObject([
      { code: 'customerEditChanged' },
    ]);
  });

  test('count by a type and a city that were stated, whatever later imports say and their undo', async () => {
    const types = await salesBy('clientType');
    expect(types).toEqual({ HoReCa: '150.00', Розница: '570.00' });
    const { edit: number, card } = await edit('client', romashka, { clientType: 'Опт', city: 'казань' });
    expect(card).toMatchObject({ clientType: 'Опт', city: 'Казань', region: 'Республика Татарстан' });
    const stated = { Опт: '150.00', Розница: '570.00' };
    expect(await salesBy('clientType')).toEqual(stated);
    expect(await salesBy('city')).toMatchObject({ Казань: '150.00' });
    const later = await akb.load({ 'later.csv': cards('Сеть').replace('Ижевск', 'Пермь') });
    expect(await salesBy('clientType')).toEqual(stated);
    expect(await salesBy('city')).toMatchObject({ Казань: '150.00' });
    expect((await application.customerCard('client', romashka)).imported).toMatchObject({
      clientType: 'Сеть',
    });
    await akb.undo(later.importId);
    expect(await salesBy('clientType')).toEqual(stated);
    await application.undoCustomerEdit(number ?? 0);
    expect(await salesBy('clientType')).toEqual(types);
    expect((await application.customerCard('client', romashka)).city).toBe('Ижевск');
  });

  test('are something else from a day on, and before it what they were', async () => {
    const onDate = (period: string) => salesBy('salesChannel', { period, attributes: 'onDate' });
    const first = await edit('client', romashka, { salesChannel: 'Опт', since: '2026-01-01' });
    const second = await edit('client', romashka, { salesChannel: 'Сети', since: '2026-10-01' });
    expect(second.card).toMatchObject({ salesChannel: 'Сети' });
    expect(second.card.edits[0]?.changes).toMatchObject([{ after: 'Сети', since: '2026-10-01' }]);
    expect(await onDate('2026-09')).toEqual({ Опт: '100.00' });
    expect(await onDate('2026-10')).toEqual({ Сети: '150.00', '': '570.00' });
    expect(await salesBy('salesChannel', { period: '2026-09' })).toEqual({ Сети: '100.00' });
    await application.undoCustomerEdit(second.edit ?? 0);
    expect(await onDate('2026-10')).toMatchObject({ Опт: '150.00' });
    await application.undoCustomerEdit(first.edit ?? 0);
    expect(await refusalOf(edit('client', romashka, { industry: 'ИТ', since: '2026-11-23' }))).toMatchObject([
      { code: 'customerEditDay', params: { day: '2026-11-23', today: '2026-11-22' } },
    ]);
    const { card } = await edit('legalEntity', lyutik, { address: 'Садовая, 1', site: 'lug.example' });
    expect(card).toMatchObject({ address: 'Садовая, 1', site: 'lug.example' });
  });

  test('leave the working base on the day from which they have closed, and the total base never', async () => {
    const bases = async (attributes = 'today') => {
      const query = figureQuery.parse({
        ...{ metrics: ['totalBase', 'workingBase'], rows: ['status'], period: '2026-09..2026-10' },
        ...{ grain: 'month', unit: 'client', methods: [{ id: 'main' }], attributes },
      });
      const answer = await application.table(query);
      for (const cell of answer.cells)
        expect(await application.setSize(drillOf(answer, cell, 'workingBase'))).toBe(
          cell.figures.workingBase,
        );
      return answer.cells.map(({ period, rows, figures }) => [
        ...[answer.periods[period]?.label, rows[0] ?? 'all', figures.totalBase, figures.workingBase],
      ]);
    };
    expect(await bases()).toEqual([
      ...[
        ['2026-09', 'all', 1, 1],
        ['2026-09', 'works', 1, 1],
      ],
      ...[
        ['2026-10', 'all', 2, 2],
        ['2026-10', 'works', 2, 2],
      ],
    ]);
    expect(await refusalOf(edit('client', romashka, { status: 'ended' }))).toMatchObject([
      { code: 'customerStatusReason' },
    ]);
    const stated = { status: 'ended' as const, statusReason: 'неплательщик', since: '2026-10-02' };
    const { edit: number, card } = await edit('client', romashka, stated);
    expect(card).toMatchObject({
      ...{ status: 'ended', statusReason: 'неплательщик' },
      statusSince: '2026-10-02',
    });
    expect(await bases('onDate')).toEqual([
      ...[
        ['2026-09', 'all', 1, 1],
        ['2026-09', 'works', 1, 1],
      ],
      ...[
        ['2026-10', 'all', 2, 1],
        ['2026-10', 'ended', 1, 0],
        ['2026-10', 'works', 1, 1],
      ],
    ]);
    expect(await bases()).toEqual([
      ...[
        ['2026-09', 'all', 1, 1],
        ['2026-09', 'ended', 1, 1],
      ],
      ...[
        ['2026-10', 'all', 2, 1],
        ['2026-10', 'ended', 1, 0],
        ['2026-10', 'works', 1, 1],
      ],
    ]);
    const of = { kind: 'attribute', dimension: 'status', members: ['ended'] } as const;
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: of } as const;
    expect(await application.setSize(set)).toBe(1);
    expect(await application.readSet(set, 'ru')).toContain('со статусом «Прекращено нами»');
    await application.undoCustomerEdit(number ?? 0);
    expect(await application.customerCard('client', romashka)).toMatchObject({
      status: 'works',
      statusReason: '',
    });
  });

  test('of a network have the type of the network, and it keeps that of its entities without one', async () => {
    const network = await idOf('client', 'Сеть «Луг»');
    const { edit: number } = await edit('client', network, { clientType: 'Сети' });
    expect(await salesBy('clientType')).toMatchObject({ Сети: '570.00' });
    await application.undoCustomerEdit(number ?? 0);
    expect(await salesBy('clientType')).toMatchObject({ Розница: '570.00' });
    expect(await refusalOf(edit('legalEntity', lyutik, { clientType: 'Сети' }))).toMatchObject([
      { code: 'customerFieldElsewhere', params: { field: 'clientType', unit: 'client' } },
    ]);
    expect(await refusalOf(edit('client', network, { city: 'Киров' }))).toMatchObject([
      { code: 'customerFieldElsewhere', params: { field: 'city', unit: 'deliveryPoint' } },
    ]);
  });

  test('are written beside what somebody else says of another field meanwhile', async () => {
    const { version } = await application.customerCard('client', romashka);
    await application.editCustomer('client', romashka, { version, note: 'первая' });
    const { card } = await application.editCustomer('client', romashka, { version, city: 'Пермь' });
    expect(card).toMatchObject({ note: 'первая', city: 'Пермь' });
    await edit('client', romashka, { note: null, city: null });
  });

  test('are refused to whoever has looked at an earlier version, with both values', async () => {
    const { version } = await application.customerCard('client', romashka);
    await application.editCustomer('client', romashka, { version, note: 'первая' });
    const refused = await refusalOf(
      application.editCustomer('client', romashka, { version, note: 'вторая', city: 'Пермь' }),
    );
    expect(refused).toMatchObject([
      { code: 'customerEditStale', params: { field: 'city', yours: 'Пермь', now: 'Ижевск', user: 'none' } },
      { code: 'customerEditStale', params: { field: 'note', yours: 'вторая', now: 'первая' } },
    ]);
    const settled = await Promise.allSettled(
      ['а', 'б'].map(async (note) => await edit('client', romashka, { note })),
    );
    expect(settled.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    const { note, edits } = await application.customerCard('client', romashka);
    expect(edits[0]?.changes).toMatchObject([{ field: 'note', after: note }]);
    expect(await edit('client', romashka, { note })).toMatchObject({ edit: null, changes: {} });
    expect((await edit('client', romashka, { note: null })).card.note).toBe('звонить утром');
    expect(await refusalOf(edit('client', romashka, { name: ' ' }))).toMatchObject([
      { code: 'customerNameEmpty' },
    ]);
  });

  test('are changed under the eyes of the audit, values under the customer’s own key', async () => {
    const { edit: number } = await edit('client', romashka, { note: 'новая' });
    const { entries } = await application.audit({ action: 'personChanged', limit: 1 });
    expect(entries).toMatchObject([
      {
        ...{ outcome: 'done', subject: { kind: 'party', id: String(romashka) } },
        details: { edit: number, fields: ['note'] },
        personal: { changes: { note: { before: 'звонить утром', after: 'новая' } } },
      },
    ]);
    await application.undoCustomerEdit(number ?? 0);
  });
});
