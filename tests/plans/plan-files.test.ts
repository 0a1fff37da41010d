import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { planSheetColumns } from '../../src/edges/output/plan-sheet.ts';
import { sheet, writeXlsx } from '../../src/edges/output/xlsx.ts';
import type { Application } from '../../src/facade.ts';
import { newApplication, refusalOf, type TestApplication } from '../harness/application.ts';
import { planFile } from '../support/field-samples.ts';

const shipments = `Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Категория;Количество;Сумма;Менеджер
02.09.2026;РН-1;К-1;Ромашка;Молоко;Молочное;1;100;Петров П. П.
03.09.2026;РН-2;К-2;Лютик;Сыр;Сыры;1;300;Сидорова А. В.
`;

describe('a file of plans', () => {
  let akb: TestApplication;
  let plans: Application['plans'];
  const read = (content: string | Buffer, name = 'Планы.csv') =>
    plans.read({ content: Buffer.from(content), name, period: '2026-12' });
  const short = (targets: readonly { name: string; metric: string; product: unknown; value: string }[]) =>
    targets.map(({ name, metric, product, value }) => [
      ...[name, metric, (product as { member: string } | null)?.member ?? '', value],
    ]);
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-09-28');
    akb = await newApplication();
    ({ plans } = akb.application);
    await akb.load({ 'shipments.csv': shipments });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });

  test('is read as people have it: thousands of roubles, a category by its stem, no plan of the whole from a sum', async () => {
    const { periods, findings } = await read(planFile);
    expect(periods.map(({ period, targets }) => [period, short(targets)])).toEqual([
      [
        '2026-10',
        [
          ['Петров П. П.', 'activeBase', '', '920'],
          ['Петров П. П.', 'activeBase', 'Молочное', '610'],
          ['Петров П. П.', 'sales', '', '1250000'],
          ['Петров П. П.', 'avgSkuPerClient', '', '2.5'],
          ['Сидорова А. В.', 'activeBase', '', '480'],
          ['Сидорова А. В.', 'activeBase', 'Молочное', '300'],
          ['Сидорова А. В.', 'sales', '', '640500'],
          ['Сидорова А. В.', 'avgSkuPerClient', '', '2.2'],
        ],
      ],
    ]);
    expect(findings).toMatchObject([
      { code: 'planTotalIsSum', place: { row: 4, column: 'План АКБ' }, params: { value: '1400' } },
    ]);
  });

  test('that names nobody known, no month and no number says which rows, and keeps the others', async () => {
    const { periods, findings } = await read(
      'Торговый представитель;Месяц;План АКБ;План АКБ рыба\nИванов;10.2026;5;\nПетров П. П.;скоро;5;\nПетров П. П.;;пять;7\nСидорова А. В.;;9;8\n',
    );
    expect(periods.map(({ period, targets }) => [period, short(targets)])).toEqual([
      ['2026-12', [['Сидорова А. В.', 'activeBase', '', '9']]],
    ]);
    expect(findings.map(({ code, place }) => [code, place?.row, place?.column])).toEqual([
      ['planRowMemberUnknown', 2, undefined],
      ['planRowPeriodUnread', 3, undefined],
      ['planCellUnread', 4, 'План АКБ'],
      ['planColumnUnknown', undefined, 'План АКБ рыба'],
    ]);
    const long =
      'Торговый представитель;Период;План АКБ\nПетров П. П.;II полугодие 2026;5\nПетров П. П.;2026;7\n';
    expect((await read(long)).periods.map(({ period }) => period)).toEqual(['2026', '2026-H2']);
    expect(await refusalOf(read('Дата;Сумма\n01.01.2026;5\n'))).toMatchObject([
      { code: 'planFileWithoutPlan' },
    ]);
    expect(await refusalOf(read(''))).toMatchObject([{ code: 'planFileWithoutPlan' }, {}]);
  });

  test('that was written by us comes back as the same plan, and versions are compared', async () => {
    const [plan] = (await read(planFile)).periods;
    const targets = (plan?.targets ?? []).map(({ name: _, ...target }) => target);
    const coverage = {
      level: 'company',
      member: 0,
      metric: 'coverage',
      product: null,
      value: '0.75',
    } as const;
    await plans.save('2026-10', { version: 0, comment: '', targets: [...targets, coverage] });
    await plans.save('2026-Q4', { version: 0, comment: '', targets: [...targets, coverage] });
    const folder = await mkdtemp(join(tmpdir(), 'akb-plan-'));
    try {
      for (const period of ['2026-10', '2026-Q4']) {
        const table = await plans.sheet(period);
        const path = join(folder, `${period}.xlsx`);
        await writeXlsx(path, [sheet('План', planSheetColumns(table), table.rows)], { language: 'ru' });
        const { periods, findings } = await read(await readFile(path), `${period}.xlsx`);
        expect(findings).toEqual([]);
        expect(periods.map((again) => [again.period, short(again.targets)])).toEqual([
          [period, short((await plans.plan(period)).targets)],
        ]);
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    await plans.save('2026-10', {
      ...{ version: 1, comment: '' },
      targets: targets.map((one) => (one.metric === 'sales' ? { ...one, value: '900000' } : one)),
    });
    expect(
      (await plans.compare('2026-10', 1, 2)).map(({ name, metric, from, to }) => [name, metric, from, to]),
    ).toEqual([
      ['', 'coverage', '0.75', null],
      ['Петров П. П.', 'sales', '1250000', '900000'],
      ['Сидорова А. В.', 'sales', '640500', '900000'],
    ]);
  });
});
