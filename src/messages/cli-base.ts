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
  'help.remove': {
    ru: 'Удалить клиента, который не покупал; вернуть: akb removed --restore',
    en: 'Remove a customer who never bought; akb removed --restore brings him back',
  },
  'help.removed': {
    ru: 'Удалённые клиенты; с --restore вернуть',
    en: 'Removed customers; --restore brings one back',
  },
  'help.destroy': {
    ru: 'Уничтожить персональные данные клиента навсегда; суммы останутся под номером',
    en: 'Destroy the personal data of a customer for good; sums stay under his number',
  },
  'help.prospects': {
    ru: 'Потенциальные клиенты по целевым уровням и правила уровней',
    en: 'Prospects by target level, and the rules of levels',
  },
  'help.quality': {
    ru: 'Качество данных: оценка и что поправить',
    en: 'Quality of the data: score and what to mend',
  },
  'option.restoreCustomer': {
    ru: 'вернуть клиента, удалённого под этим номером',
    en: 'bring back the customer that was removed under this number',
  },
  'option.destroyRemoved': {
    ru: 'удалённого клиента под этим номером (akb removed)',
    en: 'the removed customer of this number (akb removed)',
  },
  'option.destroyConfirm': {
    ru: 'его название, в точности: подтверждение',
    en: 'his name, exactly: the confirmation',
  },
  'option.showRules': { ru: 'показать правила уровней: JSON', en: 'show the rules of levels: JSON' },
  'option.setRules': {
    ru: 'записать правила уровней из файла JSON',
    en: 'state the rules of levels from a JSON file',
  },
  'option.qualityBranch': { ru: 'только филиал: название или код', en: 'one branch only: name or code' },
  'examples.remove': {
    ru: '  akb remove К-17 --reason "заведён по ошибке"',
    en: '  akb remove C-17 --reason "made by mistake"',
  },
  'examples.removed': {
    ru: '  akb removed\n  akb removed --restore 41',
    en: '  akb removed\n  akb removed --restore 41',
  },
  'examples.destroy': {
    ru: '  akb destroy К-17 --confirm "ИП Ромашкина А. А."\n  akb destroy --removed 41 --confirm "Мята"',
    en: '  akb destroy C-17 --confirm "Camomile Ltd."\n  akb destroy --removed 41 --confirm "Mint"',
  },
  'examples.prospects': {
    ru: '  akb prospects\n  akb prospects --rules > правила.json\n  akb prospects --set правила.json',
    en: '  akb prospects\n  akb prospects --rules > rules.json\n  akb prospects --set rules.json',
  },
  'examples.quality': {
    ru: '  akb quality\n  akb quality --branch Казань --csv',
    en: '  akb quality\n  akb quality --branch Kazan --csv',
  },
  destroyNotConfirmed: {
    ru: 'Это навсегда: исчезнут имя, ИНН, адреса, контакты, записи; суммы останутся под номером. Ничего не сделано. Чтобы подтвердить, повторите с --confirm "{name}".',
    en: 'This is for good: name, tax numbers, addresses, contacts and entries go; sums stay under a number. Nothing was done. To confirm, repeat with --confirm "{name}".',
  },
  qualityBranchUnknown: {
    ru: 'Филиала «{text}» нет среди тех, что вы видите. Укажите название или код, как в отчёте.',
    en: 'There is no branch “{text}” among those you see. Give its name or code as the report has it.',
  },
  'removals.removed': {
    ru: 'Удалён: {name}. Вернуть: akb removed --restore {edit}',
    en: 'Removed: {name}. To bring him back: akb removed --restore {edit}',
  },
  'removals.restored': { ru: 'Возвращён: {name}.', en: 'Back again: {name}.' },
  'removals.destroyed': {
    ru: 'Персональные данные уничтожены. Теперь это «{name}».',
    en: 'The personal data are destroyed. It is “{name}” now.',
  },
  'removals.inFile': { ru: 'Ещё есть в загрузке № {id}: {names}', en: 'Still in import no. {id}: {names}' },
  'removals.sheet': { ru: 'Удалённые', en: 'Removed' },
  'removals.none': { ru: 'Удалённых клиентов нет.', en: 'No customer is removed.' },
  'removals.edit': { ru: '№', en: 'No.' },
  'removals.name': { ru: 'Клиент', en: 'Customer' },
  'removals.at': { ru: 'Когда', en: 'When' },
  'removals.reason': { ru: 'Причина', en: 'Reason' },
  'prospects.set': {
    ru: '{count, plural, =0 {Правил больше нет} one {Записано # правило} few {Записано # правила} many {Записано # правил} other {Записано # правила}}.',
    en: '{count, plural, =0 {There are no rules any more} one {# rule was stated} other {# rules were stated}}.',
  },
  'prospects.sheet': { ru: 'Потенциальные', en: 'Prospects' },
  'prospects.level': { ru: 'Уровень', en: 'Level' },
  'prospects.none': { ru: 'без уровня', en: 'none' },
  'prospects.count': { ru: 'Клиентов', en: 'Customers' },
  'quality.score': {
    ru: '{score, select, none {Оценивать нечего} other {Оценка {score} из 100}}; юрлиц и физлиц: {units, number}.',
    en: '{score, select, none {There is nothing to judge} other {Score {score} of 100}}; {units, number} legal entities and persons.',
  },
  'quality.sheet': { ru: 'Качество', en: 'Quality' },
  'quality.none': { ru: 'Все карточки в порядке.', en: 'All cards are in order.' },
  'quality.flaw': { ru: 'Которые', en: 'That' },
  'quality.units': { ru: 'Клиентов', en: 'Customers' },
  'quality.share': { ru: 'Доля', en: 'Share' },
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
