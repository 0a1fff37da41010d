import type { Words } from '../language/words.ts';

/** What calls end with. */
export const callWords = {
  outcome: {
    ru: '{outcome, select, order {Заказ} later {Позже} noAnswer {Не взял} refused {Отказ} wrongNumber {Номер не тот} other {{outcome}}}',
    en: '{outcome, select, order {Order} later {Later} noAnswer {No answer} refused {Refused} wrongNumber {Wrong number} other {{outcome}}}',
  },
  reason: {
    ru: '{reason, select, price {Дорого} competitor {Берёт у другого} stock {Есть остатки} assortment {Нет нужного товара} debt {Долг} closed {Закрылся} other {Другое}}',
    en: '{reason, select, price {Too dear} competitor {Buys elsewhere} stock {Has stock} assortment {Lacks the goods} debt {Debt} closed {Closed down} other {Something else}}',
  },
  next: { ru: 'следующий звонок {day}', en: 'next call on {day}' },
} satisfies Words;
