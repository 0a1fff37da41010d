import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import type { Application } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  type TestApplication,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';

// The last loaded day is 7 November. Ромашка has bought after 7, 7 and 9 days, Лютик after 10, 20, 30 and 11.
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Тип клиента;Номенклатура;Количество;Сумма;Менеджер;Команда
01.10.2026;РН-1;К-1;Ромашка;Магазин;Молоко;1;100;Анна;Север
08.10.2026;РН-2;К-1;Ромашка;Магазин;Молоко;1;100;Анна;Север
08.10.2026;РН-3;К-1;Ромашка;Магазин;Сыр;1;50;Анна;Север
15.10.2026;РН-4;К-1;Ромашка;Магазин;Сыр;1;200;Анна;Север
24.10.2026;РН-5;К-1;Ромашка;Магазин;Молоко;1;300;Анна;Север
10.08.2026;РН-6;К-2;Лютик;Магазин;Сыр;1;1000;Анна;Север
20.08.2026;РН-7;К-2;Лютик;Магазин;Сыр;1;1000;Анна;Север
09.09.2026;РН-8;К-2;Лютик;Магазин;Сыр;1;1000;Анна;Север
09.10.2026;РН-9;К-2;Лютик;Магазин;Сыр;1;1000;Анна;Север
20.10.2026;РН-10;К-2;Лютик;Магазин;Сыр;1;1000;Анна;Север
02.10.2026;РН-11;К-3;Клевер;Магазин;Сыр;1;70;Анна;Север
06.10.2026;РН-12;К-3;Клевер;Магазин;Сыр;1;70;Анна;Север
20.10.2026;РН-13;К-4;Мята;Кафе;Сыр;1;500;Борис;Юг
01.09.2026;РН-14;К-5;Пион;Магазин;Сыр;1;10;Борис;Юг
08.09.2026;РН-15;К-5;Пион;Магазин;Сыр;1;10;Борис;Юг
15.09.2026;РН-16;К-5;Пион;Магазин;Молоко;1;10;Борис;Юг
16.09.2026;ВН-17;К-5;Пион;Магазин;Молоко;-1;-10;Борис;Юг
22.09.2026;РН-18;К-5;Пион;Магазин;Сыр;1;10;Борис;Юг
07.11.2026;РН-19;К-6;Астра;Магазин;Сыр;1;20;Борис;Юг
`;

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('who should be called (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  const of = (name: string): number => ids.get(name) ?? 0;
  async function among(set: SetNode): Promise<string[]> {
    const page = { period: periodOf('2026'), limit: 100, sort: 'name' } as const;
    const whole = { language: 1, unit: 'client', method: { id: 'main' }, set } as const;
    return (await application.setPage(whole, page)).rows.map(({ name }) => name);
  }

  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-09');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
    const registered = { kind: 'state', state: 'registered', period: '2026' } as const;
    const whole = { language: 1, unit: 'client', method: { id: 'main' }, set: registered } as const;
    for (const { id, name } of (await application.setPage(whole, { period: periodOf('2026'), limit: 100 }))
      .rows)
      ids.set(name, id);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  describe('the rhythm of a customer', () => {
    const rhythm = async (name: string) => (await application.customerCard('client', of(name))).rhythm;

    test('is the median of days between days of purchases; documents of one day are one purchase', async () => {
      expect(await rhythm('Ромашка')).toEqual({
        ...{ days: 4, first: '2026-10-01', last: '2026-10-24', interval: 7, basis: 'own' },
        ...{ expected: '2026-10-31', amount: '175', since: 14, late: 7 },
      });
      // Of 10, 11, 20 and 30 days the mean of the middle two, rounded up.
      expect(await rhythm('Лютик')).toMatchObject({ interval: 16, expected: '2026-11-05', late: 2 });
    });

    test('of fewer than three intervals is that of his client type, then of all', async () => {
      expect(await rhythm('Клевер')).toMatchObject({ interval: 12, basis: 'type', expected: '2026-10-18' });
      expect(await rhythm('Мята')).toMatchObject({ interval: 12, basis: 'all', days: 1, late: 6 });
    });

    test('knows no purchase that was returned', async () => {
      expect(await rhythm('Пион')).toMatchObject({ days: 3, basis: 'type', last: '2026-09-22' });
    });

    test('is a condition of sets', async () => {
      const late = { kind: 'rhythm', which: 'daysLate', atLeast: '1' } as const;
      expect(await among(late)).toEqual(['Клевер', 'Лютик', 'Мята', 'Пион', 'Ромашка']);
      expect(await among({ kind: 'rhythm', which: 'intervals', atLeast: '2.001' })).toEqual([
        'Клевер',
        'Пион',
      ]);
      expect(await among({ kind: 'rhythm', which: 'intervals', atLeast: '2', atMost: '2' })).toEqual([
        'Ромашка',
      ]);
      expect(await among({ kind: 'rhythm', which: 'purchaseDays', atMost: '1' })).toEqual(['Астра', 'Мята']);
      const set = { language: 1, unit: 'client', method: { id: 'main' }, set: late } as const;
      expect(await application.readSet(set, 'ru')).toMatch(/просрочили закупку по своему ритму/u);
    });
  });
});
