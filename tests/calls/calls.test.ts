import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import type { Application } from '../../src/facade.ts';
import type { CallPage } from '../../src/use-cases/calls/call-page.ts';
import { engines, periodOf, refusalOf, type TestApplication } from '../harness/application.ts';

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

describe.each(engines)('who should be called (%s)', (_, open) => {
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

  describe('the list', () => {
    const names = (page: CallPage): string[] => page.rows.map(({ name }) => name);
    const sizes = ({ groups }: CallPage) =>
      Object.fromEntries(groups.map(({ group, size }) => [group, size]));
    let anna: Application;
    let masked: Application;
    let south = 0;

    beforeAll(async () => {
      const { members } = await application.organisation();
      const member = members.find(({ name }) => name === 'Анна')?.id ?? 0;
      south = members.find(({ name }) => name === 'Юг')?.id ?? 0;
      const scope = { nodes: [{ dimension: 'rep' as const, member }] };
      anna = application.as({ ...folderHolder, role: 'rep', scope });
      masked = application.as({ ...folderHolder, role: 'rep', scope, hidden: ['contacts'] });
      await application.plans.save('2026-11', {
        ...{ version: 0, comment: '' },
        targets: [
          { level: 'company', member: 0, metric: 'sales', product: null, value: '2000' },
          { level: 'company', member: 0, metric: 'activeBase', product: null, value: '4' },
          { level: 'rep', member, metric: 'sales', product: null, value: '3500' },
          { level: 'team', member: south, metric: 'sales', product: null, value: '520' },
          { level: 'team', member: south, metric: 'activeBase', product: null, value: '3' },
        ],
      });
    });

    test('is of those who should have bought, by expected money, with the share of the gap', async () => {
      const page = await application.calls.page({ limit: 10 });
      expect(names(page)).toEqual(['Лютик', 'Мята', 'Ромашка']);
      expect(page).toMatchObject({ total: 3, done: 0, planned: 5, asOf: '2026-11-07', today: '2026-11-09' });
      expect(page.groups).toMatchObject([
        { group: 'agreed', size: 0 },
        { group: 'urgent', size: 3, expected: '1675.00' },
        { group: 'winBack', size: 2, expected: '80.00' },
        { group: 'rules', size: 1, expected: '500.00' },
      ]);
      // 20 have been sold of 2,000 in November, to one of four customers; three are late, and all of them would be new to it.
      expect(page.gap).toMatchObject({ sales: { missing: '1980' }, activeBase: { missing: '3' } });
      expect(page.closes).toEqual({
        sales: { share: '0.846', enough: null },
        activeBase: { share: '1', enough: 3 },
      });
      expect(page.rows[0]).toMatchObject({ shareOfGap: '0.5051', rep: 'Анна', activeThisMonth: false });
      const second = await application.calls.page({ limit: 1, from: 1, sort: 'plan' });
      // By effect on the plan who is the least late comes first: he is the likeliest.
      expect([names(second), second.total]).toEqual([['Мята'], 3]);
      const rules = await application.calls.page({ limit: 10, group: 'rules' });
      expect(names(rules)).toEqual(['Мята']);
    });

    test('of any part of the company is its own, and says how many of the first would close its gap', async () => {
      const { parts } = await application.calls.page({ limit: 1 });
      expect(parts.map(({ level, name }) => `${level} ${name}`)).toEqual(['team Север', 'team Юг']);
      const page = await application.calls.page({ limit: 10, team: south });
      expect([names(page), page.gap?.sales?.missing, page.planned]).toEqual([['Мята'], '500', 2]);
      // Мята takes for 500; Пион, who is to be won back, is no one of this list.
      expect(page.closes).toEqual({
        sales: { share: '1', enough: 1 },
        activeBase: { share: '0.5', enough: null },
      });
      expect(names(await anna.calls.page({ limit: 10, team: south }))).toEqual([]);
      expect((await anna.calls.page({ limit: 10, team: south })).gap).toBeNull();
    });

    test('of a rep has his own customers only, and nobody else’s can be called by him', async () => {
      const page = await anna.calls.page({ limit: 10 });
      expect(names(page)).toEqual(['Лютик', 'Ромашка']);
      expect(page.gap?.sales).toEqual({ plan: '3500', fact: '0', missing: '3500' });
      expect(page.reps.map(({ name }) => name)).toEqual(['Анна']);
      const call = { id: of('Мята'), outcome: 'order' } as const;
      expect(await refusalOf(anna.calls.record(call))).toMatchObject([{ code: 'customerUnknown' }]);
      expect(await refusalOf(anna.calls.card(of('Мята')))).toMatchObject([{ code: 'customerUnknown' }]);
      expect((await masked.calls.page({ limit: 1 })).rows[0]?.phone).toBeNull();
      expect((await masked.calls.card(of('Лютик'))).contacts).toBeNull();
    });

    test('has what to say before a call: what was bought last, and what he takes otherwise', async () => {
      const card = await anna.calls.card(of('Ромашка'));
      expect(card).toMatchObject({ lastItems: ['Молоко'], offer: ['Сыр'], owed: null });
      expect(card.purchases.map(({ amount }) => amount)).toEqual(['100', '150', '200', '300']);
    });

    test('loses whom somebody has called, until the next call; the result stands on the timeline', async () => {
      const refused = { id: of('Ромашка'), outcome: 'refused' } as const;
      expect(await refusalOf(anna.calls.record(refused))).toMatchObject([{ code: 'callReason' }]);
      const call = await anna.calls.record({ ...refused, reason: 'price' });
      expect(call).toMatchObject({ day: '2026-11-09', next: '2026-12-09' });
      await anna.calls.record({ id: of('Лютик'), outcome: 'later', next: '2026-11-10' });
      expect(await anna.calls.page({ limit: 10 })).toMatchObject({ total: 0, done: 2, planned: 3 });
      const { rows } = await application.timeline.page('client', of('Ромашка'), {
        limit: 1,
        kinds: ['call'],
      });
      expect(rows).toMatchObject([
        {
          kind: 'call',
          day: '2026-11-09',
          call: { outcome: 'refused', reason: 'price', next: '2026-12-09' },
        },
      ]);
      vi.stubEnv('AKB_TODAY', '2026-11-10');
      const tomorrow = await anna.calls.page({ limit: 10, group: 'agreed' });
      vi.stubEnv('AKB_TODAY', '2026-11-09');
      expect(names(tomorrow)).toEqual(['Лютик']);

      expect(await anna.calls.undo(call.id)).toMatchObject({ client: of('Ромашка') });
      expect(await refusalOf(anna.calls.undo(call.id))).toMatchObject([{ code: 'callUndone' }]);
      expect(names(await anna.calls.page({ limit: 10 }))).toEqual(['Ромашка']);
      const page = await application.timeline.page('client', of('Ромашка'), { limit: 5, kinds: ['call'] });
      expect(page.rows).toEqual([]);
    });

    test('says how many calls were made, and after how many the customer bought', async () => {
      vi.stubEnv('AKB_TODAY', '2026-11-02');
      await application.calls.record({ id: of('Астра'), outcome: 'order' });
      await application.calls.record({ id: of('Мята'), outcome: 'noAnswer' });
      vi.stubEnv('AKB_TODAY', '2026-11-09');
      const { reps, wonWithin } = await application.calls.results('2026-11-01', '2026-11-30');
      expect(wonWithin).toBe(7);
      expect(
        reps.map(({ name, calls, reached, won, conversion }) => ({ name, calls, reached, won, conversion })),
      ).toEqual([
        { name: 'Анна', calls: 1, reached: 1, won: 0, conversion: '0' },
        { name: 'Борис', calls: 2, reached: 1, won: 1, conversion: '0.5' },
      ]);
      // Of 20 calls on each working day from the 2nd to the 9th: the 4th is a holiday.
      expect(reps.map(({ completion }) => completion)).toEqual(['0.01', '0.02']);
      const own = await anna.calls.results('2026-11-01', '2026-11-30');
      expect(own.reps.map(({ name }) => name)).toEqual(['Анна']);
    });

    test('follows rules that the company changes', async () => {
      const { version, ...rules } = await application.calls.rules();
      expect(version).toBe(0);
      const changed = {
        ...rules,
        lostAfter: '1.5',
        rules: [{ kind: 'sleeping', from: 30, everyDays: 30 }],
      } as const;
      expect(await application.calls.setRules({ version, ...changed })).toMatchObject({ version: 1 });
      expect(await refusalOf(application.calls.setRules({ version, ...changed }))).toMatchObject([
        { code: 'callRulesStale' },
      ]);
      // Мята is 1.5 of the intervals late and was called in vain on the 2nd; Лютик has been called.
      const page = await application.calls.page({ limit: 10, group: 'rules' });
      expect([names(page), sizes(page)]).toEqual([
        ['Клевер', 'Пион'],
        { agreed: 0, urgent: 0, winBack: 4, rules: 2 },
      ]);
      const gone = { ...changed, rules: [{ kind: 'set', set: 99, everyDays: 7 }] } as const;
      expect(await refusalOf(application.calls.setRules({ version: 1, ...gone }))).toMatchObject([
        { code: 'storedSetUnknown' },
      ]);
    });
  });
});
