import type { Words } from '../language/words.ts';

/** What is planned of one customer, and from what its forecast is known. */
export const customerMetricWords = {
  sales: { ru: 'Продажи, ₽', en: 'Sales, ₽' },
  activeBase: { ru: 'Купит в месяце (АКБ)', en: 'Buys in the month' },
  qualifiedBase: { ru: 'Качественная АКБ', en: 'Qualified base' },
  documents: { ru: 'Документы', en: 'Documents' },
  avgCheck: { ru: 'Средний чек, ₽', en: 'Average check, ₽' },
  avgSkuPerClient: { ru: 'SKU', en: 'SKU' },
  foreseenBy: {
    ru: '{basis, select, own {Обычно покупает раз в {interval, plural, one {# день} few {# дня} other {# дней}}} other {Своего ритма ещё нет, похожие клиенты покупают раз в {interval, plural, one {# день} few {# дня} other {# дней}}}}, последний раз {silence, plural, =0 {в последний загруженный день} one {# день назад} few {# дня назад} other {# дней назад}}. До конца месяца в среднем ещё {purchases} покупки{cheque, select, none {} other { по {cheque}}}.',
    en: '{basis, select, own {Usually buys every {interval, plural, one {day} other {# days}}} other {Has no rhythm of his own yet, others like him buy every {interval, plural, one {day} other {# days}}}}, last {silence, plural, =0 {on the last loaded day} one {# day ago} other {# days ago}}. On average {purchases} more purchases{cheque, select, none {} other { of {cheque}}} until the end of the month.',
  },
  unforeseen: {
    ru: '{why, select, noRhythm {Прогноза нет: клиент ещё не покупал или работа с ним прекращена} tooFar {Прогноза нет: до этого месяца больше двух месяцев} metric {Прогноза нет: по ритму покупок этого не видно} unknown {Прогноза нет: неизвестны суммы или документы} other {Месяц закончен: прогноз равен факту}}.',
    en: '{why, select, noRhythm {No forecast: he has not bought yet, or the company has stopped working with him} tooFar {No forecast: the month is more than two months ahead} metric {No forecast: the rhythm of purchases does not say it} unknown {No forecast: amounts or documents are not known} other {The month is over: the forecast is the fact}}.',
  },
} satisfies Words;
