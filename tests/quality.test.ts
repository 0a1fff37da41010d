import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHolder } from '../src/domain/access.ts';
import { type Flaw, flaws } from '../src/domain/flaws.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
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

const head =
  'Дата;Номер документа;Код контрагента;Контрагент;Торговая точка;Номенклатура;Количество;Сумма;Менеджер;Филиал\n';
/** Nine months of one branch, the last of them three times as large. */
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
const shipments =
  head +
  months
    .flatMap((month) => [
      `10.${month}.2026;Р-${month}-1;К-1;Ромашка;На Ленина;Молоко;1;${month === '09' ? 3000 : 1000};Анна;Север`,
      `11.${month}.2026;Р-${month}-2;К-2;Лютик;;Молоко;1;${month === '09' ? 300 : 100};Борис;Юг`,
    ])
    .join('\n') +
  '\n12.10.2026;Р-10-1;К-1;Ромашка;;Молоко;1;50;Анна;Север\n12.10.2026;Р-10-2;К-4;Клевер;;Сыр;1;50;;\n';
const cards = `Код;Наименование;ИНН;КПП;ОГРН;Телефон;Электронная почта;Контактное лицо;Город;Адрес;Тип клиента;Основной менеджер
К-1;Ромашка;0001000010;;1000000000010;+7 999 123-45-67;zakaz@romashka.example;Ольга Иванова;Ижевск;Ленина, 1;Магазин;Анна
К-2;Лютик;0001000011;12;1000000000011;12-34-56;лютик(собака)example;;Нигдеград;;;Борис
К-3;Астра;;;;;;;;;;
`;

