import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import { figureQuery } from '../../src/domain/figure-query.ts';
import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import type { CountUnit } from '../../src/domain/units.ts';
import { handOverHtml, handOverMarkdown } from '../../src/edges/output/hand-over-report.ts';
import type { Application } from '../../src/facade.ts';
import { translator } from '../../src/messages/index.ts';
import { isLongRun } from '../budget.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  refusalOf,
  type TestApplication,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Торговая точка;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;;;Молоко;1;100;Анна
02.10.2026;РН-2;К-1;Ромашка;;;Молоко;1;150;Анна
03.10.2026;РН-3;К-2;Лютик;Сеть «Луг»;На Ленина;Сыр;1;200;Анна
04.10.2026;РН-4;К-2;Лютик;Сеть «Луг»;На Мира;Сыр;1;300;Анна
04.10.2026;РН-5;К-3;Клевер;Сеть «Луг»;;Сыр;1;70;Борис
05.10.2026;РН-6;К-4;Мята;;;Сыр;1;30;Борис
`;
const cards = `Код;Наименование;ИНН;Телефон;Комментарий;Кредитный лимит;Отсрочка платежа
К-1;Ромашка;0001000010;+7 999 123-45-67;звонить утром;50000;14
К-2;Лютик;0001000028;;;;
К-3;Клевер;;;;;
К-4;Мята;;;;;
`;

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('what is a customer’s by hand (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  const of = (name: string): number => ids.get(name) ?? 0;
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-01');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments, 'cards.csv': cards });
    for (const unit of ['legalEntity', 'client'] as const)
      for (const { name, id } of await list(unit)) ids.set(name, id);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });
  beforeEach(() => {
    vi.stubEnv('AKB_TODAY', '2026-11-22');
  });

  async function list(unit: CountUnit) {
    const set = { kind: 'state', state: 'registered', period: '2026' } as const;
    const page = { period: periodOf('2026'), limit: 100, sort: 'name' } as const;
    return (await application.setPage({ language: 1, unit, method: { id: 'main' }, set }, page)).rows;
  }
  async function asBoris(): Promise<Application> {
    const { members } = await application.organisation('2026-10-31');
    const member = members.find(({ name }) => name === 'Борис')?.id ?? 0;
    return application.as({
      ...folderHolder,
      role: 'supervisor',
      scope: { nodes: [{ dimension: 'rep', member }] },
    });
  }

  describe('terms', () => {
    const now = async (unit: CountUnit, name: string) =>
      Object.fromEntries(
        (await application.terms.of(unit, of(name))).now.map(({ kind, value, from }) => [
          kind,
          `${value} ${from}`,
        ]),
      );

    test('are agreed from a day with a reason, before what imports say, until taken back', async () => {
      expect(await now('client', 'Ромашка')).toEqual({
        deferralDays: '14 imported',
        creditLimit: '50000 imported',
      });
      const agreed = await application.terms.change('client', of('Ромашка'), {
        ...{ version: 0, since: '2026-11-01', reason: 'договор 7' },
        terms: { creditLimit: '150000.50', discount: '7.5' },
      });
      expect(agreed.history).toMatchObject([{ reason: 'договор 7', since: '2026-11-01', undone: false }]);
      const later = await application.terms.change('client', of('Ромашка'), {
        ...{ version: agreed.version, since: '2026-12-01', reason: 'с декабря' },
        terms: { discount: '10' },
      });
      expect(await now('client', 'Ромашка')).toEqual({
        ...{ deferralDays: '14 imported', creditLimit: '150000.50 own', discount: '7.5 own' },
      });
      vi.stubEnv('AKB_TODAY', '2026-12-01');
      expect(await now('client', 'Ромашка')).toMatchObject({ discount: '10 own' });
      const undone = await application.terms.undo(later.version);
      expect(undone.history.map((one) => [one.undoes, one.undone])).toEqual([
        [later.version, false],
        [null, true],
        [null, false],
      ]);
      expect(await now('client', 'Ромашка')).toMatchObject({ discount: '7.5 own' });
      expect(await refusalOf(application.terms.undo(later.version))).toMatchObject([
        { code: 'termsChangeUndone' },
      ]);
      await application.terms.undo(agreed.version);
      expect(await now('client', 'Ромашка')).toEqual({
        deferralDays: '14 imported',
        creditLimit: '50000 imported',
      });
    });

    test('of a network hold for its legal entities, unless they have their own', async () => {
      const network = of('Сеть «Луг»');
      const terms = { deferralDays: '30', delivery: 'до двери' };
      await application.terms.change('client', network, { version: 0, reason: '', terms });
      expect(await now('legalEntity', 'Лютик')).toEqual({
        deferralDays: '30 client',
        delivery: 'до двери client',
      });
      const own = { version: 0, reason: 'просил', terms: { deferralDays: '45' } };
      await application.terms.change('legalEntity', of('Лютик'), own);
      expect(await now('legalEntity', 'Лютик')).toEqual({
        deferralDays: '45 own',
        delivery: 'до двери client',
      });
    });

    test('are refused to whoever looked at earlier ones, with both values, and to whoever does not see him', async () => {
      const { version } = await application.terms.of('client', of('Мята'));
      const change = (discount: string) =>
        application.terms.change('client', of('Мята'), { version, reason: '', terms: { discount } });
      const settled = await Promise.allSettled(['3', '5'].map(change));
      expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const { now: held } = await application.terms.of('client', of('Мята'));
      expect(await refusalOf(change('9'))).toMatchObject([
        { code: 'termsStale', params: { kind: 'discount', yours: '9', now: held[0]?.value, user: 'none' } },
      ]);
      expect(await refusalOf(change('много'))).toMatchObject([
        { code: 'termWrong', params: { kind: 'discount' } },
      ]);
      const his = await asBoris();
      expect((await his.terms.of('client', of('Мята'))).now).toHaveLength(1);
      const foreign = { version: 0, reason: '', terms: { discount: '1' } };
      for (const asked of [
        () => his.terms.of('client', of('Ромашка')),
        () => his.terms.change('client', of('Ромашка'), foreign),
      ])
        expect(await refusalOf(asked())).toMatchObject([{ code: 'customerUnknown' }]);
      const { history } = await application.terms.of('client', of('Ромашка'));
      expect(await refusalOf(his.terms.undo(history[0]?.id ?? 0))).toMatchObject([
        { code: 'termsChangeUnknown' },
      ]);
    });
  });

  describe('a hand-over', () => {
    const rep = async (name: string): Promise<number> =>
      (await application.organisation('2026-10-31')).members.find((one) => one.name === name)?.id ?? 0;
    /** Whose clients are on a day of November, by name. */
    async function repsOn(day: string): Promise<string[]> {
      const rows: string[] = [];
      for (const name of ['Ромашка', 'Лютик', 'Клевер', 'Мята']) {
        const { responsible } = await application.assignments('legalEntity', of(name));
        const found = responsible.findLast(
          (one) => one.kind === 'rep' && one.since <= day && one.deliveryPoint === null,
        );
        rows.push(`${name} ${found?.member?.name ?? 'никто'}`);
      }
      return rows;
    }
    const before = ['Ромашка Анна', 'Лютик Анна', 'Клевер Борис', 'Мята Борис'];

    test('shows first who would get whom, and changes nothing', async () => {
      const [anna, boris] = [await rep('Анна'), await rep('Борис')];
      const { dataVersion } = await application.dataState();
      const plan = { from: anna, since: '2026-11-10', to: [{ rep: boris, clients: [of('Ромашка')] }] };
      expect(await application.handOver.preview(plan)).toMatchObject({
        shares: [
          {
            ...{ rep: { name: 'Борис' }, activeBase: 1, sales: '250.00' },
            clients: [{ name: 'Ромашка', lastPurchase: '2026-10-02' }],
          },
        ],
        kept: { rep: { name: 'Анна' }, clients: [{ name: 'Сеть «Луг»' }] },
      });
      expect((await application.dataState()).dataVersion).toBe(dataVersion);
      expect(await refusalOf(application.handOver.preview({ ...plan, to: [{ rep: anna }] }))).toMatchObject([
        { code: 'handOverToHimself' },
      ]);
      const foreign = { ...plan, to: [{ rep: boris, clients: [of('Мята')] }] };
      expect(await refusalOf(application.handOver.make(foreign))).toMatchObject([
        { code: 'handOverNotHis', params: { count: 1 } },
      ]);
      const his = await asBoris();
      expect(await refusalOf(his.handOver.make(plan))).toMatchObject([{ code: 'handOverMemberUnknown' }]);
    });

    test('of a holiday gives them back by itself, of a dismissal does not, and both can be undone', async () => {
      const [anna, boris] = [await rep('Анна'), await rep('Борис')];
      const days = { since: '2026-11-10', until: '2026-11-20' };
      const holiday = await application.handOver.make({ from: anna, ...days, to: [{ rep: boris }] });
      expect(holiday).toMatchObject({
        from: { name: 'Анна' },
        to: [{ name: 'Борис', clients: 2 }],
        undoneAt: null,
      });
      expect(await repsOn('2026-11-09')).toEqual(before);
      expect(await repsOn('2026-11-20')).toEqual([
        'Ромашка Борис',
        'Лютик Борис',
        'Клевер Борис',
        'Мята Борис',
      ]);
      expect(await repsOn('2026-11-21')).toEqual(before);
      await application.handOver.undo(holiday.id);
      expect(await repsOn('2026-11-20')).toEqual(before);
      expect(await refusalOf(application.handOver.undo(holiday.id))).toMatchObject([
        { code: 'handOverUndone' },
      ]);
      const left = await application.handOver.make({ from: boris, since: '2026-11-01', to: [{ rep: anna }] });
      expect(await repsOn('2027-05-01')).toEqual(['Ромашка Анна', 'Лютик Анна', 'Клевер Анна', 'Мята Анна']);
      expect(await repsOn('2026-10-31')).toEqual(before);
      expect((await application.handOver.list()).map(({ id, undoneAt }) => [id, undoneAt === null])).toEqual([
        [left.id, true],
        [holiday.id, false],
      ]);
      await application.handOver.undo(left.id);
      expect(await repsOn('2027-05-01')).toEqual(before);
    });

    test('comes with everything that the receiver has to know, for print too', async () => {
      const [anna, boris] = [await rep('Анна'), await rep('Борис')];
      const about = { unit: 'legalEntity', id: of('Ромашка'), kind: 'task' } as const;
      await application.timeline.add({ ...about, text: 'Сделать всё', done: true });
      await application.timeline.add({ ...about, text: 'Забрать акт', due: '2026-12-05' });
      const owed = 'Код контрагента;Контрагент;Задолженность\nК-1;Ромашка;1 500,50\n';
      const { importId } = await akb.load({ 'owed.csv': owed });
      const { id } = await application.handOver.make({
        from: anna,
        since: '2026-11-10',
        to: [{ rep: boris }],
      });
      const report = await application.handOver.report(id);
      expect(report.customers).toMatchObject([
        {
          ...{ to: boris, name: 'Ромашка', code: 'К-1', lastPurchase: '2026-10-02', sales: '250.00' },
          ...{ documents: 2, avgCheck: '125.00', frequency: '0.17', note: 'звонить утром' },
          contacts: { phone: '+79991234567' },
          terms: [{ kind: 'deferralDays', value: '14' }, { kind: 'creditLimit' }],
          receivable: { debt: '1500.5', overdue: null, asOf: '2026-11-22' },
          tasks: [{ text: 'Забрать акт', due: '2026-12-05' }],
        },
        { name: 'Сеть «Луг»', receivable: null, tasks: [] },
      ]);
      const words = { say: translator('ru'), language: 'ru' } as const;
      const page = handOverMarkdown(report, words);
      expect(page).toContain('# Передача клиентов: Анна, с 10.11.2026');
      expect(page).toContain('- Условия: Отсрочка, дней: 14; Кредитный лимит: 50000');
      expect(page).toMatch(/- Задолженность: 1.500,50/u);
      expect(page).toContain('- Открытые задачи: Забрать акт \\(до 05.12.2026\\)');
      const hostile = { ...report, customers: [{ ...report.customers[0], name: '<b>*Рога*' } as never] };
      expect(handOverMarkdown(hostile, words)).toContain('### \\<b\\>\\*Рога\\*');
      expect(handOverHtml(hostile, words)).toContain('<h3>&lt;b&gt;*Рога*</h3>');
      const masked = application.as({ ...folderHolder, hidden: ['contacts'] });
      const hidden = await masked.handOver.report(id);
      expect(hidden.customers[0]?.contacts).toBeNull();
      expect(JSON.stringify(hidden)).not.toContain('7999');
      await application.handOver.undo(id);
      await akb.undo(importId);
    });
  });

  describe('a dealer and his sub-dealers', () => {
    const network = async (asked: object, unit: CountUnit = 'client', eyes = application) => {
      const set = { kind: 'dealerNetwork', which: 'subDealers', ...asked } as const;
      const page = { period: periodOf('2026'), limit: 100, sort: 'name' } as const;
      const whole = { language: 1, unit, method: { id: 'main' }, set } as const;
      const { rows } = await eyes.setPage(whole, page);
      expect(await eyes.setSize(whole)).toBe(rows.length);
      return rows.map(({ name }) => name);
    };
    const base = async (among: SetNode | undefined, period = '2026-10') => {
      const question = {
        metrics: ['activeBase', 'totalBase'],
        unit: 'client',
        period,
        methods: [{ id: 'main' }],
      };
      const { cells } = await application.table(figureQuery.parse({ ...question, ...(among && { among }) }));
      return cells[0]?.figures;
    };

    test('stay customers of their own: АКБ is as before, and each card says who is whose', async () => {
      const before = await base(undefined);
      const [daisy, mint, net] = [of('Ромашка'), of('Мята'), of('Сеть «Луг»')];
      await application.dealers.state(mint, { dealer: daisy, since: '2026-10-15' });
      const said = await application.dealers.state(net, { dealer: mint, since: '2026-11-01' });
      expect(said).toMatchObject({ dealer: { name: 'Мята' }, history: [{ since: '2026-11-01' }] });
      expect(await application.dealers.of(daisy)).toMatchObject({
        dealer: null,
        subDealers: [
          { name: 'Мята', dealer: daisy, active: true },
          { name: 'Сеть «Луг»', dealer: mint, active: true },
        ],
      });
      expect(await base(undefined)).toEqual(before);
    });

    test('are a set: everybody below a dealer, of each unit, as of each day', async () => {
      expect(await network({})).toEqual(['Мята', 'Сеть «Луг»']);
      expect(await network({ of: of('Мята') })).toEqual(['Сеть «Луг»']);
      expect(await network({ of: of('Сеть «Луг»') })).toEqual([]);
      expect(await network({ which: 'dealers' })).toEqual(['Мята', 'Ромашка']);
      expect(await network({ of: of('Ромашка') }, 'legalEntity')).toEqual(['Клевер', 'Лютик', 'Мята']);
      expect(await network({ on: '2026-10-14' })).toEqual([]);
      expect(await network({ on: '2026-10-31' })).toEqual(['Мята']);
      const among = { kind: 'dealerNetwork', which: 'subDealers', of: of('Ромашка') } as const;
      const ask = async () => (await base(among))?.activeBase;
      expect(await ask()).toBe(2);
      await application.dealers.state(of('Мята'), { dealer: null });
      expect(await ask()).toBe(0);
      await application.dealers.state(of('Мята'), { dealer: of('Ромашка') });
      expect(await ask()).toBe(2);
    });

    test('stand in no circle, on no day', async () => {
      const tie = (client: string, dealer: string, since: string) =>
        refusalOf(application.dealers.state(of(client), { dealer: of(dealer), since }));
      expect(await tie('Ромашка', 'Ромашка', '2026-11-22')).toMatchObject([{ code: 'dealerCircle' }]);
      expect(await tie('Ромашка', 'Сеть «Луг»', '2026-11-22')).toMatchObject([{ code: 'dealerCircle' }]);
      // Nobody was below him that day; he would be below himself later.
      expect(await tie('Ромашка', 'Мята', '2026-10-01')).toMatchObject([
        { code: 'dealerCircle', params: { day: '2026-10-15' } },
      ]);
      expect((await application.dealers.of(of('Ромашка'))).history).toEqual([]);
    });

    test('are told to whoever sees them', async () => {
      const his = await asBoris();
      expect(await refusalOf(his.dealers.of(of('Ромашка')))).toMatchObject([{ code: 'customerUnknown' }]);
      const seen = await his.dealers.of(of('Мята'));
      expect(seen).toMatchObject({ name: 'Мята', dealer: null });
      expect(JSON.stringify([seen, await his.dealers.list()])).not.toContain('Ромашка');
      expect(await network({ of: of('Ромашка') }, 'legalEntity', his)).toEqual(['Клевер', 'Мята']);
      const above = { dealer: of('Ромашка') };
      expect(await refusalOf(his.dealers.state(of('Мята'), above))).toMatchObject([
        { code: 'customerUnknown' },
      ]);
    });
  });

  describe('a group by hand', () => {
    const clients = async () => (await list('client')).map(({ name }) => name);

    test('makes one client of legal entities, and АКБ by clients is what the preview said', async () => {
      const [lone, mint] = [of('Ромашка'), of('Мята')];
      const shown = await application.groups.preview([lone, mint]);
      expect(shown).toMatchObject([
        { month: '2026-09', before: { client: 1 }, after: { client: 1 } },
        { month: '2026-10', before: { client: 3, legalEntity: 4 }, after: { client: 2, legalEntity: 4 } },
      ]);
      expect(await clients()).toEqual(['Мята', 'Ромашка', 'Сеть «Луг»']);
      const made = await application.groups.make({
        name: 'Холдинг «Сад»',
        kind: 'holding',
        entities: [lone, mint],
      });
      expect(made.effect).toEqual(shown);
      expect(await clients()).toEqual(['Сеть «Луг»', 'Холдинг «Сад»']);
      expect((await application.customerCard('legalEntity', lone)).family.client).toMatchObject({
        name: 'Холдинг «Сад»',
      });
      // Files say what they always said.
      await akb.load({ 'again.csv': cards.replace('звонить утром', 'звонить вечером') });
      expect(await clients()).toEqual(['Сеть «Луг»', 'Холдинг «Сад»']);

      const { id } = made.group;
      const clover = of('Клевер');
      const change = { name: 'Сад', in: [clover], out: [mint] };
      const foreseen = await application.groups.previewChange(id, change);
      expect(await clients()).toEqual(['Сеть «Луг»', 'Холдинг «Сад»']);
      const { group, effect } = await application.groups.change(id, change);
      expect(effect).toEqual(foreseen);
      expect(group).toMatchObject({ name: 'Сад', entities: [{ name: 'Ромашка' }, { name: 'Клевер' }] });
      expect(await clients()).toEqual(['Мята', 'Сад', 'Сеть «Луг»']);
      expect(await refusalOf(application.groups.change(id, { out: [mint] }))).toMatchObject([
        { code: 'groupNotThere' },
      ]);
      expect(await refusalOf(application.groups.change(id, { in: [99_999] }))).toMatchObject([
        { code: 'groupEntitiesUnknown' },
      ]);
      await application.groups.dissolve(id);
      expect(await clients()).toEqual(['Мята', 'Ромашка', 'Сеть «Луг»']);
      expect((await application.customerCard('legalEntity', clover)).family.client?.name).toBe('Сеть «Луг»');
      expect(await application.groups.list()).toEqual([]);
      expect(await refusalOf(application.groups.dissolve(id))).toMatchObject([{ code: 'groupUnknown' }]);
    });
  });
});
