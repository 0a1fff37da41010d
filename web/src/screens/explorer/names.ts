import type { Dimension } from '../../../../src/domain/dimensions.ts';
import type { Grain } from '../../../../src/domain/figure-query.ts';
import type { Metric } from '../../../../src/domain/metrics.ts';
import type { Words } from '../../language/words.ts';

/** Dimensions in the plural: «сумма филиалов» (`of`). */
export const partsOf = {
  branch: { ru: 'филиалов', en: 'branches' },
  department: { ru: 'отделов', en: 'departments' },
  team: { ru: 'команд', en: 'teams' },
  rep: { ru: 'представителей', en: 'reps' },
  ownCompany: { ru: 'своих организаций', en: 'own companies' },
  territory: { ru: 'территорий', en: 'territories' },
  city: { ru: 'городов', en: 'cities' },
  region: { ru: 'регионов', en: 'regions' },
  federalDistrict: { ru: 'федеральных округов', en: 'federal districts' },
  country: { ru: 'стран', en: 'countries' },
  clientType: { ru: 'типов клиентов', en: 'customer types' },
  salesChannel: { ru: 'каналов', en: 'channels' },
  acquisitionChannel: { ru: 'каналов привлечения', en: 'acquisition channels' },
  industry: { ru: 'видов деятельности', en: 'industries' },
  category: { ru: 'категорий', en: 'categories' },
  subcategory: { ru: 'подкатегорий', en: 'subcategories' },
  brand: { ru: 'брендов', en: 'brands' },
  sku: { ru: 'товаров', en: 'products' },
  day: { ru: 'дней', en: 'days' },
  week: { ru: 'недель', en: 'weeks' },
  month: { ru: 'месяцев', en: 'months' },
  quarter: { ru: 'кварталов', en: 'quarters' },
  halfYear: { ru: 'полугодий', en: 'half-years' },
  year: { ru: 'лет', en: 'years' },
} satisfies Words & Record<Dimension | Grain, unknown>;

/** «По филиалам». */
export const byParts = {
  branch: { ru: 'филиалам', en: 'branches' },
  department: { ru: 'отделам', en: 'departments' },
  team: { ru: 'командам', en: 'teams' },
  rep: { ru: 'представителям', en: 'reps' },
  ownCompany: { ru: 'своим организациям', en: 'own companies' },
  territory: { ru: 'территориям', en: 'territories' },
  city: { ru: 'городам', en: 'cities' },
  region: { ru: 'регионам', en: 'regions' },
  federalDistrict: { ru: 'федеральным округам', en: 'federal districts' },
  country: { ru: 'странам', en: 'countries' },
  clientType: { ru: 'типам клиентов', en: 'customer types' },
  salesChannel: { ru: 'каналам', en: 'channels' },
  acquisitionChannel: { ru: 'каналам привлечения', en: 'acquisition channels' },
  industry: { ru: 'видам деятельности', en: 'industries' },
  category: { ru: 'категориям', en: 'categories' },
  subcategory: { ru: 'подкатегориям', en: 'subcategories' },
  brand: { ru: 'брендам', en: 'brands' },
  sku: { ru: 'товарам', en: 'products' },
  day: { ru: 'дням', en: 'days' },
  week: { ru: 'неделям', en: 'weeks' },
  month: { ru: 'месяцам', en: 'months' },
  quarter: { ru: 'кварталам', en: 'quarters' },
  halfYear: { ru: 'полугодиям', en: 'half-years' },
  year: { ru: 'годам', en: 'years' },
} satisfies Words & Record<Dimension | Grain, unknown>;

/** Metrics as chips, heads of columns and titles say them; the whole names are in the catalogue. */
export const metricWords = {
  activeBase: { ru: 'АКБ', en: 'Active base' },
  totalBase: { ru: 'ОКБ', en: 'Total base' },
  inactive: { ru: 'Неактивные', en: 'Inactive' },
  outsideAssignment: { ru: 'Вне закрепления', en: 'Outside assignment' },
  prospects: { ru: 'Потенциальные', en: 'Prospects' },
  coverage: { ru: 'АКБ / ОКБ', en: 'Coverage' },
  new: { ru: 'Новые', en: 'New' },
  retained: { ru: 'Повторные', en: 'Retained' },
  reactivated: { ru: 'Вернувшиеся', en: 'Reactivated' },
  lost: { ru: 'Потерянные', en: 'Lost' },
  transferredIn: { ru: 'Принятые', en: 'Transferred in' },
  transferredOut: { ru: 'Переданные', en: 'Transferred out' },
  sales: { ru: 'Продажи с НДС', en: 'Sales incl. VAT' },
  salesExVat: { ru: 'Продажи без НДС', en: 'Sales excl. VAT' },
  documents: { ru: 'Документы', en: 'Documents' },
  avgCheck: { ru: 'Средний чек', en: 'Average check' },
  avgPerClient: { ru: 'Продажи на клиента', en: 'Sales per customer' },
  frequency: { ru: 'Частота', en: 'Frequency' },
  skuPairs: { ru: 'Пары клиент — товар', en: 'Customer–product pairs' },
  avgSkuPerClient: { ru: 'SKU на клиента', en: 'SKU per customer' },
} satisfies Words & Record<Metric, unknown>;
