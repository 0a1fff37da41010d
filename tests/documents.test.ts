import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sum } from '../src/domain/decimal.ts';
import { figureQuery } from '../src/domain/figure-query.ts';
import type { CustomerSet, SetNode } from '../src/domain/sets/customer-set.ts';
import type { Application, DocumentsQuery } from '../src/facade.ts';
import type { DocumentRow } from '../src/services/activity/document-report.ts';
import { isLongRun } from './budget.ts';
import {
  newApplication,
  newServerApplication,
  periodOf,
  type TestApplication,
} from './harness/application.ts';
import { offeredPostgres } from './harness/both-records.ts';

// К-1 gave all of his milk back, К-2 a part of his cheese, К-3 got a sample; К-4 belongs to Boris.
const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Адрес доставки;Номенклатура;Товарная группа;Количество;Сумма;Менеджер
02.10.2026;РН-1;К-1;Ромашка;Киров, Ленина 1;Молоко;Молочное;1;100,5;Анна
02.10.2026;РН-1;К-1;Ромашка;Киров, Мира 2;Сыр;Сыры;2;300;Анна
05.10.2026;ВЗ-1;К-1;Ромашка;Киров, Ленина 1;Молоко;Молочное;-1;-100,5;Анна
03.10.2026;РН-2;К-2;Лютик;;Сыр;Сыры;4;400;Анна
06.10.2026;ВЗ-2;К-2;Лютик;;Сыр;Сыры;-1;-100;Анна
03.10.2026;РН-3;К-3;Василёк;;Сыр;Сыры;1;0;Анна
04.10.2026;РН-4;К-4;Клевер;;Молоко;Молочное;3;333,33;Борис
04.09.2026;РН-5;К-4;Клевер;;Сыр;Сыры;1;70;Анна
`;
const clients = (set: SetNode, method = 'main'): CustomerSet => ({
  ...{ language: 1, unit: 'client', method: { id: method }, set },
});
const withLines: SetNode = { kind: 'state', state: 'withLines', period: '2026-10' };
const active: SetNode = { kind: 'state', state: 'active', period: '2026-10' };

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('documents behind a set (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  beforeAll(async () => {
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments });
  });
  afterAll(() => akb.remove());

  /** Every page of two rows. */
  async function all(
    set: CustomerSet,
    query: Partial<DocumentsQuery> = {},
    asked: Application = application,
  ): Promise<DocumentRow[]> {
    const rows: DocumentRow[] = [];
    let cursor: string | undefined;
    do {
      const question = { period: periodOf('2026-10'), limit: 2, ...query, ...(cursor && { cursor }) };
      const page = await asked.documents(set, question);
      rows.push(...page.rows);
      cursor = page.next;
      if (cursor === undefined) expect(rows).toHaveLength(page.total);
    } while (cursor !== undefined);
    return rows;
  }
  const salesOf = (rows: readonly DocumentRow[]) => Number(sum(rows.map(({ sales }) => sales ?? '0')));

  test('come newest first, as they are named on paper', async () => {
    const rows = await all(clients(withLines));
    expect(rows.map(({ number, name, sales }) => [number, name, sales])).toEqual([
      ['ВЗ-2', 'Лютик', '-100.00'],
      ['ВЗ-1', 'Ромашка', '-100.50'],
      ['РН-4', 'Клевер', '333.33'],
      ...expectPair(rows.slice(3, 5)),
      ['РН-1', 'Ромашка', '400.50'],
    ]);
    expect(rows.at(-1)).toMatchObject({
      ...{ date: '2026-10-02', kinds: ['shipment'], deliveryPoint: null, rep: 'Анна', lines: 2 },
      ...{ quantity: '3', counted: 1, excluded: { returned: 1 } },
    });
    expect(rows[0]?.deliveryPoint).toMatchObject({ id: expect.any(Number) });
  });
  /** Of one day: their order is fixed, and no matter. */
  function expectPair(rows: readonly DocumentRow[]): unknown[] {
    expect(rows.map(({ number }) => number).sort()).toEqual(['РН-2', 'РН-3']);
    return rows.map(({ number, name, sales }) => [number, name, sales]);
  }

  test('add up to the sales of their set in a slice, whatever counts', async () => {
    const salesFigure = async (method: string, among: SetNode, category: string | undefined) => {
      const slice = category === undefined ? [] : [{ dimension: 'category' as const, members: [category] }];
      const query = figureQuery.parse({
        ...{ metrics: ['sales'], period: '2026-10', unit: 'client', methods: [{ id: method }], slice, among },
      });
      return Number((await application.table(query)).cells[0]?.figures.sales ?? 0);
    };
    for (const method of ['main', 'gross'])
      for (const set of [withLines, active])
        for (const category of [undefined, 'Сыры', 'Молочное']) {
          const slice =
            category === undefined
              ? {}
              : { slice: [{ dimension: 'category' as const, members: [category] }] };
          const rows = await all(clients(set, method), slice);
          const figure = await salesFigure(method, set, category);
          expect(salesOf(rows), `${method} ${JSON.stringify(set)} ${category}`).toBe(figure);
          const parts = await Promise.all(
            (['counted', 'excluded'] as const).map((lines) => all(clients(set, method), { ...slice, lines })),
          );
          expect(salesOf(parts.flat())).toBeCloseTo(figure, 4);
          expect(parts[0]?.every(({ counted, lines }) => counted === lines)).toBe(true);
        }
    expect(salesOf(await all(clients(withLines)))).toBe(933.33);
  });

  test('say why lines do not count', async () => {
    const excluded = async (method: string) =>
      (await all(clients(withLines, method), { lines: 'excluded' })).map((row) => [row.number, row.excluded]);
    expect(Object.fromEntries(await excluded('main'))).toEqual({
      'ВЗ-2': { kind: 1 },
      'ВЗ-1': { kind: 1 },
      'РН-1': { returned: 1 },
      'РН-3': { kind: 1 },
    });
    expect(Object.keys(Object.fromEntries(await excluded('gross')))).not.toContain('РН-1');
  });

  test('open into their lines', async () => {
    const [row] = (await all(clients(withLines))).slice(-1);
    const question = { unit: 'client', method: { id: 'main' }, period: periodOf('2026-10') } as const;
    const name = { id: row?.id ?? '', customer: row?.customer ?? 0 };
    const { lines } = await application.documentLines({ ...question, ...name });
    expect(lines).toMatchObject([
      { product: { name: 'Молоко' }, category: 'Молочное', sales: '100.50', excluded: 'returned' },
      { product: { name: 'Сыр' }, category: 'Сыры', quantity: '2', sales: '300.00', excluded: null },
    ]);
    const counted = await application.documentLines({ ...question, ...name, lines: 'counted' });
    expect(counted.lines).toHaveLength(1);
    await expect(application.documentLines({ ...question, ...name, customer: 999 })).rejects.toThrow(
      'documentUnknown',
    );
  });

  test('are those of one’s own scope, and of whoever was handed over only the number', async () => {
    const { members } = await application.organisation('2026-10-31');
    const rep = members.find(({ name }) => name === 'Анна')?.id ?? 0;
    const scope = { nodes: [{ dimension: 'rep' as const, member: rep }] };
    const anna = application.as({ user: null, role: 'rep', scope, hidden: [] });
    const set = clients({ ...withLines, period: '2026-09..2026-10' } as SetNode);
    const rows = await all(set, { period: periodOf('2026-09..2026-10') }, anna);
    expect(rows.map(({ number }) => number)).not.toContain('РН-4');
    expect(rows.find(({ number }) => number === 'РН-5')).toMatchObject({
      ...{ shown: false, name: '', deliveryPoint: null, sales: '70.00' },
    });
    const boris = (await all(clients(withLines))).find(({ number }) => number === 'РН-4');
    const foreign = { id: boris?.id ?? '', customer: boris?.customer ?? 0, unit: 'client' } as const;
    await expect(
      anna.documentLines({ ...foreign, method: { id: 'main' }, period: periodOf('2026-10') }),
    ).rejects.toThrow('documentUnknown');
  });

  test('of a walk are of one list', async () => {
    const { next = '' } = await application.documents(clients(withLines), {
      ...{ period: periodOf('2026-10'), limit: 2 },
    });
    const other = { period: periodOf('2026-09'), limit: 2, cursor: next };
    await expect(application.documents(clients(withLines), other)).rejects.toThrow('listCursorUnfit');
    const broken = { period: periodOf('2026-10'), limit: 2, cursor: 'нет' };
    await expect(application.documents(clients(withLines), broken)).rejects.toThrow('listCursorUnreadable');
  });
});
