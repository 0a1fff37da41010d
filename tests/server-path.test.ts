import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportSummary } from '../src/services/intake/import-summary.ts';
import {
  customersOf,
  figuresOf,
  newApplication,
  newServerApplication,
  reportsOf,
  type TestApplication,
} from './harness/application.ts';
import { encode } from './reading/reading-fixture.ts';
import { xlsxOf } from './reading/zip-fixture.ts';

// The embedded engines read a user's text themselves; a server is sent the rows. Nothing else may differ.

const header =
  'Дата;Номер документа;Вид документа;Контрагент.Код;Контрагент;Номенклатура;Товарная группа;Количество;Сумма включая НДС;Сумма без НДС;Торговый представитель';
const line = (
  day: string,
  number: string,
  client: string,
  product: string,
  amount: string,
  type = 'Реализация',
) =>
  [
    day,
    number,
    type,
    client,
    `"ООО ""${client}"""`,
    product,
    `Группа ${product.length}`,
    amount.startsWith('-') ? -1 : 1,
    amount,
    amount,
    client === 'К-1' ? 'Петров' : 'Сидорова',
  ].join(';');

const first = [
  'Продажи',
  'Период: 01.09.2026 - 31.10.2026',
  '',
  header,
  line('05.09.2026', 'РН-1', 'К-1', 'Молоко', '1 000,50'),
  line('05.09.2026', 'РН-1', 'К-1', 'Сыр', '500,00'),
  line('07.09.2026', 'РН-2', 'К-2', 'Молоко', '200,00'),
  line('32.09.2026', 'РН-3', 'К-3', 'Молоко', '300,00'),
  line('02.10.2026', 'РН-4', 'К-2', 'Сыр', '400,00'),
  line('09.10.2026', 'В-1', 'К-2', 'Сыр', '-400,00', 'Возврат товаров от покупателя'),
  line('10.10.2026', 'РН-5', 'К-3', 'Хлеб', '60,00'),
  line('11.10.2026', 'РН-6', 'К-3', 'Хлеб', 'шестьдесят'),
  line('12.10.2026', 'З-1', 'К-4', 'Хлеб', '70,00', 'Заказ клиента'),
  'Итого;;;;;;;;2 130,50;;',
].join('\r\n');
const second = [
  header,
  line('05.10.2026', 'РН-1', 'К-1', 'Молоко', '1 000,50'),
  line('05.10.2026', 'РН-1', 'К-1', 'Сыр', '650,00'),
  line('20.10.2026', 'РН-7', 'К-4', 'Молоко', '90,00'),
].join('\n');
const cards = await xlsxOf({
  sheets: [
    {
      name: 'Клиенты',
      xml: `<sheetData>${[
        ['Код', 'Наименование', 'Город', 'Канал сбыта', 'Телефон'],
        ...[1, 2, 3, 4].map((at) => [
          `К-${at}`,
          `Фирма ${at}`,
          at < 3 ? 'Киров' : 'Пермь',
          'HoReCa',
          `+7900000000${at}`,
        ]),
      ]
        .map(
          (cells) =>
            `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
        )
        .join('')}</sheetData>`,
    },
  ],
});

/** Without what the place of the files makes different. */
async function told({ tables, rejectedFile, findings, ...rest }: ImportSummary): Promise<unknown> {
  const folder = dirname(tables[0]?.file ?? '');
  const short = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll(`${folder}/`, ''));
  const rejected = rejectedFile === null ? null : await readFile(rejectedFile, 'utf8');
  // How a text is read differs, and with it whether its encoding is known here.
  return short({ ...rest, findings, rejected, tables: tables.map(({ encoding: _, ...table }) => table) });
}

/** The main job from the first file to the last figure: everything that a user is shown on the way. */
async function mainJob(akb: TestApplication): Promise<unknown[]> {
  const shown: unknown[] = [];
  const { application } = akb;
  const look = async () => {
    for (const unit of ['client', 'legalEntity', 'deliveryPoint'] as const)
      shown.push(await reportsOf(application, ['2026-10', '2026-09..2026-10'], { unit }));
    for (const by of ['rep', 'category', 'city'] as const)
      shown.push(await reportsOf(application, ['2026-10'], { by }));
    for (const set of ['active', 'lost', 'prospects'] as const)
      shown.push(await customersOf(akb, '2026-10', { set }));
    shown.push(await application.dataState());
  };
  const files = { 'отгрузки.csv': encode(first, 'windows-1251'), 'клиенты.xlsx': cards };
  const { importId, ...summary } = await akb.load(files, { basis: 'договор' });
  shown.push(await told({ importId, ...summary }));
  expect(await figuresOf(akb, '2026-10')).toMatchObject({ activeBase: 1, totalBase: 3, sales: '60.00' });
  await look();
  shown.push(await told(await akb.load({ 'исправления.csv': second })));
  shown.push(await reportsOf(application, ['2026-09', '2026-10']));
  shown.push(await told(await akb.load(files)));
  await akb.undo(importId);
  await look();
  shown.push(
    (await application.imports()).map(({ appliedAt, undoneAt, files: _, ...rest }) => ({
      ...rest,
      undone: undoneAt !== null,
    })),
  );
  return shown;
}

test('on PostgreSQL and a ClickHouse server everything is as on the embedded engines', async ({ skip }) => {
  const servers = await newServerApplication();
  if (servers === undefined) return skip('PostgreSQL cannot run here');
  const shown = await mainJob(servers).finally(() => servers.remove());
  const embedded = await newApplication({ embedded: true });
  expect(shown).toEqual(await mainJob(embedded).finally(() => embedded.remove()));
}, 300_000);
