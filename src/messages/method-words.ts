import type { MessageCatalogue } from './message.ts';

/** The rules of a method of counting, each in a few words that stand alone (`methodRules`). */
export const methodWordMessages = {
  'method.kinds': { ru: 'покупка — строки: {kinds}', en: 'lines that count: {kinds}' },
  'method.kind.shipment': { ru: 'отгрузки', en: 'shipments' },
  'method.kind.return': { ru: 'возвраты', en: 'returns' },
  'method.kind.correction': { ru: 'корректировки', en: 'corrections' },
  'method.kind.free': { ru: 'бесплатные', en: 'free goods' },
  'method.kind.monthTotal': { ru: 'итоги месяцев', en: 'month totals' },

  'method.returns.month': {
    ru: 'возвраты вычитаются в своём месяце',
    en: 'returns settled within their month',
  },
  'method.returns.days': {
    ru: 'возвраты вычитаются в своём месяце и ещё {days, plural, one {# день} few {# дня} many {# дней} other {# дня}} после отгрузки',
    en: 'returns settled within their month and up to {days, plural, one {# day} other {# days}} after the shipment',
  },
  'method.returns.off': { ru: 'возвраты не вычитаются', en: 'returns ignored' },

  'method.thresholds': { ru: 'порог: {thresholds}', en: 'threshold: {thresholds}' },
  'method.thresholds.none': { ru: 'порогов нет', en: 'no thresholds' },
  'method.threshold.amount': { ru: 'сумма от {least}', en: 'amount of at least {least}' },
  'method.threshold.quantity': { ru: 'количество от {least}', en: 'quantity of at least {least}' },
  'method.threshold.products': { ru: 'разных товаров от {least}', en: 'at least {least} different products' },
  'method.threshold.documents': { ru: 'документов от {least}', en: 'at least {least} documents' },

  'method.products': { ru: 'только товары {which}', en: 'only products {which}' },
  'method.products.all': { ru: 'все товары', en: 'all products' },

  'method.excluded': {
    ru: '{count, plural, =0 {никто не исключён} other {исключено контрагентов: #}}',
    en: '{count, plural, =0 {nobody excluded} one {# counterparty excluded} other {# counterparties excluded}}',
  },
  'method.unit': { ru: 'считаются {unit}', en: 'counts {unit}' },
  'method.basePeriod.month': { ru: 'база за месяц', en: 'base of a month' },
  'method.basePeriod.quarter': { ru: 'база за квартал', en: 'base of a quarter' },
  'method.basePeriod.halfYear': { ru: 'база за полугодие', en: 'base of a half-year' },
  'method.basePeriod.year': { ru: 'база за год', en: 'base of a year' },
  'method.basePeriod.days': {
    ru: 'база за {length, plural, one {# день} few {# дня} many {# дней} other {# дня}}',
    en: 'base of {length, plural, one {# day} other {# days}}',
  },
  'method.basePeriod.months': {
    ru: 'база за {length, plural, one {# месяц} few {# месяца} many {# месяцев} other {# месяца}}',
    en: 'base of {length, plural, one {# month} other {# months}}',
  },
  'method.vat.included': { ru: 'порог суммы с НДС', en: 'amount threshold with VAT' },
  'method.vat.excluded': { ru: 'порог суммы без НДС', en: 'amount threshold without VAT' },
  'method.attribution.document': {
    ru: 'клиенты сотрудников — по документам',
    en: 'customers of reps by document',
  },
  'method.attribution.assigned': {
    ru: 'клиенты сотрудников — по закреплению',
    en: 'customers of reps by whoever is responsible',
  },
  'base.everBought': { ru: 'ОКБ, кто хоть раз покупал', en: 'Total base, everyone who ever bought' },
  'base.allRegistered': { ru: 'ОКБ, все заведённые клиенты', en: 'Total base, all registered customers' },
  'base.assigned': {
    ru: 'ОКБ, закреплённые на конец периода',
    en: 'Total base, assigned at the end of the period',
  },
  'method.validFrom': {
    ru: 'для планов и премий с {month}',
    en: 'for plans and bonuses from {month}',
  },
  'method.validFrom.always': {
    ru: 'для планов и премий за любой месяц',
    en: 'for plans and bonuses of any month',
  },
} as const satisfies MessageCatalogue;
