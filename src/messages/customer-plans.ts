import type { MessageCatalogue } from './message.ts';

/** What single customers are to bring. */
export const customerPlanMessages = {
  'option.planCustomers': {
    ru: 'План отдельных клиентов: показать, с --propose предложить, с --file загрузить, с --form выгрузить, с --approve утвердить',
    en: 'The plan of single customers: shown, with --propose proposed, with --file loaded, with --form written, with --approve approved',
  },
  'option.planOf': {
    ru: 'Чьи клиенты, УРОВЕНЬ:ИМЯ, например rep:Петров П.П. (с --customers)',
    en: 'Whose customers, LEVEL:NAME, such as rep:Peter (with --customers)',
  },
  'option.planMetric': {
    ru: 'Показатель клиентов: {metrics} (с --customers)',
    en: 'Metric of customers: {metrics} (with --customers)',
  },
  'option.planBehind': {
    ru: 'Только отстающие от своего плана, больше всех недобравшие первыми (с --customers)',
    en: 'Only those behind their own plan, whoever misses most first (with --customers)',
  },
  'option.planPropose': {
    ru: 'Предложить план клиентам от их ритма или прошлых месяцев, seasonal с сезонностью: {bases}',
    en: 'Propose a plan of customers from their rhythm or from past months, seasonal with their season: {bases}',
  },
  'option.planGrow': {
    ru: 'Вырасти на столько процентов (с --propose)',
    en: 'Grow by so many per cent (with --propose)',
  },
  'option.planTotal': {
    ru: 'Разделить на клиентов столько (с --propose)',
    en: 'Share out so much among customers (with --propose)',
  },
  'option.planAdopt': {
    ru: 'Записать предложенное новой версией',
    en: 'Write what is proposed as a new version',
  },
  'plan.customer': { ru: 'Клиент', en: 'Customer' },
  'plan.rep': { ru: 'Представитель', en: 'Sales rep' },
  'plan.lastPurchase': { ru: 'Покупал', en: 'Last purchase' },
  'plan.expectedOn': { ru: 'Ждём', en: 'Expected' },
  'plan.expectedOf': { ru: 'Ждём или было', en: 'Expected or was' },
  'plan.statedOn': { ru: 'План поставлен', en: 'Plan stated' },
  'plan.statedWhen': {
    ru: '{day}{stated, select, before {} during {, в ходе месяца} other {, после месяца}}',
    en: '{day}{stated, select, before {} during {, during the month} other {, after the month}}',
  },
  'plan.proposedOf': {
    ru: 'Предложено: {n, plural, one {# клиенту} other {# клиентам}}, вместе {total}.{withdrawn, plural, =0 {} one { У # клиента прежний план снимется.} other { У # клиентов прежний план снимется.}}',
    en: 'Proposed for {n, plural, one {# customer} other {# customers}}, together {total}.{withdrawn, plural, =0 {} one { The present plan of # customer goes.} other { The present plans of # customers go.}}',
  },
  'plan.ofCustomers': {
    ru: 'План клиентов на {month}, версия {version}{author, select, none {} other {, {author}}}, {stated, select, before {поставлен до месяца} during {изменён в ходе месяца} other {изменён после месяца}}. С планом {planned, plural, one {# клиент} few {# клиента} other {# клиентов}}{plan, select, none {} other {: план {plan}, факт {fact}}}; отстают {behind}. Показано {shown} из {size}.',
    en: 'Plan of the customers of {month}, version {version}{author, select, none {} other {, {author}}}, {stated, select, before {stated before the month} during {changed while the month ran} other {changed after the month}}. {planned, plural, one {# customer has} other {# customers have}} a plan{plan, select, none {} other {: plan {plan}, fact {fact}}}; {behind} are behind. {shown} of {size} are shown.',
  },
  'plan.customersClosed': {
    ru: 'Месяц {month} закрыт {at}{by, select, none {} other {, {by}}}: факт клиентов взят на день закрытия. {differ, plural, =0 {Сейчас всё так же.} one {Сейчас у # клиента с планом он был бы другим.} other {Сейчас у # клиентов с планом он был бы другим.}}',
    en: 'The month {month} was closed on {at}{by, select, none {} other { by {by}}}: facts of customers are those of that day. {differ, plural, =0 {They would be the same today.} one {That of # customer with a plan would be another today.} other {Those of # customers with a plan would be others today.}}',
  },
  'plan.closedWithoutCustomers': {
    ru: 'Месяц {month} закрыт {at}{by, select, none {} other {, {by}}}, но тогда факты отдельных клиентов ещё не сохранялись: здесь они сегодняшние.',
    en: 'The month {month} was closed on {at}{by, select, none {} other { by {by}}} before facts of single customers were kept: here they are those of today.',
  },
  'plan.customerBecame': { ru: '{name} (теперь {now})', en: '{name} (now {now})' },
  'plan.customerGone': {
    ru: 'Клиент № {id}, больше не в базе',
    en: 'Customer no. {id}, no longer in the base',
  },
  customerPlanStale: {
    ru: 'Пока вы правили план клиентов на {month}, {targets, plural, =0 {его изменили} one {# из этих целей изменил другой человек} few {# из этих целей изменил другой человек} other {# из этих целей изменил другой человек}}. Ничего не записано. Откройте версию {version} и повторите правку.',
    en: 'While you were editing the plan of the customers of {month}, {targets, plural, =0 {it was changed} one {# of these targets was changed by somebody else} other {# of these targets were changed by somebody else}}. Nothing was written. Open version {version} and repeat your change.',
  },
  customerTargetUnfit: {
    ru: '{value} нельзя запланировать одному клиенту ({metric, select, activeBase {купит: 1 или 0} qualifiedBase {купит: 1 или 0} documents {документы: целое число} other {число не меньше нуля, не больше двух знаков после запятой}}). Ничего не записано.',
    en: '{value} cannot be planned of one customer ({metric, select, activeBase {to buy: 1 or 0} qualifiedBase {to buy: 1 or 0} documents {documents: a whole number} other {a number not below zero with at most two decimals}}). Nothing was written.',
  },
  customerTargetTwice: {
    ru: 'Один показатель клиента № {id} стоит в плане дважды. Ничего не записано. Оставьте одну цель.',
    en: 'One metric of customer no. {id} stands twice in the plan. Nothing was written. Leave one target.',
  },
  customerProposalStale: {
    ru: 'Пока вы смотрели предложение, загрузили новые данные. Ничего не записано. Посмотрите предложение ещё раз.',
    en: 'New data were loaded while you were looking at the proposal. Nothing was written. Look at the proposal again.',
  },
  customerPlanNotFromRhythm: {
    ru: 'По ритму покупок не видно, {metric, select, qualifiedBase {войдёт ли клиент в качественную АКБ} other {сколько SKU возьмёт клиент}}. Предложите план от прошлого месяца или года.',
    en: 'The rhythm of purchases does not say {metric, select, qualifiedBase {whether a customer will be in the qualified base} other {how many SKU a customer takes}}. Propose from the month or the year before.',
  },
  customerPlanNotShared: {
    ru: 'Разделить на клиентов можно продажи и документы. Выберите другую цель.',
    en: 'Only sales and documents can be shared out among customers. Choose another goal.',
  },
  customerPlanFileTooLarge: {
    ru: 'Файл плана клиентов больше двадцати мегабайт. Ничего не прочитано. Разделите его по филиалам или командам.',
    en: 'The file of plans of customers is larger than twenty megabytes. Nothing was read. Split it by branches or teams.',
  },
  planRowOtherMonth: {
    ru: '«{text}»: строка другого месяца, а загружается {month}. Строка пропущена.',
    en: '“{text}”: the row is of another month than {month}. It was left out.',
  },
  planRowCustomerUnknown: {
    ru: '{found, plural, =0 {«{name}»: такого клиента нет среди ваших.} other {«{name}»: таких клиентов несколько ({found}), нужен код.}} Строка пропущена.',
    en: '{found, plural, =0 {“{name}”: there is no such customer among yours.} other {“{name}”: there are several such customers ({found}), a code is needed.}} The row was left out.',
  },
  planColumnNotOfCustomers: {
    ru: 'Одному клиенту такое не планируют. Колонка пропущена; понятны «План продаж», «План АКБ», «План качественной АКБ», «План документов», «План среднего чека», «План ср. SKU».',
    en: 'This is not planned of one customer. The column was left out; “План продаж”, “План АКБ”, “План качественной АКБ”, “План документов”, “План среднего чека”, “План ср. SKU” are understood.',
  },
} as const satisfies MessageCatalogue;
