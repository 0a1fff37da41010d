import type { Words } from '../language/words.ts';

export const periodWords = {
  month: { ru: 'Месяц', en: 'Month' },
  months: { ru: 'Месяцы', en: 'Months' },
  lastMonths: { ru: '{n} мес.', en: '{n} mo.' },
  sinceJanuary: { ru: 'С начала года', en: 'Since January' },
  quarter: {
    ru: '{n, select, 1 {I кв.} 2 {II кв.} 3 {III кв.} 4 {IV кв.} other {Квартал}}',
    en: '{n, select, 1 {Q1} 2 {Q2} 3 {Q3} 4 {Q4} other {Quarter}}',
  },
  halfYear: {
    ru: '{n, select, 1 {I полугодие} 2 {II полугодие} other {Полугодие}}',
    en: '{n, select, 1 {H1} 2 {H2} other {Half-year}}',
  },
  year: { ru: 'Год', en: 'Year' },
  days: { ru: 'Дни', en: 'Days' },
  choose: { ru: 'Выбрать', en: 'Choose' },
  monthBefore: { ru: 'Месяц раньше', en: 'A month earlier' },
  monthAfter: { ru: 'Месяц позже', en: 'A month later' },
  yearBefore: { ru: 'Год раньше', en: 'A year earlier' },
  yearAfter: { ru: 'Год позже', en: 'A year later' },
} satisfies Words;