const engines = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on servers too.
describe.each(isLongRun ? engines : engines.slice(0, 1))('the quality of what is known (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  let branches: ReadonlyMap<string, number>;
  beforeAll(async () => {
    const opened = await open();
    if (opened === undefined) throw new Error('no server');
    akb = opened;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
    await akb.load({ 'customers.csv': cards });
    const { members } = await application.organisation('2026-10-12');
    branches = new Map(members.map(({ name, id }) => [name, id]));
  });
  afterAll(() => akb?.remove());

  const flawed = async (set: SetNode, by: Application = application): Promise<string[]> => {
    const page = await by.setPage(
      { language: 1, unit: 'legalEntity', method: { id: 'main' }, set },
      { period: periodOf('2026-10'), limit: 50, sort: 'name' },
    );
    return page.rows.map(({ name }) => name);
  };
  const namesWith = (flaw: Flaw) => flawed({ kind: 'flawed', flaw });

  test('every flaw is a set of customers', async () => {
    const found = Object.fromEntries(
      await Promise.all(flaws.map(async (flaw) => [flaw, await namesWith(flaw)] as const)),
    );
    expect(found).toEqual({
      innMissing: ['Астра', 'Клевер'],
      innWrong: ['Лютик'],
      kppMissing: ['Ромашка'],
      kppWrong: ['Лютик'],
      ogrnWrong: ['Лютик'],
      phoneMissing: ['Астра', 'Клевер'],
      phoneWrong: ['Лютик'],
      emailMissing: ['Астра', 'Клевер'],
      emailWrong: ['Лютик'],
      contactMissing: ['Астра', 'Клевер', 'Лютик'],
      contactsStale: [],
      addressMissing: ['Астра', 'Клевер', 'Лютик'],
      cityUnknown: ['Астра', 'Клевер', 'Лютик'],
      typeMissing: ['Астра', 'Клевер', 'Лютик'],
      repMissing: ['Астра', 'Клевер'],
      pointMissing: ['Ромашка'],
    });
  });

  test('the cockpit counts them by branch, and tells the month that jumped', async () => {
    const { whole, branches: each } = await application.quality.overview();
    expect(whole).toMatchObject({
      branch: null,
      units: 4,
      flawed: { innMissing: 2, phoneWrong: 1, repMissing: 2 },
    });
    expect(each.map(({ name, units }) => [name, units])).toEqual([
      ['', 2],
      ['Север', 1],
      ['Юг', 1],
    ]);
    const north = each.find(({ name }) => name === 'Север');
    expect(north?.jumps).toEqual([{ measure: 'sales', month: 202609, value: 3000, usual: 1000 }]);
    expect(north?.score).toBeGreaterThan(whole.score ?? 100);
    expect(whole.trend.at(-1)?.score).toBe(whole.score);
  });

  test('a supervisor sees the flaws of his own customers only', async () => {
    const north = branches.get('Север') ?? 0;
    const scope = { nodes: [{ dimension: 'branch', member: north }] } as const;
    const seen = application.as({ ...folderHolder, user: 7, role: 'supervisor', scope });
    expect(await flawed({ kind: 'flawed', flaw: 'innWrong' }, seen)).toEqual([]);
    expect(await flawed({ kind: 'flawed', flaw: 'pointMissing' }, seen)).toEqual(['Ромашка']);
    const { whole } = await seen.quality.overview();
    expect(whole).toMatchObject({
      units: 1,
      trend: [],
      days: null,
      flawed: { innMissing: 0, kppMissing: 1 },
    });
  });

  test('what a flaw lacks is stated of all with it at once, and taken back at once', async () => {
    const { rows } = await application.setPage(
      {
        ...{ language: 1, unit: 'legalEntity', method: { id: 'main' } },
        set: { kind: 'flawed', flaw: 'typeMissing' },
      },
      { period: periodOf('2026-10'), limit: 50 },
    );
    const ids = rows.map(({ id }) => id);
    const { edits, leftOut } = await application.bulkEdits.state({
      ...{ unit: 'legalEntity', ids, field: 'clientType', value: 'Магазин' },
    });
    expect({ size: edits && edits.last - edits.first + 1, leftOut }).toEqual({ size: 3, leftOut: 0 });
    expect(await namesWith('typeMissing')).toEqual([]);
    const again = { unit: 'legalEntity', ids, field: 'clientType', value: 'Магазин' } as const;
    expect(await application.bulkEdits.state(again)).toEqual({ edits: null, leftOut: 0 });
    const scope = { nodes: [{ dimension: 'branch', member: branches.get('Север') ?? 0 }] } as const;
    const north = application.as({ ...folderHolder, role: 'supervisor', scope });
    expect(await refusalOf(north.bulkEdits.state(again))).toMatchObject([{ code: 'customerUnknown' }]);
    if (edits) await application.bulkEdits.undo(edits);
    expect(await namesWith('typeMissing')).toEqual(['Астра', 'Клевер', 'Лютик']);
    if (edits)
      expect(await refusalOf(application.bulkEdits.undo(edits))).toMatchObject([
        { code: 'customerEditChanged' },
      ]);
    const city = await application.bulkEdits.state({
      ...{ unit: 'legalEntity', ids, field: 'city', value: 'Ижевск' },
    });
    expect(await namesWith('cityUnknown')).toEqual([]);
    if (city.edits) await application.bulkEdits.undo(city.edits);
    expect(await namesWith('cityUnknown')).toEqual(['Астра', 'Клевер', 'Лютик']);
  });

  test('a person who was written down is a contact with a phone, until he is removed', async () => {
    const { rows } = await application.setPage(
      {
        ...{ language: 1, unit: 'legalEntity', method: { id: 'main' } },
        set: { kind: 'flawed', flaw: 'phoneMissing' },
      },
      { period: periodOf('2026-10'), limit: 50, search: 'Клевер' },
    );
    const klever = rows[0]?.id ?? 0;
    const origin = { source: 'визит', basis: 'договор', purpose: 'заказы', on: '2026-10-12' };
    const contact = await application.contacts.add({
      ...{ unit: 'legalEntity', id: klever, name: 'Пётр Петров', origin },
      phones: ['+7 999 000-00-07'],
    });
    expect([await namesWith('phoneMissing'), await namesWith('contactMissing')]).toEqual([
      ['Астра'],
      ['Астра', 'Лютик'],
    ]);
    await application.contacts.remove(contact.id);
    expect(await namesWith('phoneMissing')).toEqual(['Астра', 'Клевер']);
  });

  test('what a later list mends is mended, and comes back with its undo', async () => {
    const before = await application.quality.overview();
    const list = 'Код;Наименование;ИНН;Телефон\nК-3;Астра;0001000028;+7 999 000-00-01\n';
    const { importId } = await akb.load({ 'mended.csv': list });
    expect(await namesWith('innMissing')).toEqual(['Клевер']);
    expect((await application.quality.overview()).whole.score).toBeGreaterThan(before.whole.score ?? 100);
    await akb.undo(importId);
    expect(await namesWith('innMissing')).toEqual(['Астра', 'Клевер']);
    const again = await application.quality.overview();
    expect(again.whole.flawed).toEqual(before.whole.flawed);
  });
});
