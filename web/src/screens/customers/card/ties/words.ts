import type { Words } from '../../../../language/words.ts';

export const tieWords = {
  title: { ru: 'Связи', en: 'Ties' },
  group: { ru: 'Группа', en: 'Group' },
  groupKind: {
    ru: '{kind, select, chain {сеть} dealer {дилер} other {холдинг}}',
    en: '{kind, select, chain {chain} dealer {dealer} other {holding}}',
  },
  dealer: { ru: 'Дилер', en: 'Dealer' },
  nobody: { ru: 'ничей не субдилер', en: 'nobody’s sub-dealer' },
  subDealers: {
    ru: '{n, plural, one {# субдилер} few {# субдилера} many {# субдилеров} other {# субдилера}}',
    en: '{n, plural, one {# sub-dealer} other {# sub-dealers}}',
  },
  subDealersActive: {
    ru: '{n} из {all} в АКБ месяца · каждый считается сам по себе',
    en: '{n} of {all} in АКБ of the month · each is counted for himself',
  },
  active: { ru: 'в АКБ', en: 'in АКБ' },
  notActive: { ru: 'не сработал', en: 'not active' },
  below: { ru: 'через {name}', en: 'below {name}' },
  all: { ru: 'Показать всех', en: 'Show all' },
  change: { ru: 'Изменить', en: 'Change' },
  changeTitle: { ru: 'Чей это субдилер', en: 'Whose sub-dealer he is' },
  help: {
    ru: 'Субдилер остаётся клиентом сам по себе: АКБ и ОКБ от этого не меняются. Пустое поле — он ничей не субдилер.',
    en: 'A sub-dealer stays a customer of his own: no figure changes by it. An empty field: he is nobody’s sub-dealer.',
  },
  whose: { ru: 'Дилер, который ему поставляет', en: 'The dealer who supplies him' },
  since: { ru: 'С какого дня', en: 'From which day' },
  save: { ru: 'Сохранить', en: 'Save' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  stated: {
    ru: '{name}: {dealer, select, none {ничей не субдилер} other {субдилер клиента «{dealer}»}}',
    en: '{name}: {dealer, select, none {nobody’s sub-dealer} other {sub-dealer of “{dealer}”}}',
  },
  said: { ru: 'Что записано', en: 'What was said' },
  saidOf: {
    ru: 'с {day}: {dealer, select, none {ничей} other {{dealer}}} · {user}',
    en: 'from {day}: {dealer, select, none {nobody’s} other {{dealer}}} · {user}',
  },
  holder: { ru: 'владелец папки данных', en: 'the owner of the data folder' },
  path: { ru: 'Субдилеры', en: 'Sub-dealers' },
} satisfies Words;
