import type { Words } from '../../language/words.ts';

export const groupsWords = {
  title: { ru: 'Группы и дилеры', en: 'Groups and dealers' },
  under: {
    ru: 'Юрлица одной группы считаются одним клиентом. Субдилеры дилера считаются каждый сам по себе.',
    en: 'Legal entities of a group are counted as one client. Sub-dealers of a dealer are counted each for himself.',
  },
  noRight: { ru: 'Клиентов видят другие', en: 'Others see customers' },
  noRightHelp: {
    ru: 'Для этого нужно право «видеть клиентов». Права даёт владелец.',
    en: 'It takes the right to see customers. An owner gives rights.',
  },
  ofWhole: {
    ru: 'Группы показываются тем, кто видит всю компанию.',
    en: 'Groups are shown to those who see the whole company.',
  },
  groups: { ru: 'Группы', en: 'Groups' },
  make: { ru: 'Объединить в группу', en: 'Make a group' },
  none: { ru: 'Групп, объединённых вручную, нет', en: 'There are no groups by hand' },
  noneHelp: {
    ru: 'Выберите юрлица одной сети или одного холдинга здесь или в списке клиентов: дальше они считаются одним клиентом. Группы, названные в файлах, видны в карточках.',
    en: 'Choose the legal entities of a chain or a holding here or in the list of customers: from then on they are counted as one client. Groups that files name are on the cards.',
  },
  name: { ru: 'Название', en: 'Name' },
  kind: { ru: 'Вид', en: 'Kind' },
  kindIs: {
    ru: '{kind, select, chain {Сеть} dealer {Дилер} other {Холдинг}}',
    en: '{kind, select, chain {Chain} dealer {Dealer} other {Holding}}',
  },
  entities: { ru: 'Юрлиц', en: 'Legal entities' },
  active: { ru: 'Из них в АКБ', en: 'In АКБ of these' },
  activeAside: { ru: 'АКБ: {month}', en: 'АКБ: {month}' },
  who: { ru: 'Кто входит', en: 'Who is in it' },
  action: { ru: 'Действие', en: 'Action' },
  change: { ru: 'Изменить', en: 'Change' },
  changeOf: { ru: 'Изменить: {name}', en: 'Change: {name}' },
  changeTitle: { ru: 'Группа', en: 'Group' },
  add: { ru: 'Добавить юрлицо', en: 'Add a legal entity' },
  takeOut: { ru: 'Вывести: {name}', en: 'Take out: {name}' },
  noMembers: {
    ru: 'Никого: группа без юрлиц расформировывается.',
    en: 'Nobody: a group without legal entities is dissolved.',
  },
  counting: { ru: 'Считаем, как изменится АКБ…', en: 'Counting how АКБ would change…' },
  noEffect: { ru: 'АКБ ни одного месяца не изменится.', en: 'АКБ of no month changes.' },
  save: { ru: 'Сохранить', en: 'Save' },
  cancel: { ru: 'Отмена', en: 'Cancel' },
  close: { ru: 'Закрыть', en: 'Close' },
  dissolve: { ru: 'Расформировать…', en: 'Dissolve…' },
  dissolveNow: { ru: 'Расформировать', en: 'Dissolve' },
  dissolveHelp: {
    ru: '{name} перестанет быть одним клиентом: {n, plural, one {# юрлицо станет} few {# юрлица станут} many {# юрлиц станут} other {# юрлица станут}} тем, что говорят файлы.',
    en: '{name} is one client no more: its {n, plural, one {# legal entity is} other {# legal entities are}} what files say again.',
  },
  done: {
    ru: '{kind, select, make {Группа создана} dissolve {Группа расформирована} other {Группа изменена}}: {name}',
    en: '{kind, select, make {Group made} dissolve {Group dissolved} other {Group changed}}: {name}',
  },
  dealers: { ru: 'Дилеры и субдилеры', en: 'Dealers and sub-dealers' },
  dealersAside: {
    ru: 'на сегодня; чей субдилер, записывают в карточке клиента',
    en: 'as of today; whose sub-dealer somebody is, is said on his card',
  },
  noDealers: {
    ru: 'Субдилеров нет. Откройте карточку клиента и укажите его дилера в блоке «Связи».',
    en: 'There are no sub-dealers. Open a customer’s card and name his dealer under “Ties”.',
  },
  dealer: { ru: 'Дилер', en: 'Dealer' },
  subDealers: { ru: 'Субдилеров', en: 'Sub-dealers' },
} satisfies Words;
