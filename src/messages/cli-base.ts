import type { MessageCatalogue } from './message.ts';

/** Commands for the customer base: groups, dealers, who is away, prospects, quality. */
export const cliBaseMessages = {
  'help.groups': {
    ru: 'Группы клиентов: показать, объединить юрлица в одного клиента, изменить, расформировать',
    en: 'Groups of customers: list them, make one client of legal entities, change it, dissolve it',
  },
  'help.dealers': {
    ru: 'Дилеры и субдилеры; с --below записать, чей клиент субдилер',
    en: 'Dealers and sub-dealers; with --below say whose sub-dealer a customer is',
  },
  'arg.groupCustomers': {
    ru: 'код, ИНН или название; сеть по её названию входит целиком',
    en: 'code, ИНН or name; a network by its name goes in as a whole',
  },
  'option.groupMake': {
    ru: 'объединить клиентов в группу с этим названием',
    en: 'make a group with this name of the customers',
  },
  'option.groupKind': {
    ru: 'вид группы: {kinds}; иначе holding',
    en: 'kind of the group: {kinds}; else holding',
  },
  'option.groupInto': {
    ru: 'включить клиентов в группу с этим номером',
    en: 'put the customers into the group with this number',
  },
  'option.groupOutOf': {
    ru: 'вывести клиентов из группы с этим номером',
    en: 'take the customers out of the group with this number',
  },
  'option.groupRename': {
    ru: 'переименовать группу с этим номером: --name',
    en: 'rename the group with this number: --name',
  },
  'option.groupName': { ru: 'новое название', en: 'the new name' },
  'option.groupDissolve': {
    ru: 'расформировать группу с этим номером',
    en: 'dissolve the group with this number',
  },
  'option.below': {
    ru: 'чей он субдилер: код, ИНН или название',
    en: 'whose sub-dealer he is: code, ИНН or name',
  },
  'option.belowNobody': { ru: 'он больше ничей не субдилер', en: 'he is nobody’s sub-dealer any more' },
  'option.dealerSince': {
    ru: 'с какого дня, например 2026-10-01; иначе с сегодня',
    en: 'from which day, for instance 2026-10-01; else today',
  },
  'examples.groups': {
    ru: '  akb groups\n  akb groups К-1 К-2 --make "Сад" --kind holding --dry-run\n  akb groups К-3 --into 17\n  akb groups --dissolve 17',
    en: '  akb groups\n  akb groups C-1 C-2 --make "Garden" --kind holding --dry-run\n  akb groups C-3 --into 17\n  akb groups --dissolve 17',
  },
  'examples.dealers': {
    ru: '  akb dealers\n  akb dealers К-5 --below К-1 --since 2026-10-01\n  akb dealers К-5 --none',
    en: '  akb dealers\n  akb dealers C-5 --below C-1 --since 2026-10-01\n  akb dealers C-5 --none',
  },
  'groupKind.holding': { ru: 'холдинг', en: 'holding' },
  'groupKind.chain': { ru: 'сеть', en: 'chain' },
  'groupKind.dealer': { ru: 'дилер', en: 'dealer' },
  'groups.sheet': { ru: 'Группы', en: 'Groups' },
  'groups.none': { ru: 'Групп, объединённых вручную, нет.', en: 'There are no groups by hand.' },
  'groups.id': { ru: '№', en: 'No.' },
  'groups.name': { ru: 'Название', en: 'Name' },
  'groups.kind': { ru: 'Вид', en: 'Kind' },
  'groups.count': { ru: 'Юрлиц', en: 'Legal entities' },
  'groups.entities': { ru: 'Кто входит', en: 'Who is in it' },
  'groups.done': {
    ru: 'Группа № {id} «{name}»: {count, plural, =0 {расформирована} one {# юрлицо} few {# юрлица} many {# юрлиц} other {# юрлица}}.',
    en: 'Group no. {id} “{name}”: {count, plural, =0 {dissolved} one {# legal entity} other {# legal entities}}.',
  },
  'dealers.sheet': { ru: 'Дилеры', en: 'Dealers' },
  'dealers.none': { ru: 'Субдилеров нет.', en: 'There are no sub-dealers.' },
  'dealers.of': {
    ru: '{name}: {dealer, select, none {ничей не субдилер} other {субдилер клиента {dealer}}}.',
    en: '{name}: {dealer, select, none {nobody’s sub-dealer} other {sub-dealer of {dealer}}}.',
  },
  'dealers.dealer': { ru: 'Дилер', en: 'Dealer' },
  'dealers.subDealer': { ru: 'Субдилер', en: 'Sub-dealer' },
  'dealers.active': { ru: 'В АКБ месяца', en: 'In АКБ of the month' },
  'dealers.yes': { ru: 'да', en: 'yes' },
  'dealers.no': { ru: 'нет', en: 'no' },
} as const satisfies MessageCatalogue;
