import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { SetNode } from '../../src/domain/sets/customer-set.ts';
import type { CountUnit } from '../../src/domain/units.ts';
import type { Application } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  type TestApplication,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Номенклатура;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;;Молоко;1;100;Анна
03.10.2026;РН-2;К-2;Лютик;Сеть «Луг»;Сыр;1;200;Анна
04.10.2026;РН-3;К-3;Клевер;Сеть «Луг»;Сыр;1;70;Анна
05.10.2026;РН-4;К-4;Мята;;Сыр;1;30;Борис
`;
const cards = `Код;Наименование;ИНН;Кредитный лимит
К-1;Ромашка;0001000010;50 000,00
К-2;Лютик;0001000028;
К-3;Клевер;;
К-4;Мята;;
`;
/** One customer stands there once for each of his contracts; another one’s amount is no number. */
const owed = `Код контрагента;Контрагент;Договор;Задолженность;Просрочено
К-1;Ромашка;Поставка;30 000,10;1 000,05
К-1;Ромашка;Аренда;7 500,20;
К-2;Лютик;;12 000,00;0,00
К-3;Клевер;;500,50;500,50
К-4;Мята;;уточнить;
`;
const owedLater = `Код контрагента;Контрагент;Задолженность
К-1;Ромашка;60000.00
К-3;Клевер;250.25
`;

/** The day stands above the header; in the other file in a column, of several days the latest counts. */
const owedAsOf = `Задолженность покупателей на 31.10.2026

