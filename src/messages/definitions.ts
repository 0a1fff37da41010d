import { labelMessages } from './labels.ts';
import type { MessageCatalogue } from './message.ts';

/**
 * What metrics and dimensions are, for the catalogue (`catalogueOf`). Names of metrics are whole; the short ones over
 * columns are `figure.*`. Names of dimensions are the labels `dimension.*`. «Клиент» stands for the unit that is counted.
 */
export const definitionMessages = {
  'metric.activeBase.name': { ru: 'Активная клиентская база (АКБ)', en: 'Active customer base' },
  'metric.activeBase.definition': {
    ru: 'Разные клиенты, у которых в периоде есть хотя бы одна отгрузка, не погашенная возвратами. Методика может требовать большего: суммы, количества, числа товаров или документов.',
    en: 'Different customers with at least one shipment in the period that returns did not cancel. A method may ask for more: a sum, a quantity, a number of products or documents.',
  },
  'metric.totalBase.name': { ru: 'Общая клиентская база (ОКБ)', en: 'Total customer base' },
  'metric.totalBase.definition': {
    ru: 'Клиенты, которые к концу периода хотя бы раз купили за всю загруженную историю. Если методика считает всех зарегистрированных, то и те, кто ещё не покупал; если закреплённых — те, за кем на последний день периода кто-то закреплён.',
    en: 'Customers who by the end of the period have bought at least once in all of the loaded history. Where the method counts everyone registered, also those who have not bought yet; where it counts the assigned, those who have somebody responsible on the last day of the period.',
  },
  'metric.workingBase.name': { ru: 'Рабочая база', en: 'Working base' },
  'metric.workingBase.definition': {
    ru: 'Общая база без клиентов, которые на последний день периода закрылись или работа с которыми прекращена нами. Из общей базы такие клиенты не уходят.',
    en: 'The total base without customers who on the last day of the period have closed down or with whom the company has ended it. They do not leave the total base.',
  },
  'metric.inactive.name': { ru: 'Неактивные клиенты', en: 'Inactive customers' },
  'metric.inactive.definition': {
    ru: 'Клиенты общей базы, которые в периоде не сработали: ОКБ минус АКБ.',
    en: 'Customers of the total base who were not active in the period: total base minus active base.',
  },
  'metric.outsideAssignment.name': { ru: 'Вне закрепления', en: 'Outside assignment' },
  'metric.outsideAssignment.definition': {
    ru: 'Сработали в периоде, но на его последний день ни за кем не закреплены, а по представителю, команде, отделу или филиалу — закреплены не за ним.',
    en: 'Active in the period while on its last day nobody is responsible for them; by rep, team, department or branch, while another one is.',
  },
  'metric.prospects.name': { ru: 'Потенциальные клиенты', en: 'Prospective customers' },
  'metric.prospects.definition': {
    ru: 'Клиенты, которые к концу периода зарегистрированы, но ещё ни разу не купили. Известны в целом и по местам и признакам клиента: без отгрузок нет ни представителя, ни товара.',
    en: 'Customers registered by the end of the period who have never bought up to then. Known for the whole and by places and customer attributes: without shipments there is neither a rep nor a product.',
  },
  'metric.coverage.name': { ru: 'Покрытие базы', en: 'Base coverage' },
  'metric.coverage.definition': {
    ru: 'Какая доля общей базы сработала в периоде: АКБ ÷ ОКБ.',
    en: 'The share of the total base that was active in the period: active base ÷ total base.',
  },
  'metric.new.name': { ru: 'Новые клиенты', en: 'New customers' },
  'metric.new.definition': {
    ru: 'Сработали в периоде, а до его первого дня не покупали ни разу. По представителям, филиалам и другим участникам организации новый — значит новый для компании; по товарам и признакам клиента — для среза или для компании, на выбор.',
    en: 'Active in the period without any purchase before its first day. By reps, branches and other members of the organisation new means new to the company; by products and customer attributes new to the slice or to the company, as chosen.',
  },
  'metric.retained.name': { ru: 'Повторные клиенты', en: 'Retained customers' },
  'metric.retained.definition': {
    ru: 'Сработали и в этом периоде, и в предыдущем.',
    en: 'Active both in this period and in the one before.',
  },
  'metric.reactivated.name': { ru: 'Вернувшиеся клиенты', en: 'Reactivated customers' },
  'metric.reactivated.definition': {
    ru: 'Сработали в этом периоде, не сработали в предыдущем, но покупали раньше.',
    en: 'Active in this period and not in the one before, with purchases earlier.',
  },
  'metric.lost.name': { ru: 'Потерянные клиенты', en: 'Lost customers' },
  'metric.lost.definition': {
    ru: 'Сработали в предыдущем периоде, но не в этом. Пока период не закончен, они называются «ещё не сработали».',
    en: 'Active in the period before and not in this one. While the period is not over they are called “not yet”.',
  },
  'metric.transferredIn.name': { ru: 'Пришли от других участников', en: 'Transferred in from other members' },
  'metric.transferredIn.definition': {
    ru: 'Сработали у этого представителя, филиала или другого участника организации, а в предыдущем периоде — только у других. Это не новые клиенты: для компании они остались теми же.',
    en: 'Active with this rep, branch or other member of the organisation, and only with others in the period before. They are not new: the company had them already.',
  },
  'metric.transferredOut.name': { ru: 'Ушли к другим участникам', en: 'Transferred out to other members' },
  'metric.transferredOut.definition': {
    ru: 'В предыдущем периоде сработали у этого представителя, филиала или другого участника организации, а в этом — только у других. Это не потерянные клиенты: для компании они остались.',
    en: 'Active with this rep, branch or other member of the organisation in the period before, and only with others in this one. They are not lost: the company still has them.',
  },
  'metric.sales.name': { ru: 'Продажи с НДС', en: 'Sales with VAT' },
  'metric.sales.definition': {
    ru: 'Сумма с НДС всех строк периода вместе с возвратами и корректировками, как в бухгалтерском итоге.',
    en: 'The sum with VAT of all lines of the period, returns and corrections included, as the accounts have it.',
  },
  'metric.salesExVat.name': labelMessages['figure.salesExVat'],
  'metric.salesExVat.definition': {
    ru: 'Сумма без НДС всех строк периода вместе с возвратами и корректировками. Неизвестна, если её нет хотя бы в одной строке.',
    en: 'The sum without VAT of all lines of the period, returns and corrections included. Unknown when one line does not have it.',
  },
  'metric.documents.name': { ru: 'Документы отгрузки', en: 'Shipment documents' },
  'metric.documents.definition': {
    ru: 'Разные документы с номером, где хотя бы одна строка отгрузки не погашена возвратами. Неизвестны, если у такой строки нет номера документа.',
    en: 'Different numbered documents with at least one line of shipment that returns did not cancel. Unknown when such a line has no document number.',
  },
  'metric.avgCheck.name': labelMessages['figure.avgCheck'],
  'metric.avgCheck.definition': {
    ru: 'Продажи с НДС, делённые на число документов. Не считается, если документов нет или они неизвестны.',
    en: 'Sales with VAT divided by documents. None when there are no documents or they are unknown.',
  },
  'metric.avgPerClient.name': { ru: 'Средние продажи на клиента', en: 'Average sales per customer' },
  'metric.avgPerClient.definition': {
    ru: 'Продажи с НДС, делённые на АКБ. Это не средний чек: у клиента бывает несколько документов.',
    en: 'Sales with VAT divided by the active base. Not the average check: a customer may have several documents.',
  },
  'metric.frequency.name': { ru: 'Частота покупок', en: 'Purchase frequency' },
  'metric.frequency.definition': {
    ru: 'Документы, делённые на АКБ: сколько документов в среднем у активного клиента.',
    en: 'Documents divided by the active base: how many documents an active customer has on average.',
  },
  'metric.skuPairs.name': { ru: 'Пары «клиент — товар»', en: 'Customer and product pairs' },
  'metric.skuPairs.definition': {
    ru: 'Разные пары «клиент — товар» по строкам отгрузок, не погашенным возвратами: товар, купленный клиентом несколько раз, — одна пара. Неизвестны, если у такой строки нет товара.',
    en: 'Different pairs of customer and product on lines of shipment that returns did not cancel: a product bought several times by one customer is one pair. Unknown when such a line has no product.',
  },
  'metric.avgSkuPerClient.name': { ru: 'Среднее SKU на клиента', en: 'Average SKU per customer' },
  'metric.avgSkuPerClient.definition': {
    ru: 'Пары «клиент — товар», делённые на АКБ: сколько разных товаров в среднем купил активный клиент.',
    en: 'Customer and product pairs divided by the active base: how many different products an active customer bought on average.',
  },

  'dimension.branch.definition': {
    ru: 'Филиал из строки документа; если там его нет, то филиал представителя из строки, а без него — тот, который отвечал за клиента в этот день.',
    en: 'The branch on the line of the document; without one, that of the rep on the line, else the branch responsible for the customer on that day.',
  },
  'dimension.department.definition': {
    ru: 'Отдел из строки документа; если там его нет, то отдел представителя из строки, а без него — тот, который отвечал за клиента в этот день.',
    en: 'The department on the line of the document; without one, that of the rep on the line, else the department responsible for the customer on that day.',
  },
  'dimension.team.definition': {
    ru: 'Команда из строки документа; если там её нет, то команда представителя из строки, а без него — та, которая отвечала за клиента в этот день.',
    en: 'The team on the line of the document; without one, that of the rep on the line, else the team responsible for the customer on that day.',
  },
  'dimension.rep.definition': {
    ru: 'Торговый представитель из строки документа; если там его нет, то тот, кто отвечал за клиента в этот день. Кто покупал у двоих, есть у каждого, а в итоге посчитан один раз.',
    en: 'The sales rep on the line of the document; without one, the rep responsible for the customer on that day. Who bought from two is with each of them and once in the total.',
  },
  'dimension.ownCompany.definition': {
    ru: 'Ваша организация, от имени которой отгружено, из строки документа.',
    en: 'The company of yours that shipped, as on the line of the document.',
  },
  'dimension.territory.definition': {
    ru: 'Территория из строки документа. По ответственным за клиента она не подставляется.',
    en: 'The territory on the line of the document. It is not filled in from who is responsible for the customer.',
  },
  'dimension.city.definition': {
    ru: 'Город точки доставки, как он известен сегодня; по нему считаются и прошлые отгрузки.',
    en: 'The city of the delivery point as known today; past shipments are counted by it as well.',
  },
  'dimension.region.definition': {
    ru: 'Регион точки доставки, как он известен сегодня. Если в данных его нет, определяется по городу, когда такой город один.',
    en: 'The region of the delivery point as known today. Where the data lack it, it follows from the city if there is only one of that name.',
  },
  'dimension.federalDistrict.definition': {
    ru: 'Федеральный округ, к которому относится регион точки доставки.',
    en: 'The federal district to which the region of the delivery point belongs.',
  },
  'dimension.country.definition': {
    ru: 'Страна точки доставки, как она известна сегодня.',
    en: 'The country of the delivery point as known today.',
  },
  'dimension.clientType.definition': {
    ru: 'К какому типу клиент относится сегодня, например опт, розница или HoReCa; по нему считаются и прошлые отгрузки.',
    en: 'The type that the customer has today, for example wholesale, retail or HoReCa; past shipments are counted by it as well.',
  },
  'dimension.salesChannel.definition': {
    ru: 'Как клиенту продают, по данным на сегодня.',
    en: 'How the customer is sold to, as known today.',
  },
  'dimension.acquisitionChannel.definition': {
    ru: 'Откуда клиент пришёл, по данным на сегодня.',
    en: 'Where the customer came from, as known today.',
  },
  'dimension.industry.definition': {
    ru: 'Чем клиент занимается, по данным на сегодня.',
    en: 'What the customer does, as known today.',
  },
  'dimension.status.definition': {
    ru: 'Работает, ушёл, закрылся или прекращено нами: указывают в карточке клиента, с дня и с причиной.',
    en: 'Works with us, left, closed down or ended by us: stated on the card of the customer, from a day and with a reason.',
  },
  'dimension.category.definition': {
    ru: 'Категория товара из строки. Кто купил товары нескольких категорий, есть в каждой, а в итоге посчитан один раз.',
    en: 'The category of the product on the line. Who bought products of several categories is in each of them and once in the total.',
  },
  'dimension.subcategory.definition': {
    ru: 'Подкатегория товара из строки: часть категории.',
    en: 'The subcategory of the product on the line, a part of its category.',
  },
  'dimension.brand.definition': {
    ru: 'Бренд товара из строки.',
    en: 'The brand of the product on the line.',
  },
  'dimension.sku.definition': {
    ru: 'Сам товар из строки: одна позиция номенклатуры.',
    en: 'The product on the line itself: one stock keeping unit.',
  },
} as const satisfies MessageCatalogue;
