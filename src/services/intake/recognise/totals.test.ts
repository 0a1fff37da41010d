import { describe, expect, test } from 'vitest';
import type { Field } from '../../../domain/fields.ts';
import type { ColumnReading } from '../recognition.ts';
import { isTotalRow } from './totals.ts';

const columns = (['clientName', 'brand', 'skuName', 'quantity', 'amountGross', 'note'] as const).map(
  (field: Field, index): ColumnReading => ({
    index,
    header: field,
    field,
    confidence: 1,
    reason: 'synonym',
    samples: [],
  }),
);
const isTotal = (...cells: string[]) => isTotalRow(cells, columns);

describe('a row of totals', () => {
  test.each([
    [['Итого', '', '', '25,000', '1 895,00', '']],
    [['ИТОГО:', '', '', '25', '1895', '']],
    [['', '', 'Всего', '25', '1895', '']],
    [['Ландыш ООО', '', 'Итого', '5', '100', '']],
    [['Ландыш ООО Итог', '', '', '5', '100', '']],
    [['Итого по Ландыш ООО', '', '', '5', '100', '']],
    [['Общий итог', '', '', '5', '100', '']],
    [['Total', '', '', '5', '100', '']],
    [['Grand Total', '', '', '5', '100', '']],
  ])('%j', (cells) => {
    expect(isTotal(...cells)).toBe(true);
  });

  test.each([
    [['Ландыш ООО', 'TOTAL', 'Масло моторное', '5', '100', '']],
    [['Total', '', 'Масло Total Quartz', '5', '100', '']],
    [['ООО Всего понемногу', '', 'Молоко', '5', '100', '']],
    [['Ландыш ООО', '', 'Colgate Total', '5', '100', '']],
    [['Ландыш ООО', '', 'Молоко', '5', '100', 'итого за месяц']],
    [['Итоговый магазин', '', 'Молоко', '5', '100', '']],
  ])('is not %j', (cells) => {
    expect(isTotal(...cells)).toBe(false);
  });
});
