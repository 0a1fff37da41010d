import type { MessageCatalogue } from './message.ts';

/** Of customers who are one, and of those who look like it; the commands that have to do with them. */
export const duplicateMessages = {
  mergeOfOne: {
    ru: 'Это уже один клиент (№ {id}). Ничего не изменено. Обновите список.',
    en: 'These are one customer already (no. {id}). Nothing was changed. Refresh the list.',
  },
  mergeGroupWithEntity: {
    ru: 'Один из двух — группа юридических лиц, другой — юридическое лицо: их не объединяют. Ничего не изменено. Включите юридическое лицо в группу или объедините юридические лица.',
    en: 'One of the two is a group of legal entities, the other a legal entity: these are not merged. Nothing was changed. Put the entity into the group, or merge legal entities.',
  },
  mergePointsApart: {
    ru: 'Точки принадлежат разным юридическим лицам. Ничего не изменено. Сначала объедините юридические лица, если это одно.',
    en: 'The delivery points belong to different legal entities. Nothing was changed. Merge the entities first if they are one.',
  },
  mergeStale: {
    ru: 'Одну из карточек изменили, пока вы на неё смотрели. Ничего не объединено. Откройте пару ещё раз.',
    en: 'One of the cards was changed while you were looking at it. Nothing was merged. Open the pair again.',
  },
  mergeTooMany: {
    ru: 'За один раз объединяют не больше {most} пар. Ничего не изменено. Разделите список.',
    en: 'At most {most} pairs are merged at once. Nothing was changed. Divide the list.',
  },
  mergeUnknown: {
    ru: 'Объединения с номером {id} нет. Ничего не изменено.',
    en: 'There is no merge with the number {id}. Nothing was changed.',
  },
  mergeWithdrawn: {
    ru: 'Объединение № {id} уже отменено. Ничего не изменено.',
    en: 'Merge no. {id} has been withdrawn already. Nothing was changed.',
  },
  notDismissed: {
    ru: 'Клиенты № {a} и № {b} не отмечены как разные. Ничего не изменено.',
    en: 'Customers no. {a} and no. {b} have not been said to be two. Nothing was changed.',
  },
  duplicatesCursorUnreadable: {
    ru: 'Продолжение списка не прочитано. Откройте список с начала.',
    en: 'Where the list goes on could not be read. Open the list from its beginning.',
  },
  'help.duplicates': {
    ru: 'Показать клиентов, которые могут оказаться одним, с причинами',
    en: 'List customers who may be one, with the reasons',
  },
  'help.merge': {
    ru: 'Объединить двух клиентов; без номеров — показать объединения',
    en: 'Merge two customers; without ids, list the merges',
  },
  'help.unmerge': {
    ru: 'Отменить объединение: оба клиента станут такими, будто его не было',
    en: 'Withdraw a merge: both customers become as if it had never been',
  },
  'arg.absorbed': { ru: 'кого', en: 'absorbed' },
  'arg.absorbedId': {
    ru: 'номер клиента, который войдёт в другого',
    en: 'id of the customer who joins the other',
  },
  'arg.survivor': { ru: 'с кем', en: 'survivor' },
  'arg.survivorId': { ru: 'номер клиента, который останется', en: 'id of the customer who stays' },
  'arg.mergeId': { ru: 'номер объединения из akb merge', en: 'number of the merge, from akb merge' },
  'option.certain': {
    ru: 'только те, в которых сомнений нет',
    en: 'only those that leave no doubt',
  },
  'option.mergeDryRun': {
    ru: 'показать, как изменится АКБ, ничего не меняя',
    en: 'show how the active base would change, changing nothing',
  },
  'examples.duplicates': {
    ru: '  akb duplicates\n  akb duplicates --certain --xlsx дубли.xlsx',
    en: '  akb duplicates\n  akb duplicates --certain --xlsx duplicates.xlsx',
  },
  'examples.merge': {
    ru: '  akb merge 17 4 --dry-run\n  akb merge 17 4\n  akb merge',
    en: '  akb merge 17 4 --dry-run\n  akb merge 17 4\n  akb merge',
  },
  'examples.unmerge': { ru: '  akb unmerge 3', en: '  akb unmerge 3' },
  'duplicates.sheet': { ru: 'Дубли', en: 'Duplicates' },
  'duplicates.none': { ru: 'Похожих клиентов не найдено.', en: 'No customers who look like one were found.' },
  'duplicates.score': { ru: 'Балл', en: 'Score' },
  'duplicates.absorbedId': { ru: '№', en: 'Id' },
  'duplicates.absorbed': { ru: 'Кого объединить', en: 'Absorbed' },
  'duplicates.survivorId': { ru: '№ остающегося', en: 'Id of survivor' },
  'duplicates.survivor': { ru: 'С кем', en: 'Survivor' },
  'duplicates.reasons': { ru: 'Почему', en: 'Why' },
  'duplicates.reason.sameInn': { ru: 'ИНН', en: 'ИНН' },
  'duplicates.reason.innTypo': { ru: 'ИНН с опечаткой', en: 'ИНН with a slip' },
  'duplicates.reason.sameOgrn': { ru: 'ОГРН', en: 'ОГРН' },
  'duplicates.reason.samePhone': { ru: 'телефон', en: 'phone' },
  'duplicates.reason.phoneTypo': { ru: 'телефон с опечаткой', en: 'phone with a slip' },
  'duplicates.reason.sameEmail': { ru: 'почта', en: 'e-mail' },
  'duplicates.reason.sameName': { ru: 'название', en: 'name' },
  'duplicates.reason.similarName': { ru: 'похожее название', en: 'similar name' },
  'duplicates.reason.partOfName': { ru: 'часть названия', en: 'part of the name' },
  'duplicates.reason.sharedWord': { ru: 'общее слово в названии', en: 'a word of the name' },
  'duplicates.reason.otherName': { ru: 'против: другое название', en: 'against: another name' },
  'duplicates.reason.sameCity': { ru: 'город', en: 'town' },
  'duplicates.reason.otherCity': { ru: 'против: другой город', en: 'against: another town' },
  'duplicates.reason.sameAddress': { ru: 'адрес', en: 'address' },
  'duplicates.reason.sameDays': {
    ru: 'против: покупают в одни дни',
    en: 'against: both buy on the same days',
  },
  'merges.sheet': { ru: 'Объединения', en: 'Merges' },
  'merges.none': { ru: 'Объединений нет.', en: 'There are no merges.' },
  'merges.id': { ru: '№', en: 'No.' },
  'merges.at': { ru: 'Когда', en: 'When' },
  'merges.withdrawn': { ru: 'Отменено', en: 'Withdrawn' },
  'merges.noEffect': {
    ru: 'АКБ не изменится ни в одном месяце.',
    en: 'The active base changes in no month.',
  },
  'merges.done': {
    ru: 'Объединено: № {id}, версия данных {dataVersion}. Отменить: akb unmerge {id}.',
    en: 'Merged: no. {id}, data version {dataVersion}. Withdraw: akb unmerge {id}.',
  },
  'merges.undone': {
    ru: 'Объединение № {id} отменено, версия данных {dataVersion}.',
    en: 'Merge no. {id} is withdrawn, data version {dataVersion}.',
  },
} as const satisfies MessageCatalogue;
