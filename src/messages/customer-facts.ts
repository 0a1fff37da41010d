import type { MessageCatalogue } from './message.ts';

/** What is agreed with customers, and to whom they are handed over. */
export const customerFactMessages = {
  'term.discountGroup': { ru: 'Группа скидок', en: 'Discount group' },
  'term.discount': { ru: 'Скидка, %', en: 'Discount, %' },
  'term.markup': { ru: 'Наценка, %', en: 'Markup, %' },
  'term.deferralDays': { ru: 'Отсрочка, дней', en: 'Deferral, days' },
  'term.creditLimit': { ru: 'Кредитный лимит', en: 'Credit limit' },
  'term.bonus': { ru: 'Бонус, %', en: 'Bonus, %' },
  'term.delivery': { ru: 'Доставка', en: 'Delivery' },
  'term.marketingSupport': { ru: 'Маркетинговая поддержка', en: 'Marketing support' },

  groupUnknown: {
    ru: 'Группы с номером {id} нет. Ничего не изменено.',
    en: 'There is no group with the number {id}. Nothing was changed.',
  },
  groupEntitiesUnknown: {
    ru: 'Не нашлось юридических лиц: {count}; первое из них № {first}. Группа не изменена. Выберите их из списка.',
    en: 'Legal entities that are not there: {count}; the first is no. {first}. The group was not changed. Choose them from the list.',
  },
  groupNotThere: {
    ru: 'В группе нет юридических лиц, которые из неё выводят: {count}; первое из них № {first}. Группа не изменена. Обновите её карточку.',
    en: 'Legal entities to be taken out that are not in the group: {count}; the first is no. {first}. The group was not changed. Open its card again.',
  },

  dealerCircle: {
    ru: 'Этот дилер с {day} сам ниже клиента: круга не бывает. Ничего не записано. Сначала выведите его из-под клиента.',
    en: 'From {day} on this dealer is below the customer himself: there are no circles. Nothing was written. Take him out from below the customer first.',
  },
  dealerDay: {
    ru: 'День {day} не подходит. Дилер не записан. Укажите дату не раньше 1970 года.',
    en: 'The day {day} will not do. The dealer was not written down. Give a date from 1970 on.',
  },

  targetRulesStale: {
    ru: 'Пока вы правили правила целевых уровней, их изменили. Ничего не записано. Откройте их снова (версия {version}) и повторите правку.',
    en: 'The rules of target levels were changed while you were editing them. Nothing was written. Open them again (version {version}) and repeat your change.',
  },
  removalHasBought: {
    ru: 'Клиент № {id} покупал: без него показатели прошлых периодов стали бы другими. Ничего не изменено. Поставьте ему статус «закрылся» с причиной, а если он просит забыть его, уничтожьте его персональные данные: суммы останутся под номером.',
    en: 'The customer no. {id} has bought: without him the figures of past periods would be others. Nothing was changed. Give him the status “closed” with a reason, or, if he asks to be forgotten, destroy his personal data: the sums stay under his number.',
  },
  removalUnknown: {
    ru: 'Удалённого клиента под номером правки {id} нет: возможно, он уже возвращён. Ничего не изменено. Обновите список удалённых.',
    en: 'No customer was removed by the edit no. {id}: he may be back already. Nothing was changed. Open the list of the removed again.',
  },
  removedCameBack: {
    ru: 'В файле есть покупки клиентов, которых удаляли вручную: {count}. После загрузки они снова в списках и показателях.',
    en: 'The file has purchases of customers who were removed by hand: {count}. Once it is applied, they are in lists and figures again.',
  },
  removedStayAway: {
    ru: 'В файле есть клиенты, которых удаляли вручную: {count}. Покупок у них нет, они остаются удалёнными. Вернуть их можно из списка удалённых.',
    en: 'The file names customers who were removed by hand: {count}. They have not bought and stay removed. The list of the removed brings them back.',
  },
  destroyedCameBack: {
    ru: 'В файле, возможно, есть клиенты, чьи персональные данные уничтожены: {count}. После загрузки они появятся как новые. Если их данные хранить нельзя, отмените загрузку и уберите их из файла.',
    en: 'The file may have customers whose personal data were destroyed: {count}. Once it is applied, they are there as new ones. If their data must not be kept, cancel and take them out of the file.',
  },

  termWrong: {
    ru: 'Условие «{kind, select, discountGroup {группа скидок} discount {скидка} markup {наценка} deferralDays {отсрочка} creditLimit {кредитный лимит} bonus {бонус} delivery {доставка} marketingSupport {маркетинговая поддержка} other {{kind}}}» не может быть «{value}». Ничего не изменено. Проценты и суммы пишут числом без пробелов (7.5), отсрочку целым числом дней.',
    en: 'The term “{kind}” cannot be “{value}”. Nothing was changed. Percent and amounts are numbers without spaces (7.5), a deferral is a whole number of days.',
  },
  termsDay: {
    ru: 'День {day} не подходит. Условия не изменены. Укажите дату не раньше 1970 года.',
    en: 'The day {day} will not do. The terms were not changed. Give a date from 1970 on.',
  },
  termsStale: {
    ru: 'Условия изменил{user, select, none { владелец папки данных} other { {user}}}{at, select, none {} other { ({at})}}, пока вы их правили. {kind, select, discountGroup {Группа скидок} discount {Скидка} markup {Наценка} deferralDays {Отсрочка} creditLimit {Кредитный лимит} bonus {Бонус} delivery {Доставка} marketingSupport {Маркетинговая поддержка} other {{kind}}}: у вас «{yours}», сейчас «{now}». Ничего не записано. Сохраните ещё раз с версией {version}, если ваше верно.',
    en: '{user, select, none {The owner of the data folder} other {{user}}} changed the terms while you were editing them{at, select, none {} other { ({at})}}. {kind}: yours is “{yours}”, now it is “{now}”. Nothing was written. Save once more with version {version} if yours is right.',
  },
  termsChangeUnknown: {
    ru: 'Изменения условий с номером {id} нет. Ничего не изменено.',
    en: 'There is no change of terms with the number {id}. Nothing was changed.',
  },
  termsChangeUndone: {
    ru: 'Изменение условий {id} уже отменено. Ничего не изменено.',
    en: 'The change of terms {id} has been taken back already. Nothing was changed.',
  },

  'handOver.title': {
    ru: 'Передача клиентов: {from}, с {since}{until, select, none {} other { по {until}}}',
    en: 'Hand-over of customers: {from}, from {since}{until, select, none {} other { to {until}}}',
  },
  'handOver.part': {
    ru: 'Принимает {name}: {count, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента}}',
    en: '{name} takes over {count, plural, one {# customer} other {# customers}}',
  },
  'handOver.to': { ru: 'Принимает', en: 'Taken over by' },
  'handOver.contacts': { ru: 'Контакты', en: 'Contacts' },
  'handOver.sales': { ru: 'Продажи за 12 месяцев', en: 'Sales of 12 months' },
  'handOver.frequency': { ru: 'Документов в месяц', en: 'Documents a month' },
  'handOver.terms': { ru: 'Условия', en: 'Terms' },
  'handOver.debt': { ru: 'Задолженность', en: 'Owes' },
  'handOver.overdue': { ru: 'Просрочено', en: 'Overdue' },
  'handOver.owedOn': { ru: 'Долг на день', en: 'Debt as of' },
  'handOver.tasks': { ru: 'Открытые задачи', en: 'Open tasks' },
  'handOver.task': { ru: '{text} (до {due})', en: '{text} (due on {due})' },
  'handOver.note': { ru: 'Заметка', en: 'Note' },
  handOverMemberUnknown: {
    ru: 'Торгового представителя с номером {id} нет среди тех, за кого вы отвечаете. Никто не передан. Выберите другого.',
    en: 'There is no rep with the number {id} among those whom you are in charge of. Nobody was handed over. Choose another one.',
  },
  handOverToHimself: {
    ru: 'Принимающий назван дважды, или это тот же, кто передаёт. Никто не передан. Назовите каждого один раз.',
    en: 'A receiver is named twice, or is the giver himself. Nobody was handed over. Name each of them once.',
  },
  handOverDates: {
    ru: 'Дни {since} и {until, select, none {без конца} other {{until}}} не подходят. Никто не передан. Последний день не может быть раньше первого.',
    en: 'The days {since} and {until, select, none {no end} other {{until}}} will not do. Nobody was handed over. The last day cannot be before the first.',
  },
  handOverNothing: {
    ru: 'На этот день за представителем никто не закреплён, или никого не выбрали. Никто не передан. Проверьте день и закрепление.',
    en: 'The rep has no customers on that day, or none was chosen. Nobody was handed over. Check the day and who is responsible.',
  },
  handOverNotHis: {
    ru: '{count, plural, one {# клиент} few {# клиента} many {# клиентов} other {# клиента}} на этот день за представителем не закреплены; первый из них № {first}. Никто не передан. Уберите их из списка.',
    en: '{count, plural, one {# customer is} other {# customers are}} not the rep’s on that day; the first is no. {first}. Nobody was handed over. Take them off the list.',
  },
  handOverUnknown: {
    ru: 'Передачи с номером {id} нет. Ничего не изменено.',
    en: 'There is no hand-over with the number {id}. Nothing was changed.',
  },
  handOverUndone: {
    ru: 'Передача {id} уже отменена. Ничего не изменено.',
    en: 'The hand-over {id} has been undone already. Nothing was changed.',
  },
} satisfies MessageCatalogue;
