import type { MessageCatalogue } from './message.ts';

/** Whom to call, and what came of it. */
export const callMessages = {
  'help.calls': {
    ru: 'Кому звонить: кто по своему ритму должен был купить; с --result итог звонка',
    en: 'Whom to call: who should have bought by his own rhythm; with --result what a call ended with',
  },
  'examples.calls': {
    ru: '  akb calls\n  akb calls --rep "Петров П.П." --by plan\n  akb calls --group winBack --limit 100\n  akb calls К-17 --result refused --reason price\n  akb calls К-17 --result later --next 2026-12-01\n  akb calls --results 2026-11\n  akb calls --rules > rules.json\n  akb calls --set rules.json',
    en: '  akb calls\n  akb calls --rep "Peter" --by plan\n  akb calls --group winBack --limit 100\n  akb calls K-17 --result refused --reason price\n  akb calls K-17 --result later --next 2026-12-01\n  akb calls --results 2026-11\n  akb calls --rules > rules.json\n  akb calls --set rules.json',
  },
  'option.callRep': { ru: 'Только клиенты этого представителя', en: 'Only customers of this rep' },
  'option.callGroup': { ru: 'Группа списка: {groups}', en: 'A group of the list: {groups}' },
  'option.callBy': {
    ru: 'По ожидаемым деньгам или по вкладу в план АКБ: {sorts}',
    en: 'By expected money or by effect on the АКБ plan: {sorts}',
  },
  'option.callLimit': { ru: 'Сколько клиентов показать', en: 'How many customers to show' },
  'option.callResult': { ru: 'Чем кончился звонок: {outcomes}', en: 'What the call ended with: {outcomes}' },
  'option.callReason': { ru: 'Почему отказ: {reasons}', en: 'Why it was refused: {reasons}' },
  'option.callNext': { ru: 'День следующего звонка', en: 'The day of the next call' },
  'option.callUndo': { ru: 'Взять назад звонок с этим номером', en: 'Take back the call with this number' },
  'option.callResults': {
    ru: 'Итоги звонков месяца по представителям',
    en: 'What came of the calls of a month, by rep',
  },
  'option.callRules': { ru: 'Показать правила звонков: JSON', en: 'Show the rules of calls: JSON' },
  'option.setCallRules': {
    ru: 'Поставить правила звонков из файла, как их показывает --rules',
    en: 'State the rules of calls from a file, as --rules shows them',
  },
  'calls.sheet': { ru: 'Кому звонить', en: 'Whom to call' },
  'calls.none': { ru: 'Звонить некому.', en: 'There is nobody to call.' },
  'calls.head': {
    ru: 'Данные по {asOf}. Просрочили закупку: {late}, ждём {expected}. Звонков сегодня: {done} из {planned}.',
    en: 'Data up to {asOf}. Overdue: {late}, expected {expected}. Calls today: {done} of {planned}.',
  },
  'calls.closes': {
    ru: 'До плана продаж на {month} не хватает {missing}; эти клиенты закрыли бы {share}.',
    en: 'The sales plan of {month} is short of {missing}; these customers would close {share}.',
  },
  'calls.customer': { ru: 'Клиент', en: 'Customer' },
  'calls.code': { ru: 'Код', en: 'Code' },
  'calls.phone': { ru: 'Телефон', en: 'Phone' },
  'calls.rep': { ru: 'Представитель', en: 'Rep' },
  'calls.expectedOn': { ru: 'Ждали', en: 'Expected on' },
  'calls.late': { ru: 'Опоздание, дней', en: 'Days late' },
  'calls.interval': { ru: 'Раз в, дней', en: 'Every, days' },
  'calls.sum': { ru: 'Ждём', en: 'Expected sum' },
  'calls.share': { ru: 'Доля разрыва', en: 'Share of the gap' },
  'calls.overdue': { ru: 'Просроченный долг', en: 'Overdue debt' },
  'calls.recorded': {
    ru: 'Звонок № {id}: {name}. Следующий {next}.',
    en: 'Call no. {id}: {name}. The next one is on {next}.',
  },
  'calls.undone': { ru: 'Звонок № {id} взят назад.', en: 'Call no. {id} is taken back.' },
  'calls.rulesSet': { ru: 'Записаны правила звонков: {count}.', en: 'Rules of calls are written: {count}.' },
  'calls.resultsSheet': { ru: 'Итоги звонков', en: 'Results of calls' },
  'calls.calls': { ru: 'Звонков', en: 'Calls' },
  'calls.reached': { ru: 'Дозвонились', en: 'Reached' },
  'calls.won': { ru: 'Купили', en: 'Bought' },
  'calls.conversion': { ru: 'Конверсия', en: 'Conversion' },
  'calls.completion': { ru: 'Выполнение', en: 'Completion' },
  'calls.outcome.order': { ru: 'Заказ', en: 'Order' },
  'calls.outcome.later': { ru: 'Позже', en: 'Later' },
  'calls.outcome.noAnswer': { ru: 'Не взял', en: 'No answer' },
  'calls.outcome.refused': { ru: 'Отказ', en: 'Refused' },
  'calls.outcome.wrongNumber': { ru: 'Номер не тот', en: 'Wrong number' },
  'calls.reason.price': { ru: 'дорого', en: 'price' },
  'calls.reason.competitor': { ru: 'берёт у другого', en: 'buys elsewhere' },
  'calls.reason.stock': { ru: 'есть остатки', en: 'has stock' },
  'calls.reason.assortment': { ru: 'нет нужного товара', en: 'lacks the goods' },
  'calls.reason.debt': { ru: 'долг', en: 'debt' },
  'calls.reason.closed': { ru: 'закрылся', en: 'closed down' },
  'calls.reason.other': { ru: 'другое', en: 'other' },

  callReason: {
    ru: 'Причина нужна отказу, и только ему. Звонок не записан. Выберите итог «Отказ» с причиной или другой итог без неё.',
    en: 'A refusal needs a reason, and nothing else does. The call was not written. Choose a refusal with its reason, or another result without one.',
  },
  callNextWrong: {
    ru: 'Следующий звонок {day} назначить нельзя. Звонок не записан. Выберите день от сегодняшнего, не дальше года.',
    en: 'The next call cannot be on {day}. The call was not written. Choose a day from today on, within a year.',
  },
  callUnknown: {
    ru: 'Звонка № {id} нет. Ничего не изменилось. Номера звонков стоят в истории клиента.',
    en: 'There is no call no. {id}. Nothing was changed. Numbers of calls stand in the timeline of the customer.',
  },
  callOfAnother: {
    ru: 'Этот звонок записал другой сотрудник. Ничего не изменилось. Взять назад его может только он.',
    en: 'Somebody else wrote this call down. Nothing was changed. Only they can take it back.',
  },
  callUndone: {
    ru: 'Звонок № {id} уже взят назад.',
    en: 'Call no. {id} has been taken back already.',
  },
  callRulesStale: {
    ru: 'Пока вы правили правила звонков, их изменили. Ничего не записано. Откройте версию {version} и повторите правку.',
    en: 'The rules of calls were changed while you were editing them. Nothing was written. Open version {version} and repeat your change.',
  },
} as const satisfies MessageCatalogue;
