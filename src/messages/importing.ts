import type { MessageCatalogue } from './message.ts';

/** Sentences of the import itself: refusals, findings, reasons of rejected rows. */
export const importingMessages = {
  'reject.noCustomer': {
    ru: 'нет клиента: строка не называет ни имени, ни кода, ни ИНН',
    en: 'no customer: the row names neither a name nor a code nor an INN',
  },
  'reject.dateMissing': { ru: 'нет даты отгрузки', en: 'no date of shipment' },
  'reject.dateUnreadable': { ru: 'дата не читается', en: 'the date cannot be read' },
  'reject.dateImpossible': {
    ru: 'невозможная дата: раньше 1990 года или позже чем через год',
    en: 'impossible date: before 1990 or more than a year ahead',
  },
  'reject.quantityUnreadable': { ru: 'количество не читается как число', en: 'the quantity is no number' },
  'reject.amountUnreadable': {
    ru: 'сумма не читается как число или больше 10 трлн',
    en: 'the amount is no number or exceeds 10 trillion',
  },
  'reject.priceUnreadable': { ru: 'цена не читается как число', en: 'the price is no number' },
  'reject.nothingSold': { ru: 'нет ни количества, ни суммы', en: 'neither quantity nor amount' },
  'reject.totalRow': { ru: 'строка итогов', en: 'row of totals' },
  'reject.emptyRow': { ru: 'пустая строка', en: 'empty row' },
  'reject.repeatedHeader': { ru: 'повтор заголовка', en: 'repeated header' },
  'reject.notASale': { ru: 'документ не продажа', en: 'the document is no sale' },
  'reject.notPosted': { ru: 'документ не проведён или удалён', en: 'the document is not posted or deleted' },
  'rejected.noCustomer': {
    ru: 'Клиент не назван: нет ни имени, ни кода, ни ИНН. Строка отклонена. Впишите клиента.',
    en: 'No customer: neither a name nor a code nor an INN. The row was rejected. Write the customer in.',
  },
  'rejected.dateMissing': {
    ru: 'Нет даты отгрузки. Строка отклонена. Впишите дату, например 31.12.2026.',
    en: 'No date of shipment. The row was rejected. Write the date in, as 2026-12-31.',
  },
  'rejected.dateUnreadable': {
    ru: 'Дата не читается. Строка отклонена. Напишите дату так: 31.12.2026.',
    en: 'The date cannot be read. The row was rejected. Write the date like this: 2026-12-31.',
  },
  'rejected.dateImpossible': {
    ru: 'Невозможная дата: раньше 1990 года или позже чем через год. Строка отклонена. Исправьте дату.',
    en: 'Impossible date: before 1990 or more than a year ahead. The row was rejected. Mend the date.',
  },
  'rejected.quantityUnreadable': {
    ru: 'Количество не читается как число. Строка отклонена. Оставьте в ячейке только число.',
    en: 'The quantity is no number. The row was rejected. Leave nothing but the number in the cell.',
  },
  'rejected.amountUnreadable': {
    ru: 'Сумма не читается как число или больше 10 трлн. Строка отклонена. Исправьте сумму.',
    en: 'The amount is no number or exceeds 10 trillion. The row was rejected. Mend the amount.',
  },
  'rejected.priceUnreadable': {
    ru: 'Цена не читается как число. Строка отклонена. Оставьте в ячейке только число.',
    en: 'The price is no number. The row was rejected. Leave nothing but the number in the cell.',
  },
  'rejected.nothingSold': {
    ru: 'Нет ни количества, ни суммы. Строка отклонена. Впишите хотя бы одно из них.',
    en: 'Neither quantity nor amount. The row was rejected. Write in one of them at least.',
  },
  nothingToRead: {
    ru: 'Файлов для загрузки нет. Данные не изменились. Назовите файл: akb import ФАЙЛ.',
    en: 'There is no file to import. Nothing has changed. Name a file: akb import FILE.',
  },
  nothingLoadable: {
    ru: 'Загружать нечего: ни отгрузок, ни клиентов не найдено. Прежние данные не изменились. Проверьте, что в таблице есть клиент, дата и сумма или количество, или назовите столбцы сами: --map "Заголовок=поле".',
    en: 'There is nothing to load: neither shipments nor customers were found. The old data is unchanged. See that the table has a customer, a date and an amount or a quantity, or name the columns yourself: --map "Header=field".',
  },
  onlyHeader: {
    ru: 'В таблице только заголовок: строк под ним нет, загружать нечего. Прежние данные не изменились. Проверьте отбор и период выгрузки.',
    en: 'The table is nothing but a header: there are no rows below it to load. The old data is unchanged. Check the filter and the period of the export.',
  },
  onlyPlans: {
    ru: 'Это файл плана. Он узнан, но планы пока не загружаются; данные не изменились.',
    en: 'This is a plan file. It was recognised, but plans are not loaded yet; nothing has changed.',
  },
  planRecognised: {
    ru: 'План: {values, plural, one {# значение} few {# значения} many {# значений} other {# значения}}, строк итогов {totals}; план продаж {sales} ₽. Планы пока не загружаются, файл оставлен как есть.',
    en: 'A plan: {values, plural, one {# value} other {# values}}, {totals, plural, one {# row} other {# rows}} of totals; planned sales {sales}. Plans are not loaded yet; the file was left alone.',
  },
  answerNeeded: {
    ru: 'Нужен ответ на вопрос «{question}» ({key}): {options}. Данные не изменились. Ответьте заранее: --answer "{key}=…".',
    en: 'A question needs an answer: {question} ({key}): {options}. Nothing has changed. Answer beforehand: --answer "{key}=…".',
  },
  answerUnknown: {
    ru: 'Ответ «{answer}» на вопрос «{question}» ({key}) не подходит. Возможные ответы: {options}. Данные не изменились.',
    en: '"{answer}" is no answer to {question} ({key}). Possible answers: {options}. Nothing has changed.',
  },
  shrunkDocuments: {
    ru: '{documents, plural, one {# документ потерял} few {# документа потеряли} many {# документов потеряли} other {# документа потеряли}} больше половины строк или суммы (например, {first}). Данные не изменились. Если так и должно быть, повторите с --accept-shrunk.',
    en: '{documents, plural, one {# document has} other {# documents have}} lost more than half of the lines or of the sum ({first}, for example). Nothing has changed. If that is right, repeat with --accept-shrunk.',
  },
  documentConflict: {
    ru: '{documents, plural, one {# документ стоит} few {# документа стоят} many {# документов стоят} other {# документа стоят}} в нескольких файлах с разным содержанием (например, {first}; файлы: {files}). Данные не изменились. Загрузите файлы по одному, более свежий последним.',
    en: '{documents, plural, one {# document stands} other {# documents stand}} in several files with different contents ({first}, for example; files: {files}). Nothing has changed. Import the files one by one, the newest last.',
  },
  documentTwice: {
    ru: '{documents, plural, one {# документ стоит} few {# документа стоят} many {# документов стоят} other {# документа стоят}} в двух файлах одинаково (например, {first}) и посчитан один раз.',
    en: '{documents, plural, one {# document stands} other {# documents stand}} alike in two files ({first}, for example) and counts once.',
  },
  documentJoined: {
    ru: '{documents, plural, one {# документ начинается} few {# документа начинаются} many {# документов начинаются} other {# документа начинаются}} в конце одного файла и продолжается в начале следующего (например, {first}); части соединены.',
    en: '{documents, plural, one {# document begins} other {# documents begin}} at the end of one file and goes on in the next ({first}, for example); the parts were joined.',
  },
  documentTypeUnknown: {
    ru: 'Вид документа «{type}» незнаком: его строки считаются отгрузкой или возвратом по знаку суммы.',
    en: 'The document type "{type}" is unknown: its lines count as shipments or returns by the sign of the amount.',
  },
  returnsNegated: {
    ru: 'Возвраты записаны в файле положительными числами; они вычтены.',
    en: 'Returns are written as positive numbers in this file; they were subtracted.',
  },
  amountFromPrice: {
    ru: 'Колонки суммы нет: сумма строки посчитана как количество × цена.',
    en: 'There is no amount column: the amount of a line is quantity × price.',
  },
  amountFromPriceNoDiscount: {
    ru: 'Колонки суммы нет: сумма строки посчитана как количество × цена. Колонка скидки есть, но не применена.',
    en: 'There is no amount column: the amount of a line is quantity × price. There is a discount column; it was not applied.',
  },
  amountsWithoutVat: {
    ru: 'В файле только суммы без НДС: продажи показаны без НДС.',
    en: 'The file has amounts without VAT only: sales are shown without VAT.',
  },
  companionSkipped: {
    ru: 'Справочник «{file}» не присоединён: в нём найдено {found} из {total} кодов отгрузок ({percent} %).',
    en: 'The list "{file}" was not joined: it has {found} of the {total} codes of the shipments ({percent} %).',
  },
  cardAmountsUnreadable: {
    ru: 'В списке «{file}» {cells, plural, one {# сумма} few {# суммы} other {# сумм}} долга или лимита — не число. Такие долги не загружены, лимиты записаны как есть.',
    en: 'In the list "{file}" {cells, plural, one {# amount} other {# amounts}} of a debt or a limit {cells, plural, one {is} other {are}} no number. Such debts were not loaded, limits were taken as they stand.',
  },
  importUnknown: {
    ru: 'Загрузки № {id} нет. Список загрузок: akb imports.',
    en: 'There is no import {id}. See: akb imports.',
  },
  noRejectedRows: {
    ru: 'У загрузки № {id} нет отклонённых строк: их не было, либо прошло больше 30 дней.',
    en: 'Import {id} has no rejected rows: there were none, or more than 30 days have passed.',
  },
  importNotApplied: {
    ru: 'Загрузка № {id} уже отменена; данные не изменились.',
    en: 'Import {id} is already undone; nothing has changed.',
  },
  tableUnknown: {
    ru: 'Таблицы {number} в этой загрузке нет: таблиц {tables}.',
    en: 'This import has no table {number}: there are {tables}.',
  },
  correctedTableUnknown: {
    ru: 'Таблицы {number} в этой загрузке нет: таблиц {tables}. Исправления не приняты, загрузка осталась прежней.',
    en: 'This import has no table {number}: there are {tables}. The corrections were not taken, the import is as it was.',
  },
  correctedRowUnknown: {
    ru: 'Строки {row} в таблице нет. Исправления не приняты, загрузка осталась прежней.',
    en: 'The table has no row {row}. The corrections were not taken, the import is as it was.',
  },
  correctedColumnUnknown: {
    ru: 'Столбца {number} в таблице нет: столбцов {columns}. Исправления не приняты, загрузка осталась прежней.',
    en: 'The table has no column {number}: there are {columns}. The corrections were not taken, the import is as it was.',
  },
  importStale: {
    ru: 'Пока вы проверяли загрузку, данные изменила другая. Эта не применена; повторите её, чтобы увидеть новый расчёт.',
    en: 'While you were checking this import another one changed the data. It was not applied; repeat it to see the new effect.',
  },
  storesApart: {
    ru: 'На сервере ClickHouse лежит журнал отгрузок, о котором база записей не знает: эти две базы не от одной установки. Ничего не изменено. Проверьте AKB_CLICKHOUSE_URL и AKB_POSTGRES_URL или восстановите резервную копию в пустые базы.',
    en: 'The ClickHouse server holds a journal of shipments that the records know nothing of: the two do not belong to one installation. Nothing was changed. Check AKB_CLICKHOUSE_URL and AKB_POSTGRES_URL, or restore a backup into empty databases.',
  },
  finerThanMonth: {
    ru: 'За {month} известны только итоги месяца, поэтому период {period} посчитать точно нельзя. Возьмите целые месяцы.',
    en: 'Only monthly totals are known for {month}, so {period} cannot be counted exactly. Take whole months.',
  },
  prospectsHaveNoSlice: {
    ru: 'У потенциальных клиентов нет отгрузок, поэтому их нельзя разложить по измерению «{dimension}».',
    en: 'Prospects have no shipments, so they have no {dimension}.',
  },
  nobodyIsAssignedThere: {
    ru: 'За участниками измерения «{dimension}» клиенты не закрепляются, поэтому базы закреплённых там нет. Возьмите филиал, отдел, команду или представителя.',
    en: 'Customers are not assigned to members of {dimension}, so it has no base of assigned ones. Take a branch, a department, a team or a rep.',
  },
  memberUnknown: {
    ru: 'В измерении «{dimension}» нет участника «{code}». Посмотрите коды: akb report --by {dimension}.',
    en: 'There is no member "{code}" in {dimension}. See the codes: akb report --by {dimension}.',
  },
  methodUnknown: {
    ru: 'Методики «{method}» нет. Есть: {methods}.',
    en: 'There is no method "{method}". There are: {methods}.',
  },
} as const satisfies MessageCatalogue;
