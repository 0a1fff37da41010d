import type { Words } from '../language/words.ts';

export const effectWords = {
  effect: { ru: 'АКБ по месяцам', en: 'The base by months' },
  now: { ru: 'Сейчас', en: 'Now' },
  was: { ru: 'Было', en: 'Was' },
  became: { ru: 'Стало', en: 'Is' },
  becomes: { ru: 'Станет', en: 'Becomes' },
  difference: { ru: 'Разница', en: 'Difference' },
  axisFrom: { ru: 'ось с {from}', en: 'axis from {from}' },
  unit: { ru: 'Кого считаем', en: 'Who is counted' },
  client: { ru: 'Клиенты', en: 'Customers' },
  legalEntity: { ru: 'Юрлица', en: 'Legal entities' },
  deliveryPoint: { ru: 'Точки', en: 'Points' },
  allMonths: {
    ru: 'Показать все {n, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
    en: 'Show all {n} months',
  },
} satisfies Words;