Код контрагента;Контрагент;Задолженность
К-4;Мята;900,00
`;
const owedByDay = `Код контрагента;Контрагент;Дата;Задолженность
К-4;Мята;12.11.2026;800,00
К-4;Мята;05.11.2026;950,00
`;

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('what customers owe (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  const ids = new Map<string, number>();
  const of = (name: string): number => ids.get(name) ?? 0;
  const loadedOn = async (day: string, files: Record<string, string>) => {
    vi.stubEnv('AKB_TODAY', day);
    return await akb.load(files, { source: 'Бухгалтерия' });
  };
  const owes = async (unit: CountUnit, name: string) =>
    (await application.customerCard(unit, of(name))).receivables;
  async function among(unit: CountUnit, set: SetNode): Promise<string[]> {
    const page = { period: periodOf('2026'), limit: 100, sort: 'name' } as const;
    const { rows } = await application.setPage({ language: 1, unit, method: { id: 'main' }, set }, page);
    return rows.map(({ name }) => name);
  }

  beforeAll(async () => {
    akb = (await open()) as TestApplication;
    application = akb.application;
    await loadedOn('2026-11-01', { 'shipments.csv': shipments, 'cards.csv': cards });
    const set = { kind: 'state', state: 'registered', period: '2026' } as const;
    const page = { period: periodOf('2026'), limit: 100 } as const;
    for (const unit of ['legalEntity', 'client'] as const) {
      const all = await application.setPage({ language: 1, unit, method: { id: 'main' }, set }, page);
      for (const { name, id } of all.rows) ids.set(name, id);
    }
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  test('stands on the card with its day and the use of the limit, until a later file or an undo', async () => {
    expect(await owes('client', 'Ромашка')).toBeNull();
    const { tables, findings } = await loadedOn('2026-11-10', { 'owed.csv': owed });
    expect(tables[0]?.kind).toBe('customers');
    expect([...findings, ...(tables[0]?.findings ?? [])]).toContainEqual(
      expect.objectContaining({
        code: 'cardAmountsUnreadable',
        params: expect.objectContaining({ cells: 1 }),
      }),
    );
    const asOf = '2026-11-10';
    expect(await owes('client', 'Ромашка')).toEqual({
      ...{ debt: '37500.3', overdue: '1000.05', asOf, limitUse: '0.75' },
    });
    expect(await owes('client', 'Мята')).toBeNull();
    // A network owes what its legal entities do.
    const network = { debt: '12500.5', overdue: '500.5', asOf, limitUse: null };
    expect(await owes('client', 'Сеть «Луг»')).toEqual(network);
    await application.terms.change('client', of('Ромашка'), {
      ...{ version: 0, since: '2026-11-05', reason: 'договор 7', terms: { creditLimit: '25000.20' } },
    });
    expect(await owes('legalEntity', 'Ромашка')).toMatchObject({ debt: '37500.3', limitUse: '1.5' });

    const later = await loadedOn('2026-11-17', { 'later.csv': owedLater });
    // What the later file leaves open is not filled from the one before.
    expect(await owes('client', 'Ромашка')).toMatchObject({
      ...{ debt: '60000', overdue: null, asOf: '2026-11-17' },
    });
    expect(await owes('client', 'Сеть «Луг»')).toMatchObject({ debt: '12250.25', overdue: '0', asOf });
    await akb.undo(later.importId);
    expect(await owes('client', 'Ромашка')).toMatchObject({ debt: '37500.3', overdue: '1000.05', asOf });
    expect(await owes('client', 'Сеть «Луг»')).toEqual(network);
  });

  test('is a condition of sets, of clients and of legal entities', async () => {
    const debt = (atLeast?: string, atMost?: string) =>
      ({ kind: 'receivable', which: 'debt', atLeast, atMost }) as const;
    expect(await among('client', debt('12500.5'))).toEqual(['Ромашка', 'Сеть «Луг»']);
    expect(await among('client', debt('12500.51'))).toEqual(['Ромашка']);
    expect(await among('legalEntity', debt('500', '12000'))).toEqual(['Клевер', 'Лютик']);
    expect(await among('legalEntity', { kind: 'receivable', which: 'overdue', atLeast: '0.01' })).toEqual([
      ...['Клевер', 'Ромашка'],
    ]);
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: debt('12500.5') } as const;
    expect(await application.readSet(set, 'ru')).toMatch(/имеют задолженность не меньше 12.500,50/u);
  });

  test('against the limit in force is a condition too, which nobody without a limit meets', async () => {
    const use = (atLeast?: string, atMost?: string) =>
      ({ kind: 'receivable', which: 'limitUse', atLeast, atMost }) as const;
    const agree = async (unit: CountUnit, name: string, version: number, creditLimit: string | null) =>
      await application.terms.change(unit, of(name), {
        ...{ version, since: '2026-11-05', reason: 'договор', terms: { creditLimit } },
      });
    // 37,500.30 of the 25,000.20 that were agreed, not of the 50,000 of the list.
    expect(await among('client', use('1.5', '1.5'))).toEqual(['Ромашка']);
    expect(await among('legalEntity', use('1.5001'))).toEqual([]);
    expect(await among('client', use())).toEqual(['Ромашка']);
    // What is agreed with a network holds for its legal entities, unless one has a word of its own.
    const { version } = await agree('client', 'Сеть «Луг»', 0, '25000');
    expect(await among('client', use('0.5', '0.6'))).toEqual(['Сеть «Луг»']);
    expect(await among('legalEntity', use('0', '0.48'))).toEqual(['Клевер', 'Лютик']);
    await agree('legalEntity', 'Клевер', 0, '');
    expect(await among('legalEntity', use('0', '0.48'))).toEqual(['Лютик']);
    await agree('client', 'Сеть «Луг»', version, null);
    expect(await among('client', use('0.5', '0.6'))).toEqual([]);
    // The list says 50,000 again.
    const { history } = await application.terms.of('client', of('Ромашка'));
    await application.terms.undo(history[0]?.id ?? 0);
    expect(await among('client', use('0.75', '0.7501'))).toEqual(['Ромашка']);
    const set = { language: 1, unit: 'client', method: { id: 'main' }, set: use('0.75') } as const;
    expect(await application.readSet(set, 'ru')).toMatch(/использование кредитного лимита не меньше 75.%/u);
  });

  test('is owed on the day that the file names', async () => {
    const { importId } = await loadedOn('2026-11-18', { 'asof.csv': owedAsOf });
    expect(await owes('client', 'Мята')).toMatchObject({ debt: '900', asOf: '2026-10-31' });
    const later = await loadedOn('2026-11-18', { 'byday.csv': owedByDay });
    expect(await owes('client', 'Мята')).toMatchObject({ debt: '800', asOf: '2026-11-12' });
    await akb.undo(later.importId);
    await akb.undo(importId);
  });

  describe('by command', () => {
    const run = async (...words: string[]) => {
      const held = { ...application, close: async () => undefined };
      const { code, stdout, stderr } = await runAkb(['--data', akb.dataDir, ...words], { application: held });
      return { code, stdout: seen(stdout), stderr: seen(stderr) };
    };

    test('terms are agreed and shown', async () => {
      const agreed = await run('terms', 'К-4', '--set', 'deferralDays=14', '--set', 'delivery=до двери');
      expect([agreed.code, agreed.stderr]).toEqual([0, expect.stringContaining('Записано: Мята.')]);
      const { stdout } = await run('terms', 'К-4');
      expect(stdout).toMatch(/Отсрочка, дней +14 +договорились/);
      await run('terms', 'К-4', '--set', 'deferralDays=');
      expect(JSON.parse((await run('terms', 'К-4', '--json')).stdout).now).toMatchObject([
        { kind: 'delivery', value: 'до двери', from: 'own' },
      ]);
      expect((await run('terms', 'К-4', '--set', 'отсрочка=14')).code).toBe(1);
    });

    test('a status is said with its reason and its day', async () => {
      const { code, stderr } = await run(
        ...['status', 'К-4', 'closed', '--since', '2026-11-02', '--reason', 'ремонт'],
      );
      expect([code, stderr]).toEqual([0, expect.stringContaining('Мята, закрылся.')]);
      expect(await application.customerCard('client', of('Мята'))).toMatchObject({
        ...{ status: 'closed', statusReason: 'ремонт', statusSince: '2026-11-02' },
      });
    });

    test('a portfolio is handed over by names of reps, tried first', async () => {
      const tried = await run('hand-over', 'анна', 'Борис', '--dry-run');
      expect(tried.stdout).toMatch(/Борис +2 /);
      expect(await application.handOver.list()).toEqual([]);
      const { code, stderr } = await run('hand-over', 'Анна', 'Борис', '--since', '2026-11-10');
      expect([code, stderr]).toEqual([0, expect.stringContaining('клиентов 2, от кого: Анна')]);
      expect((await run('hand-over', 'Анна', 'Никто')).stderr).toContain('Представителя «Никто» нет');
    });
  });
});
