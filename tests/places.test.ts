import { afterAll, beforeAll, expect, test } from 'vitest';
import { Refusal } from '../src/domain/problem.ts';
import { newApplication, reportsOf, type TestApplication } from './harness/application.ts';

// A town belongs to the region that somebody here says, when the built-in table does not know it or knows another.

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
});
afterAll(() => akb.remove());

const file = {
  'отгрузки.csv': [
    'Номер;Дата;Код контрагента;Контрагент;Город;Количество;Сумма',
    'РН-1;01.10.2026;К-1;Ландыш;Тула;1;100,00',
    'РН-2;02.10.2026;К-2;Клён;Новый Ключ;1;200,00',
  ].join('\n'),
};

async function salesBy(dimension: 'region' | 'federalDistrict'): Promise<Record<string, string | null>> {
  const [report] = await reportsOf(akb.application, ['2026-10'], { by: dimension });
  return Object.fromEntries((report?.rows ?? []).map(({ key, figures }) => [key.name, figures.sales]));
}

test('a correction holds from the next import on, and goes as it came', async () => {
  const { application } = akb;
  await akb.load(file);
  expect(await salesBy('region')).toEqual({ 'Тульская область': '100.00', '': '200.00' });

  expect(await application.setPlace({ name: 'тула', within: 'Калужская обл.' })).toEqual({
    name: 'Тула',
    within: 'Калужская область',
  });
  await application.setPlace({ name: 'Новый Ключ', within: 'Татарстан' });
  await akb.load(file);
  expect(await salesBy('federalDistrict')).toEqual({ Центральный: '100.00', Приволжский: '200.00' });
  expect(await salesBy('region')).toHaveProperty('Калужская область', '100.00');

  await application.removePlace('Тула');
  expect(await application.places()).toEqual([{ name: 'Новый Ключ', within: 'Республика Татарстан' }]);
  await akb.load(file);
  expect(await salesBy('region')).toEqual({
    'Тульская область': '100.00',
    'Республика Татарстан': '200.00',
  });
});

test('what is neither a region nor a district is refused, as is taking back what nobody said', async () => {
  const { application } = akb;
  const codeOf = async (done: Promise<unknown>): Promise<string | undefined> =>
    await done.then(
      () => undefined,
      (error) => (error instanceof Refusal ? error.problems[0]?.code : String(error)),
    );
  expect(await codeOf(application.setPlace({ name: 'Киров', within: 'Нигде' }))).toBe('placeUnknown');
  expect(await codeOf(application.removePlace('Рязань'))).toBe('placeNotSet');
});
