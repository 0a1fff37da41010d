import { expect, test } from 'vitest';
import { columnWidth, gridColumns, remapped, sureness } from './grid-columns.ts';

const reading = (header: string, field: 'clientName' | 'tags' | null, confidence = 1) => ({
  ...{ header, field, confidence, reason: 'synonym' },
});

test('columns of one name are told apart by their numbers, each with its own reading', () => {
  const standing = [
    { header: 'Товар', field: null },
    { header: '', field: null },
    { header: 'Клиент', field: 'clientName' },
    { header: 'Товар', field: 'tags' },
  ] as const;
  const columns = gridColumns(standing, [
    reading('Товар', 'tags', 0.9),
    reading('Клиент', 'clientName'),
    reading('Товар', null, 0),
  ]);
  expect(columns.map(({ key, reading: of }) => [key, of?.confidence])).toEqual([
    ['1', 0],
    ['2', undefined],
    ['Клиент', 1],
    ['4', 0.9],
  ]);
});

test('a field that another column had is taken from it', () => {
  const columns = gridColumns(
    [
      { header: 'Клиент', field: 'clientName' },
      { header: 'Покупатель', field: null },
    ],
    [],
  );
  const [, second] = columns;
  if (!second) throw new Error('two columns are expected');
  expect(remapped(columns, second, 'clientName')).toEqual({ Клиент: null, Покупатель: 'clientName' });
  expect(remapped(columns, second, null)).toEqual({ Покупатель: null });
});

test('a column is as wide as its contents, within reason', () => {
  expect(columnWidth('№', 'номер', ['1'])).toBe(96);
  expect(columnWidth('№', 'номер', ['x'.repeat(500)])).toBe(260);
});

test('how sure a mapping is', () => {
  expect([1, 0.95, 0.9, 0.8, 0.79].map(sureness)).toEqual(['sure', 'sure', 'likely', 'likely', 'doubtful']);
});
