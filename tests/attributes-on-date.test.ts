import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { drillOf, figureQuery } from '../src/domain/figure-query.ts';
import { newApplication, type TestApplication } from './harness/application.ts';
import { shipmentsFile } from './harness/shipments.ts';

// Attributes of customers as they are today, and as they were on the last day of each period (docs/counting.md, §6).

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await akb.remove();
});

const cards = (...rows: readonly (readonly [code: string, type: string, city: string])[]): string =>
  `Код;Наименование;Тип клиента;Город\n${rows.map(([code, type, city]) => `${code};Клиент ${code};${type};${city}`).join('\n')}\n`;

async function load(day: string, name: string, content: string | Buffer): Promise<number> {
  vi.stubEnv('AKB_TODAY', day);
  return (await akb.load({ [name]: content })).importId;
}

/** АКБ of three months by type or city, `month member size`. */
async function byMonth(
  attributes: 'today' | 'onDate',
  dimension: 'clientType' | 'city' = 'clientType',
): Promise<string[]> {
  const query = figureQuery.parse({
    ...{ metrics: ['activeBase'], rows: [dimension], period: '2026-08..2026-10', grain: 'month' },
    ...{ unit: 'client', methods: [{ id: 'main' }], attributes },
  });
  const answer = await akb.application.table(query);
  const found: string[] = [];
  for (const cell of answer.cells) {
    const set = drillOf(answer, cell, 'activeBase');
    expect(await akb.application.setSize(set), JSON.stringify(set)).toBe(cell.figures.activeBase);
    const [member] = cell.rows;
    if (member !== undefined)
      found.push(`${answer.periods[cell.period]?.label} ${member} ${cell.figures.activeBase}`);
  }
  return found.sort();
}

describe('a customer who became something else', () => {
  const imports: number[] = [];
  test('is in each period what he was on its last day, and today what he is', async () => {
    const sold = ['08', '09', '10'].flatMap((month) =>
      ['01', '02'].map(
        (code) =>
          [
            `10.${month}.2026`,
            `${code}${month}`,
            code,
            `Клиент ${code}`,
            'Молоко',
            1,
            100,
            'Петров',
          ] as const,
      ),
    );
    await load('2026-11-01', 'отгрузки.csv', shipmentsFile(sold));
    imports.push(
      await load('2026-11-02', 'клиенты.csv', cards(['01', 'розница', 'Киров'], ['02', 'HoReCa', 'Киров'])),
    );
    // The day is that of the import, wherever the clock stood before.
    imports.push(
      await load('2026-09-30', 'клиенты2.csv', cards(['01', 'опт', 'Слободской'], ['02', 'HoReCa', 'Киров'])),
    );
    // What is kept ready is of today.
    await akb.application.keepReady(0);
    expect(await byMonth('today')).toEqual(
      ['2026-08', '2026-09', '2026-10'].flatMap((month) => [`${month} HoReCa 1`, `${month} опт 1`]),
    );
    expect(await byMonth('onDate')).toEqual([
      '2026-08 HoReCa 1',
      '2026-08 розница 1',
      '2026-09 HoReCa 1',
      '2026-09 опт 1',
      '2026-10 HoReCa 1',
      '2026-10 опт 1',
    ]);
    expect(await byMonth('onDate', 'city')).toEqual([
      '2026-08 Киров 2',
      '2026-09 Киров 1',
      '2026-09 Слободской 1',
      '2026-10 Киров 1',
      '2026-10 Слободской 1',
    ]);
  });

  test('has his attributes from lines, and says so', async () => {
    const query = figureQuery.parse({
      ...{ metrics: ['activeBase'], rows: ['clientType'], period: '2026-10', unit: 'client' },
      ...{ methods: [{ id: 'main' }], attributes: 'onDate' },
    });
    await akb.application.keepReady(0);
    const kept = await akb.application.table({ ...query, attributes: 'today' });
    expect(kept.explained.map(({ sizes }) => sizes)).toEqual([{ source: 'kept' }]);
    const answer = await akb.application.table(query);
    expect(answer.explained.map(({ sizes }) => sizes)).toEqual([
      { source: 'lines', why: 'attributesOnDate' },
    ]);
    const [cell] = answer.cells.filter(({ rows }) => rows.length === 1);
    if (cell === undefined) throw new Error('no cell');
    const read = await akb.application.readSet(drillOf(answer, cell, 'activeBase'), 'ru');
    expect(read).toContain('с типом клиента «HoReCa» (на 31.10.2026)');
  });

  test('was never different once the import that said so is undone', async () => {
    await akb.undo(imports[1] ?? 0);
    expect(await byMonth('onDate')).toEqual(await byMonth('today'));
    expect(await byMonth('today')).toContain('2026-08 розница 1');
  });

  test('was never different where what he was at first is undone', async () => {
    imports.push(await load('2026-09-29', 'клиенты3.csv', cards(['01', 'опт', 'Киров'])));
    expect(await byMonth('onDate')).toContain('2026-08 розница 1');
    await akb.undo(imports[0] ?? 0);
    expect(await byMonth('onDate')).toEqual(await byMonth('today'));
    expect(await byMonth('today')).toContain('2026-08 опт 1');
  });
});
