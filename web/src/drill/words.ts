import type { Words } from '../language/words.ts';

export const drillWords = {
  title: { ru: 'Клиенты за показателем', en: 'Customers behind the figure' },
  count: {
    ru: '{unit, select, client {{n, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента}}} legalEntity {{n, plural, one {# юрлицо} few {# юрлица} many {# юрлиц} other {# юрлица}}} other {{n, plural, one {# точка доставки} few {# точки доставки} many {# точек доставки} other {# точки доставки}}}}',
    en: '{unit, select, client {{n, plural, one {# customer} other {# customers}}} legalEntity {{n, plural, one {# legal entity} other {# legal entities}}} other {{n, plural, one {# delivery point} other {# delivery points}}}}',
  },
  howCounted: { ru: 'Как посчитано.', en: 'How it is counted.' },
  customer: { ru: 'Клиент', en: 'Customer' },
  last: { ru: 'Последняя', en: 'Last' },
  documents: { ru: 'Накл.', en: 'Docs' },
  amount: { ru: 'Сумма, ₽', en: 'Amount, ₽' },
  more: { ru: 'ещё {n}', en: '{n} more' },
  total: { ru: 'Итого', en: 'Total' },
  totalOf: { ru: 'Итого {count}', en: '{count} in total' },
  nobody: { ru: 'Здесь никого нет', en: 'There is nobody here' },
  nobodyWhy: {
    ru: 'Под это условие не подходит ни один клиент, которого вам можно видеть.',
    en: 'No customer that you may see fits this condition.',
  },
  hidden: { ru: 'Клиент № {id}', en: 'Customer no. {id}' },
  close: { ru: 'Закрыть', en: 'Close' },
  previous: { ru: 'Предыдущая ячейка', en: 'Previous cell' },
  next: { ru: 'Следующая ячейка', en: 'Next cell' },
  saveSegment: { ru: 'Сохранить сегмент', en: 'Save as a segment' },
  segmentName: { ru: 'Название сегмента', en: 'Name of the segment' },
  frozen: { ru: 'Заморозить: останутся те, кто в нём сейчас', en: 'Freeze: it stays who is in it now' },
  save: { ru: 'Сохранить', en: 'Save' },
  saved: { ru: 'Сегмент «{name}» сохранён', en: 'The segment “{name}” is saved' },
  search: { ru: 'Найти в списке', en: 'Find in the list' },
  customersTab: { ru: 'Клиенты', en: 'Customers' },
  sortedBy: { ru: 'Порядок', en: 'Order' },
} satisfies Words;
