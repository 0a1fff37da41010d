import type { Words } from '../language/words.ts';

export const filterWords = {
  incomplete: { ru: 'данные неполны', en: 'incomplete data' },
  incompleteWhy: {
    ru: 'В этом периоде есть рабочие дни без отгрузок: {branches}. Если отгрузки были, загрузите их.',
    en: 'This period has working days without shipments: {branches}. If there were any, import them.',
  },
  missingOf: {
    ru: '{name} — {days, plural, one {# день} few {# дня} other {# дней}}',
    en: '{name}: {days, plural, one {# day} other {# days}}',
  },
  andMoreBranches: { ru: 'и ещё {n}', en: 'and {n} more' },
  filters: { ru: 'Фильтры', en: 'Filters' },
  addFilter: { ru: 'Фильтр', en: 'Filter' },
  search: { ru: 'Найти', en: 'Find' },
  members: { ru: 'Значения: {name}', en: 'Members: {name}' },
  searching: { ru: 'Ищем…', en: 'Searching…' },
  findCustomer: { ru: 'Имя, код, телефон или ИНН', en: 'Name, code, phone or tax number' },
  nobodyByThat: { ru: 'Никого не нашлось', en: 'Nobody was found' },
  clear: { ru: 'Снять всё', en: 'Clear' },
  apply: { ru: 'Показать', en: 'Show' },
  chooseFound: { ru: 'Выбрать найденные ({n})', en: 'Choose those found ({n})' },
  nobodyFound: {
    ru: 'Ничего не найдено. Измените поиск или период.',
    en: 'Nothing was found. Change the search or the period.',
  },
  membersOf: { ru: '{first} и ещё {n}', en: '{first} and {n} more' },
  notStated: { ru: '(не указано)', en: '(not stated)' },
} satisfies Words;
