import type { MessageCatalogue } from './message.ts';

/** Why a list of customers cannot be shown or gone on with. */
export const listMessages = {
  documentUnknown: {
    ru: 'Такой отгрузки у клиента в этом периоде и срезе нет. Ничего не изменено. Откройте список отгрузок снова: данные могли обновиться.',
    en: 'The customer has no such shipment in this period and slice. Nothing was changed. Open the list of shipments again: the data may have been updated.',
  },
  searchTooWide: {
    ru: 'Нашлось больше {most, number} клиентов. Список не показан. Уточните запрос: добавьте слово названия, цифры телефона или ИНН.',
    en: 'More than {most, number} customers were found. The list is not shown. Be more specific: add a word of the name, digits of the phone number or the ИНН.',
  },
  searchForgotten: {
    ru: 'Найденное этим поиском больше не хранится, поэтому следующей страницы нет. Ничего не изменено. Откройте список с начала: поиск повторится.',
    en: 'What this search had found is not kept any more, so there is no next page. Nothing was changed. Open the list from its beginning: it is searched anew.',
  },
  listCursorUnreadable: {
    ru: 'Метка страницы не распознана. Список не показан. Передайте её такой, какой пришла с предыдущей страницей, или откройте список с начала.',
    en: 'The mark of the page could not be read. The list is not shown. Send it as it came with the page before, or open the list from its beginning.',
  },
  listCursorUnfit: {
    ru: 'Метка страницы от другого списка: у него другой набор, период, порядок или поиск. Список не показан. Откройте его с начала.',
    en: 'The mark of the page is of another list, with another set, period, order or search. The list is not shown. Open it from its beginning.',
  },
  listVersionGone: {
    ru: 'Список начат на версии данных {version}, а её больше нет: прежние версии хранятся сутки. Ничего не изменено. Откройте список с начала, он будет на сегодняшних данных.',
    en: 'The list was begun on version {version} of the data, which is gone: earlier versions are kept for a day. Nothing was changed. Open the list from its beginning, on the data of today.',
  },
} as const satisfies MessageCatalogue;
