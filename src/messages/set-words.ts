import type { MessageCatalogue } from './message.ts';

/**
 * Parts of the reading of a set of customers (`readingOf`). `{object}` and `{scope}` are the slice with a space in
 * front, as what is bought and as what something is known by; both are empty where there is no slice.
 */
export const setWordMessages = {
  'setReading.sentence': { ru: '{units}, которые {who} ({method})', en: '{units} that {who} ({method})' },
  'setReading.method': {
    ru: 'методика «{name}», версия {version}',
    en: 'method “{name}”, version {version}',
  },
  'setReading.methodToday': {
    ru: 'методика «{name}», действующая версия',
    en: 'method “{name}”, current version',
  },
  'setReading.attribution.document': { ru: 'чей документ', en: 'by document' },
  'setReading.attribution.assigned': { ru: 'за кем закреплён', en: 'by whoever is responsible' },

  'setReading.state.active': { ru: 'покупали {period}{object}', en: 'bought{object} {period}' },
  'setReading.state.totalBase': {
    ru: '{period} входили в общую базу{scope}',
    en: 'belonged to the total base{scope} {period}',
  },
  'setReading.state.workingBase': {
    ru: '{period} входили в рабочую базу{scope}',
    en: 'belonged to the working base{scope} {period}',
  },
  'setReading.state.inactive': {
    ru: '{period} были неактивными{scope}',
    en: 'were inactive{scope} {period}',
  },
  'setReading.state.outsideAssignment': {
    ru: 'покупали {period}{object}, не будучи здесь закреплёнными',
    en: 'bought{object} {period} without being assigned here',
  },
  'setReading.state.new': { ru: '{period} были новыми{scope}', en: 'were new{scope} {period}' },
  'setReading.state.retained': {
    ru: 'покупали и {period}, и в предыдущем периоде{object}',
    en: 'bought{object} both {period} and in the period before',
  },
  'setReading.state.reactivated': {
    ru: 'после перерыва снова купили {period}{object}',
    en: 'bought{object} again after a break {period}',
  },
  'setReading.state.lost': {
    ru: 'покупали{object} в предыдущем периоде, но не {period}',
    en: 'bought{object} in the period before but not {period}',
  },
  'setReading.state.transferredIn': {
    ru: '{period}{scope} пришли от других',
    en: '{period}{scope} came over from others',
  },
  'setReading.state.transferredOut': {
    ru: '{period}{scope} ушли к другим',
    en: '{period}{scope} went over to others',
  },
  'setReading.state.registered': {
    ru: '{period} уже были зарегистрированы{scope}',
    en: 'were already registered{scope} {period}',
  },
  'setReading.state.prospects': {
    ru: '{period} были потенциальными{scope}',
    en: 'were prospects{scope} {period}',
  },
  'setReading.state.withLines': {
    ru: 'имели строки отгрузок или возвратов {period}{scope}',
    en: 'had lines of shipment or return{scope} {period}',
  },
  'setReading.flawed.innMissing': { ru: 'не имеют ИНН в карточке', en: 'have no ИНН on their card' },
  'setReading.flawed.innWrong': { ru: 'имеют неверный ИНН', en: 'have a wrong ИНН' },
  'setReading.flawed.kppMissing': { ru: 'не имеют КПП в карточке', en: 'have no КПП on their card' },
  'setReading.flawed.kppWrong': { ru: 'имеют неверный КПП', en: 'have a wrong КПП' },
  'setReading.flawed.ogrnWrong': { ru: 'имеют неверный ОГРН', en: 'have a wrong ОГРН' },
  'setReading.flawed.phoneMissing': { ru: 'не имеют телефона в карточке', en: 'have no phone on their card' },
  'setReading.flawed.phoneWrong': {
    ru: 'имеют телефон, по которому нельзя позвонить',
    en: 'have a phone that cannot be dialled',
  },
  'setReading.flawed.emailMissing': {
    ru: 'не имеют электронной почты в карточке',
    en: 'have no e-mail on their card',
  },
  'setReading.flawed.emailWrong': { ru: 'имеют неверную электронную почту', en: 'have a wrong e-mail' },
  'setReading.flawed.contactMissing': { ru: 'не имеют контактного лица', en: 'have no contact person' },
  'setReading.flawed.contactsStale': {
    ru: 'не подтверждали контакты больше года',
    en: 'have not had their contacts confirmed for over a year',
  },
  'setReading.flawed.addressMissing': { ru: 'не имеют адреса', en: 'have no address' },
  'setReading.flawed.cityUnknown': {
    ru: 'находятся в неизвестном городе или регионе',
    en: 'are in an unknown town or region',
  },
  'setReading.flawed.typeMissing': { ru: 'не имеют вида деятельности (типа)', en: 'have no client type' },
  'setReading.flawed.repMissing': {
    ru: 'не закреплены за представителем',
    en: 'have no sales rep in charge',
  },
  'setReading.flawed.pointMissing': {
    ru: 'имеют отгрузки без указания точки доставки',
    en: 'have shipments that name no delivery point',
  },
  'setReading.flawed.ofBranch': {
    ru: ' и закреплены за филиалом «{name}»',
    en: ' and belong to the branch “{name}”',
  },
  'setReading.flawed.ofNobody': { ru: ' и не закреплены за филиалом', en: ' and belong to no branch' },
  'setReading.history.slice': {
    ru: '{state} (по истории среза)',
    en: '{state} (by the history of the slice)',
  },
  'setReading.history.company': {
    ru: '{state} (по истории всей компании)',
    en: '{state} (by the history of the whole company)',
  },

  'setReading.bought': { ru: 'хоть раз купили {span}{object}', en: 'bought{object} at least once {span}' },
  'setReading.neverBought': { ru: 'ни разу не купили {span}{object}', en: 'never bought{object} {span}' },
  'setReading.purchase.first': {
    ru: 'впервые купили {span}{object}',
    en: 'bought{object} for the first time {span}',
  },
  'setReading.purchase.last': {
    ru: 'последний раз купили {span}{object}',
    en: 'bought{object} for the last time {span}',
  },
  'setReading.span.since': { ru: 'не раньше {from}', en: 'on or after {from}' },
  'setReading.span.until': { ru: 'не позже {to}', en: 'on or before {to}' },
  'setReading.span.ever': { ru: 'за всё время', en: 'at any time' },

  'setReading.last.day': {
    ru: 'за {count, plural, =1 {последний день} one {последний # день} few {последние # дня} many {последние # дней} other {последние # дня}}',
    en: '{count, plural, =1 {on the last day} other {in the last # days}}',
  },
  'setReading.last.month': {
    ru: 'за {count, plural, =1 {последний месяц} one {последний # месяц} few {последние # месяца} many {последние # месяцев} other {последние # месяца}}',
    en: 'in the last {count, plural, =1 {month} other {# months}}',
  },
  'setReading.monthsTo': {
    ru: 'за {count, plural, =1 {месяц} one {# месяц} few {# месяца} many {# месяцев} other {# месяца}} по {to}',
    en: 'in the {count, plural, =1 {month} other {# months}} up to {to}',
  },
  'setReading.periodUnread': { ru: 'в периоде «{text}»', en: 'in the period “{text}”' },

  'setReading.receivable.debt': { ru: 'имеют задолженность {bounds}', en: 'owe {bounds}' },
  'setReading.receivable.overdue': {
    ru: 'имеют просроченную задолженность {bounds}',
    en: 'have overdue debts {bounds}',
  },
  'setReading.receivable.limitUse': {
    ru: 'имеют использование кредитного лимита {bounds}',
    en: 'use a share {bounds} of their credit limit',
  },
  'setReading.rhythm.daysLate': {
    ru: 'просрочили закупку по своему ритму на число дней {bounds}',
    en: 'are late with a purchase, by their own rhythm, by a number of days {bounds}',
  },
  'setReading.rhythm.intervals': {
    ru: 'не покупали число своих обычных интервалов {bounds}',
    en: 'have not bought for a number of their usual intervals {bounds}',
  },
  'setReading.rhythm.daysSince': {
    ru: 'не покупали число дней {bounds}',
    en: 'have not bought for a number of days {bounds}',
  },
  'setReading.rhythm.purchaseDays': {
    ru: 'покупали за всё время число дней {bounds}',
    en: 'have bought on a number of days {bounds}',
  },
  'setReading.measure': {
    ru: 'имели {period}{scope} {measure} {bounds}',
    en: 'had {measure} {bounds}{scope} {period}',
  },
  'setReading.measure.sales': { ru: 'продажи', en: 'sales' },
  'setReading.measure.salesExVat': { ru: 'продажи без НДС', en: 'sales ex VAT' },
  'setReading.measure.quantity': { ru: 'количество товара', en: 'a quantity of goods' },
  'setReading.measure.documents': { ru: 'число документов', en: 'a number of documents' },
  'setReading.measure.products': { ru: 'число разных товаров', en: 'a number of different products' },
  'setReading.measure.days': { ru: 'число дней с покупками', en: 'a number of days with purchases' },
  'setReading.measure.avgCheck': { ru: 'средний чек', en: 'an average check' },
  'setReading.bounds.atLeast': { ru: 'не меньше {atLeast}', en: 'of at least {atLeast}' },
  'setReading.bounds.atMost': { ru: 'не больше {atMost}', en: 'of at most {atMost}' },
  'setReading.bounds.both': { ru: 'от {atLeast} до {atMost}', en: 'from {atLeast} to {atMost}' },
  'setReading.bounds.any': { ru: '(любое значение)', en: '(of any value)' },

  'setReading.attribute': { ru: 'сейчас числятся{scope}', en: 'are now recorded{scope}' },
  'setReading.dealers': {
    ru: '{on, select, today {имеют} other {{on} имели}} субдилеров{of, select, none {} other { и сами ниже дилера {of}}}',
    en: '{on, select, today {have} other {on {on} had}} sub-dealers{of, select, none {} other { and are below the dealer {of} themselves}}',
  },
  'setReading.subDealers': {
    ru: '{on, select, today {} other {{on} }}субдилеры{of, select, none {} other { дилера {of}}}',
    en: '{on, select, today {are} other {on {on} were}} sub-dealers{of, select, none {} other { of the dealer {of}}}',
  },
  'setReading.stored': { ru: 'входят в сохранённый набор «{name}»', en: 'are in the stored set “{name}”' },
  'setReading.ids': {
    ru: '{count, plural, =0 {входят в пустой список} other {входят в список из # (№ {ids})}}',
    en: '{count, plural, =0 {are on an empty list} other {are on a list of # (No. {ids})}}',
  },

  'setReading.and': { ru: ' и при этом ', en: ' and also ' },
  'setReading.or': { ru: 'либо {sets}', en: 'either {sets}' },
  'setReading.orElse': { ru: ', либо ', en: ', or ' },
  'setReading.andNot': {
    ru: '{all}, кроме тех, которые {without}',
    en: '{all}, except those that {without}',
  },

  'setReading.product.object': { ru: 'товары {which}', en: 'products {which}' },
  'setReading.product.scope': { ru: 'по товарам {which}', en: 'for products {which}' },
  'setReading.by.branch': {
    ru: '{count, plural, =1 {в филиале} other {в филиалах}} {members}',
    en: '{count, plural, =1 {in the branch} other {in the branches}} {members}',
  },
  'setReading.by.department': {
    ru: '{count, plural, =1 {в отделе} other {в отделах}} {members}',
    en: '{count, plural, =1 {in the department} other {in the departments}} {members}',
  },
  'setReading.by.team': {
    ru: '{count, plural, =1 {в команде} other {в командах}} {members}',
    en: '{count, plural, =1 {in the team} other {in the teams}} {members}',
  },
  'setReading.by.rep': {
    ru: '{count, plural, =1 {у торгового представителя} other {у торговых представителей}} {members}',
    en: '{count, plural, =1 {with the sales rep} other {with the sales reps}} {members}',
  },
  'setReading.by.ownCompany': {
    ru: '{count, plural, =1 {у своей организации} other {у своих организаций}} {members}',
    en: '{count, plural, =1 {with the own company} other {with the own companies}} {members}',
  },
  'setReading.by.territory': {
    ru: '{count, plural, =1 {на территории} other {на территориях}} {members}',
    en: '{count, plural, =1 {in the territory} other {in the territories}} {members}',
  },
  'setReading.by.city': {
    ru: '{count, plural, =1 {в городе} other {в городах}} {members}',
    en: '{count, plural, =1 {in the city} other {in the cities}} {members}',
  },
  'setReading.by.region': {
    ru: '{count, plural, =1 {в регионе} other {в регионах}} {members}',
    en: '{count, plural, =1 {in the region} other {in the regions}} {members}',
  },
  'setReading.by.federalDistrict': {
    ru: '{count, plural, =1 {в федеральном округе} other {в федеральных округах}} {members}',
    en: '{count, plural, =1 {in the federal district} other {in the federal districts}} {members}',
  },
  'setReading.by.country': {
    ru: '{count, plural, =1 {в стране} other {в странах}} {members}',
    en: '{count, plural, =1 {in the country} other {in the countries}} {members}',
  },
  'setReading.by.clientType': {
    ru: '{count, plural, =1 {с типом клиента} other {с типами клиента}} {members}',
    en: '{count, plural, =1 {with the customer type} other {with the customer types}} {members}',
  },
  'setReading.by.salesChannel': {
    ru: '{count, plural, =1 {в канале сбыта} other {в каналах сбыта}} {members}',
    en: '{count, plural, =1 {in the sales channel} other {in the sales channels}} {members}',
  },
  'setReading.by.acquisitionChannel': {
    ru: '{count, plural, =1 {с каналом привлечения} other {с каналами привлечения}} {members}',
    en: '{count, plural, =1 {with the acquisition channel} other {with the acquisition channels}} {members}',
  },
  'setReading.by.industry': {
    ru: '{count, plural, =1 {с видом деятельности} other {с видами деятельности}} {members}',
    en: '{count, plural, =1 {in the line of business} other {in the lines of business}} {members}',
  },
  'setReading.by.status': {
    ru: '{count, plural, =1 {со статусом} other {со статусами}} {members}',
    en: '{count, plural, =1 {with the status} other {with the statuses}} {members}',
  },
  'setReading.by.category': {
    ru: '{count, plural, =1 {категории} other {категорий}} {members}',
    en: '{count, plural, =1 {of the category} other {of the categories}} {members}',
  },
  'setReading.by.subcategory': {
    ru: '{count, plural, =1 {подкатегории} other {подкатегорий}} {members}',
    en: '{count, plural, =1 {of the subcategory} other {of the subcategories}} {members}',
  },
  'setReading.by.brand': {
    ru: '{count, plural, =1 {бренда} other {брендов}} {members}',
    en: '{count, plural, =1 {of the brand} other {of the brands}} {members}',
  },
  'setReading.by.sku': {
    ru: '{count, plural, =1 {с названием} other {с названиями}} {members}',
    en: '{count, plural, other {named}} {members}',
  },

  'setReading.member': { ru: '«{name}»', en: '“{name}”' },
  'setReading.on': { ru: ' (на {day})', en: ' (on {day})' },
  'setReading.memberNotDefined': { ru: '«Не определён»', en: '“Not defined”' },
  'setReading.more': { ru: '{shown} и ещё {rest, number}', en: '{shown} and {rest, number} more' },
} as const satisfies MessageCatalogue;
