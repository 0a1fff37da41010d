const titles = [
  'Дата отгрузки',
  'Номер документа',
  'Код контрагента',
  'Контрагент',
  'Номенклатура',
  'Количество',
  'Сумма с НДС',
  'Торговый представитель',
];

/** A file of 1C's shape from rows of values in the order of its titles. */
export function shipmentsFile(rows: readonly (readonly (string | number)[])[]): string {
  return `${[titles, ...rows].map((row) => row.join(';')).join('\n')}\n`;
}

/** The whole numbers from `from` up to, but not with, `to`. */
export const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);
